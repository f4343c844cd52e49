import { findingsAfter, idsAfter, type Json } from '../fixture';
import { hook, production, ROOT } from './stage';

const MODE = { RetryConfiguration: { RetryMode: 'ALL_ACTIONS' } };

test.each<[Json, string, string[]]>([
  [{ Result: 'RETRY', ...hook('ROLLBACK') }, 'The stage is to be retried when it fails, and has a condition on failure.', ['Result']],
  [{ Result: 'ROLLBACK', ...MODE }, 'The stage has a RetryConfiguration, and its result is "ROLLBACK".', ['RetryConfiguration']],
  [{ ...hook('ROLLBACK'), ...MODE }, 'The stage has a RetryConfiguration, and its result is "none".', ['RetryConfiguration']],
])('%j is found', (OnFailure, message, path) => {
  const found = findingsAfter(production({ OnFailure })).filter(({ id }) => id === 'conveyor:retry-with-conditions');
  expect(found).toEqual([expect.objectContaining({ severity: 'error', part: 'Production', message, path: [...ROOT, 'OnFailure', ...path] })]);
});

test.each<[Json]>([
  [{ Result: 'RETRY' }],
  [{ Result: 'RETRY', ...MODE }],
  [{ Result: 'RETRY', RetryConfiguration: { RetryMode: { Ref: 'Given' } } }],
  [{ Result: { Ref: 'Given' }, ...MODE }],
  [{ 'Fn::If': ['Yes', { Result: 'RETRY', ...MODE }, { Result: 'ROLLBACK' }] }],
])('%j is not', OnFailure => {
  expect(idsAfter(production({ OnFailure }))).not.toContain('retry-with-conditions');
});
