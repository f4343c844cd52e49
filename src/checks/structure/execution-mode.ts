import { type Check, STRUCTURE } from '../check';
import { shown } from '../known';

const MODES = ['QUEUED', 'SUPERSEDED', 'PARALLEL'];

export const EXECUTION_MODE: Check = {
  id: 'conveyor:execution-mode',
  severity: 'error',
  title: 'The execution mode is none that CodePipeline has',
  why: 'CloudFormation refuses the template.',
  mend: 'Use QUEUED, SUPERSEDED or PARALLEL.',
  source: STRUCTURE,
  * find({ declared }) {
    const mode = declared.at('ExecutionMode');
    if (mode.text === undefined || MODES.includes(mode.text)) return;
    const meant = MODES.find(one => one === mode.text?.toUpperCase());
    yield { at: mode, wrong: `The execution mode is ${shown(mode.text)}.`, ...(meant && { mend: `Write ${meant}.` }) };
  },
};
