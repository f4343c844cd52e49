import { type Check, LIMITS } from '../check';

const MOST = 1000;

export const PIPELINE_SIZE: Check = {
  id: 'conveyor:pipeline-size',
  severity: 'error',
  title: 'A pipeline has more than 1000 actions',
  why: 'CodePipeline refuses the pipeline.',
  mend: 'Divide it into pipelines, of which one starts the next.',
  source: LIMITS,
  * find({ declared, stages }) {
    const count = stages.reduce((sum, stage) => sum + stage.declared.at('Actions').items.length, 0);
    if (count > MOST) yield { at: declared.at('Stages'), wrong: `The pipeline has ${count} actions.` };
  },
};
