import { findingsAfter, idsAfter, type Json } from '../fixture';
import { production, ROOT } from './stage';

const retried = (RetryMode: Json) => production({ OnFailure: { Result: 'RETRY', RetryConfiguration: { RetryMode } } });

test.each([
  ['FAILED_ACTION', 'Did you mean FAILED_ACTIONS?'],
  ['all_actions', 'Did you mean ALL_ACTIONS?'],
  ['TWICE', 'RetryMode is FAILED_ACTIONS or ALL_ACTIONS.'],
])('the mode %s is found', (mode, mend) => {
  expect(findingsAfter(retried(mode))).toEqual([expect.objectContaining({
    id: 'conveyor:retry-mode',
    severity: 'error',
    part: 'Production',
    message: `The retry mode is "${mode}".`,
    mend,
    path: [...ROOT, 'OnFailure', 'RetryConfiguration', 'RetryMode'],
  })]);
});

test.each<[Json]>([['FAILED_ACTIONS'], ['ALL_ACTIONS'], [{ Ref: 'Given' }], [undefined]])('the mode %j is not', mode => {
  expect(idsAfter(retried(mode))).toEqual([]);
});
