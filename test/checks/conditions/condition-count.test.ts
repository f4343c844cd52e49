import { findingsAfter, idsAfter, type Json } from '../fixture';
import { CHECK, hook, production, ROOT } from './stage';

const TWO = { Conditions: [{ Result: 'FAIL', Rules: [CHECK] }, { Result: 'FAIL', Rules: [CHECK] }] };

test.each<[string, Json, string, (string | number)[]]>([
  ['two before entry', { BeforeEntry: TWO }, 'The stage has 2 conditions before entry.', ['BeforeEntry', 'Conditions']],
  ['two on success', { OnSuccess: TWO }, 'The stage has 2 conditions on success.', ['OnSuccess', 'Conditions']],
  ['none before entry', { BeforeEntry: { Conditions: [] } }, 'The stage has no condition before entry.', ['BeforeEntry']],
  ['nothing on success', { OnSuccess: {} }, 'The stage has no condition on success.', ['OnSuccess']],
  ['none on failure', { OnFailure: { Result: 'ROLLBACK', Conditions: [] } }, 'The stage has no condition on failure.', ['OnFailure']],
])('%s are found', (_, hooks, message, path) => {
  expect(findingsAfter(production({ OnFailure: { Result: 'ROLLBACK' }, ...hooks }))).toEqual([expect.objectContaining({
    id: 'conveyor:condition-count', severity: 'error', part: 'Production', message, path: [...ROOT, ...path],
  })]);
});

test('two on failure are found', () => {
  expect(idsAfter(production({ OnFailure: { Conditions: [{ Result: 'ROLLBACK', Rules: [CHECK] }, { Result: 'ROLLBACK', Rules: [CHECK] }] } }))).toContain('condition-count');
});

test.each<[string, Json]>([
  ['one of each kind', { BeforeEntry: hook('FAIL'), OnSuccess: hook('ROLLBACK'), OnFailure: hook('ROLLBACK') }],
  ['a failure without conditions', { OnFailure: { Result: 'ROLLBACK' } }],
  ['one of two, as a condition has it', { BeforeEntry: { Conditions: [{ 'Fn::If': ['Yes', { Result: 'FAIL', Rules: [CHECK] }, { Result: 'SKIP', Rules: [CHECK] }] }] }, OnFailure: { Result: 'ROLLBACK' } }],
  ['what a transform makes', { BeforeEntry: { 'Fn::Transform': { Name: 'Conditions' } }, OnFailure: { Result: 'ROLLBACK' } }],
  ['what only some deployments have', { BeforeEntry: { Conditions: [{ 'Fn::If': ['Yes', { Result: 'FAIL', Rules: [CHECK] }, { Ref: 'AWS::NoValue' }] }, { 'Fn::If': ['Yes', { Ref: 'AWS::NoValue' }, { Result: 'FAIL', Rules: [CHECK] }] }] }, OnFailure: { Result: 'ROLLBACK' } }],
])('%s is not', (_, hooks) => {
  expect(idsAfter(production(hooks))).not.toContain('condition-count');
});
