import { type Check, LIMITS } from '../check';

const [STAGES, ACTIONS] = [15, 100];

export const OVERGROWN_PIPELINE: Check = {
  id: 'conveyor:overgrown-pipeline',
  severity: 'warning',
  title: `A pipeline has more than ${STAGES} stages of its own work, or more than ${ACTIONS} actions`,
  why: 'A change passes every stage in turn, and a failure in one of them stops all that come after, also what has nothing to do with it. Nobody sees '
    + 'at a glance where a change is, and whoever edits one part edits the pipeline of all. CodePipeline would take 50 stages and 1000 actions. '
    + 'Stages in which only approvals wait are not counted.',
  mend: 'Divide it: one pipeline for what belongs together, the first starting the others (the CodePipeline invoke action, or an event).',
  source: LIMITS,
  * find({ declared, stages }) {
    const at = declared.at('Stages');
    const working = stages.filter(stage => stage.actions.some(({ category }) => category !== 'Approval')).length;
    const actions = stages.reduce((count, stage) => count + stage.actions.length, 0);
    if (working > STAGES) yield { at, wrong: `The pipeline has ${working} stages of its own work.` };
    else if (actions > ACTIONS) yield { at, wrong: `The pipeline has ${actions} actions.` };
  },
};
