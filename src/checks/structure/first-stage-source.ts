import { type Check, STRUCTURE } from '../check';

export const FIRST_STAGE_SOURCE: Check = {
  id: 'conveyor:first-stage-source',
  severity: 'error',
  title: 'An action of the first stage is no source',
  why: 'CodePipeline refuses the pipeline: its first stage has source actions, and no others.',
  mend: 'Put the action into a later stage, and a source into the first one.',
  source: STRUCTURE,
  * find({ declared, stages: [first] }) {
    if (!declared.at('Stages').items[0]?.isObject) return;
    for (const action of first.actions) {
      const category = action.declared.at('ActionTypeId', 'Category');
      if (category.text !== undefined && category.text !== 'Source') {
        yield { at: category, wrong: `An action of the first stage is of the category ${category.text}.` };
      }
    }
  },
};
