import { type Check, GUIDE } from '../check';
import { shown } from '../known';
import { resultsOf } from './hooks';

export const ROLLBACK_SOURCE: Check = {
  id: 'conveyor:rollback-source',
  severity: 'error',
  title: 'A source stage is to roll back',
  why: 'CodePipeline refuses the pipeline: a source stage cannot be rolled back.',
  mend: 'Leave ROLLBACK out of the source stage. RETRY can help where a source fails now and then.',
  source: `${GUIDE}/stage-rollback.html`,
  * find(pipeline) {
    for (const { stage, result } of resultsOf(pipeline)) {
      const isSource = stage.actions.some(({ declared }) => declared.at('ActionTypeId', 'Category').text === 'Source');
      if (isSource && result.text === 'ROLLBACK') yield { at: result, wrong: `The source stage ${shown(stage.name)} is to roll back.` };
    }
  },
};
