import { near } from '../../catalog/nearest';
import type { Declared } from '../../plan';
import type { Check, Problem } from '../check';
import { shown } from '../known';
import { conditionsOf, type Hook } from '../parts';
import { CONDITIONS_PAGE, hooksOf, SPOKEN } from './hooks';

const RESULTS: Readonly<Record<Hook, readonly string[]>> = {
  BeforeEntry: ['FAIL', 'SKIP'],
  OnSuccess: ['FAIL', 'ROLLBACK'],
  OnFailure: ['ROLLBACK'],
};
const OF_FAILURE = ['ROLLBACK', 'RETRY'];

export const CONDITION_RESULT: Check = {
  id: 'conveyor:condition-result',
  severity: 'error',
  title: 'A condition, or a failure, has a result that is not possible there',
  why: 'CodePipeline refuses the pipeline: a condition before entry fails or skips the stage, one on success fails it or rolls it back, one on failure rolls it back.',
  mend: 'Use FAIL or SKIP before entry, FAIL or ROLLBACK on success, ROLLBACK (or RETRY without a condition) on failure.',
  source: CONDITIONS_PAGE,
  * find(pipeline) {
    for (const { hook, condition } of conditionsOf(pipeline)) {
      yield* wrongResult(condition.declared.at('Result'), RESULTS[hook], `a condition ${SPOKEN[hook]}`);
    }
    for (const { hook, declared } of hooksOf(pipeline)) {
      if (hook === 'OnFailure') yield* wrongResult(declared.at('Result'), OF_FAILURE, 'the failure of a stage');
    }
  },
};

function* wrongResult(at: Declared, allowed: readonly string[], of: string): Generator<Problem> {
  if (at.text === undefined || allowed.includes(at.text)) return;
  const meant = near(at.text, allowed);
  yield { at, wrong: `${shown(at.text)} is no result of ${of}.`, mend: meant ? `Did you mean ${meant}?` : `Use ${allowed.join(' or ')}.` };
}
