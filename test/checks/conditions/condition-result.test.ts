import { findingsAfter, idsAfter, type Json } from '../fixture';
import { hook, production, ROOT } from './stage';

const RESULT = ['Conditions', 0, 'Result'];

test.each<[Json, string, (string | number)[], string?]>([
  [{ BeforeEntry: hook('ROLLBACK') }, '"ROLLBACK" is no result of a condition before entry.', ['BeforeEntry', ...RESULT], 'Use FAIL or SKIP.'],
  [{ BeforeEntry: hook('RETRY') }, '"RETRY" is no result of a condition before entry.', ['BeforeEntry', ...RESULT]],
  [{ BeforeEntry: hook('fail') }, '"fail" is no result of a condition before entry.', ['BeforeEntry', ...RESULT], 'Did you mean FAIL?'],
  [{ OnSuccess: hook('SKIP') }, '"SKIP" is no result of a condition on success.', ['OnSuccess', ...RESULT]],
  [{ OnSuccess: hook('RETRY') }, '"RETRY" is no result of a condition on success.', ['OnSuccess', ...RESULT]],
  [{ OnFailure: hook('SKIP') }, '"SKIP" is no result of a condition on failure.', ['OnFailure', ...RESULT]],
  [{ OnFailure: hook('FAIL') }, '"FAIL" is no result of a condition on failure.', ['OnFailure', ...RESULT]],
  [{ OnFailure: { Result: 'SKIP' } }, '"SKIP" is no result of the failure of a stage.', ['OnFailure', 'Result'], 'Use ROLLBACK or RETRY.'],
  [{ OnFailure: { Result: 'ROLL_BACK' } }, '"ROLL_BACK" is no result of the failure of a stage.', ['OnFailure', 'Result'], 'Did you mean ROLLBACK?'],
])('%j is found', (hooks, message, path, mend = '') => {
  const found = findingsAfter(production(hooks)).filter(({ id }) => id === 'conveyor:condition-result');
  expect(found).toEqual([expect.objectContaining({ severity: 'error', part: 'Production', message, path: [...ROOT, ...path], ...(mend && { mend }) })]);
});

test.each<[Json]>([
  [{ BeforeEntry: hook('FAIL') }],
  [{ BeforeEntry: hook('SKIP') }],
  [{ BeforeEntry: hook(undefined) }],
  [{ BeforeEntry: hook({ Ref: 'Given' }) }],
  [{ OnSuccess: hook('FAIL') }],
  [{ OnSuccess: hook('ROLLBACK') }],
  [{ OnFailure: hook('ROLLBACK') }],
  [{ OnFailure: { Result: 'RETRY' } }],
  [{ OnFailure: { Result: { 'Fn::If': ['Yes', 'ROLLBACK', 'RETRY'] } } }],
])('%j is not', hooks => {
  expect(idsAfter(production({ OnFailure: { Result: 'ROLLBACK' }, ...hooks }))).not.toContain('condition-result');
});
