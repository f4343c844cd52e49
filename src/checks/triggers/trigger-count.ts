import { type Check, LIMITS } from '../check';

const MOST = 50;

export const TRIGGER_COUNT: Check = {
  id: 'conveyor:trigger-count',
  severity: 'error',
  title: 'A pipeline has more than 50 triggers',
  why: 'CodePipeline refuses the pipeline.',
  mend: 'Put the filters of one source into one trigger.',
  source: LIMITS,
  * find({ declared }) {
    const triggers = declared.at('Triggers');
    if (triggers.items.length > MOST) yield { at: triggers, wrong: `The pipeline has ${triggers.items.length} triggers.` };
  },
};
