import { type Check, LIMITS } from '../check';
import { lacks } from '../known';

const [LEAST, MOST] = [2, 50];

export const STAGE_COUNT: Check = {
  id: 'conveyor:stage-count',
  severity: 'error',
  title: 'A pipeline has fewer than 2 stages, or more than 50',
  why: 'CodePipeline refuses the pipeline: it needs a source stage and at least one more, and takes 50.',
  mend: 'Give it a source stage and at least one other; divide what has more than 50 into two pipelines, of which one starts the other.',
  source: LIMITS,
  * find({ declared }) {
    const stages = declared.at('Stages');
    const count = stages.items.length;
    if (lacks(declared, 'Stages')) yield { at: declared, wrong: 'The pipeline has no stages.' };
    if (stages.isList && count > MOST) yield { at: stages, wrong: `The pipeline has ${count} stages.` };
    if (stages.isWhole && count < LEAST) yield { at: stages, wrong: `The pipeline has ${count === 1 ? 'one stage' : 'no stage'}.` };
  },
};
