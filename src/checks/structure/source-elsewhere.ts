import { type Check, STRUCTURE } from '../check';
import { actionsOf } from '../parts';

export const SOURCE_ELSEWHERE: Check = {
  id: 'conveyor:source-elsewhere',
  severity: 'error',
  title: 'A source action stands in another stage than the first',
  why: 'CodePipeline refuses the pipeline: only its first stage has source actions.',
  mend: 'Put the action into the first stage: its artifact can be read in every later one.',
  source: STRUCTURE,
  * find(pipeline) {
    for (const { action, stageIndex } of actionsOf(pipeline)) {
      const category = action.declared.at('ActionTypeId', 'Category');
      if (stageIndex > 0 && category.text === 'Source') yield { at: category, wrong: `A source action stands in stage ${stageIndex + 1}.` };
    }
  },
};
