import type { Check } from '../check';
import { lacks } from '../known';
import { CONDITIONS_PAGE, hooksOf, SPOKEN } from './hooks';

export const CONDITION_COUNT: Check = {
  id: 'conveyor:condition-count',
  severity: 'error',
  title: 'A stage has more than one condition of a kind, or the place for one and none in it',
  why: 'CodePipeline refuses the pipeline: a stage has at most one condition before entry, one on success and one on failure.',
  mend: 'Put all rules into one condition: it holds when all of them do.',
  source: CONDITIONS_PAGE,
  * find(pipeline) {
    for (const { hook, declared } of hooksOf(pipeline)) {
      const conditions = declared.at('Conditions');
      const count = conditions.items.length;
      if (count > 1) yield { at: conditions, wrong: `The stage has ${count} conditions ${SPOKEN[hook]}.` };
      if (conditions.isList ? count === 0 : hook !== 'OnFailure' && lacks(declared, 'Conditions')) {
        yield { at: declared, wrong: `The stage has no condition ${SPOKEN[hook]}.`, mend: `Add a condition, or leave ${hook === 'OnFailure' ? 'Conditions' : hook} out.` };
      }
    }
  },
};
