import { replaceUnresolved } from '../../plan';
import { type Check, LIMITS } from '../check';

const MOST_KB = 200;

export const TRIGGER_SIZE: Check = {
  id: 'conveyor:trigger-size',
  severity: 'error',
  title: 'The triggers of a pipeline are larger than 200 KB',
  why: 'CodePipeline refuses the pipeline.',
  mend: 'Write fewer and wider patterns: one "**" in place of many names.',
  source: LIMITS,
  * find({ declared }) {
    const triggers = declared.at('Triggers');
    if (!triggers.isList) return;
    const kilobytes = Math.ceil(Buffer.byteLength(replaceUnresolved(JSON.stringify(triggers.value), '')) / 1024);
    if (kilobytes > MOST_KB) yield { at: triggers, wrong: `The triggers are ${kilobytes} KB.` };
  },
};
