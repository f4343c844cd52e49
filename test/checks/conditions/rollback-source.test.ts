import { findingsAfter, idsAfter, type Json } from '../fixture';
import { hook, rule } from './stage';

const source = (hooks: Json) => (pipeline: Json) => { Object.assign(pipeline.Stages[0], hooks); };
const LAMBDA = [rule('LambdaInvoke', { FunctionName: 'judge' })];

test.each<[Json, (string | number)[]]>([
  [{ OnFailure: { Result: 'ROLLBACK' } }, ['OnFailure', 'Result']],
  [{ OnFailure: hook('ROLLBACK', LAMBDA) }, ['OnFailure', 'Conditions', 0, 'Result']],
  [{ OnSuccess: hook('ROLLBACK', LAMBDA) }, ['OnSuccess', 'Conditions', 0, 'Result']],
])('a source stage with %j is found', (hooks, path) => {
  expect(findingsAfter(source(hooks))).toEqual([expect.objectContaining({
    id: 'conveyor:rollback-source', severity: 'error', part: 'Source', message: 'The source stage "Source" is to roll back.', path: ['Resources', 'Pipeline', 'Properties', 'Stages', 0, ...path],
  })]);
});

test.each<[Json]>([[{ OnFailure: { Result: 'RETRY' } }], [{ OnSuccess: hook('FAIL', LAMBDA) }], [{ OnFailure: { Result: { Ref: 'Given' } } }]])('one with %j is not', hooks => {
  expect(idsAfter((pipeline, template) => {
    template.Parameters = { Given: { Type: 'String', Default: 'ROLLBACK' } };
    source(hooks)(pipeline);
  })).toEqual([]);
});
