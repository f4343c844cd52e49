import { findingsAfter, idsAfter, type Json } from '../fixture';
import { hook, production, ROOT } from './stage';

const inMode = (mode: Json, hooks: Json) => (pipeline: Json, template: Json) => {
  production(hooks)(pipeline, template);
  pipeline.ExecutionMode = mode;
};

test.each<[Json, (string | number)[]]>([
  [{ OnFailure: { Result: 'ROLLBACK' } }, ['OnFailure', 'Result']],
  [{ OnFailure: hook('ROLLBACK') }, ['OnFailure', 'Conditions', 0, 'Result']],
  [{ OnSuccess: hook('ROLLBACK') }, ['OnSuccess', 'Conditions', 0, 'Result']],
])('in parallel mode, %j is found', (hooks, path) => {
  const found = findingsAfter(inMode('PARALLEL', hooks)).filter(({ severity }) => severity === 'error');
  expect(found).toEqual([expect.objectContaining({
    id: 'conveyor:rollback-parallel', part: 'Production', message: 'The stage "Production" is to roll back, and the mode is PARALLEL.', path: [...ROOT, ...path],
  })]);
});

test.each<[Json, Json]>([
  ['QUEUED', { OnFailure: { Result: 'ROLLBACK' } }],
  ['SUPERSEDED', { OnFailure: { Result: 'ROLLBACK' } }],
  [{ Ref: 'Given' }, { OnFailure: { Result: 'ROLLBACK' } }],
  ['PARALLEL', { OnFailure: { Result: 'RETRY' }, OnSuccess: hook('FAIL') }],
  ['PARALLEL', { OnFailure: { Result: { Ref: 'Given' } } }],
])('in the mode %j, %j is not', (mode, hooks) => {
  expect(idsAfter(inMode(mode, hooks))).not.toContain('rollback-parallel');
});

test('a mode and a result that never come together are not', () => {
  const never = inMode({ 'Fn::If': ['Yes', 'PARALLEL', 'QUEUED'] }, { OnFailure: { Result: { 'Fn::If': ['Yes', 'RETRY', 'ROLLBACK'] } } });
  expect(idsAfter(never)).not.toContain('rollback-parallel');
});
