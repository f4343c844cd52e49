import { type Check, LIMITS } from '../check';

const MOST = 50;

export const VARIABLE_COUNT: Check = {
  id: 'conveyor:variable-count',
  severity: 'error',
  title: 'A pipeline declares more than 50 variables',
  why: 'CodePipeline refuses the pipeline.',
  mend: 'Declare what changes from one start to the next; what stays the same can be a file of the source.',
  source: LIMITS,
  * find({ declared }) {
    const variables = declared.at('Variables');
    if (variables.items.length > MOST) yield { at: variables, wrong: `The pipeline has ${variables.items.length} variables.` };
  },
};
