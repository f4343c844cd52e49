import { findingsAfter, idsAfter, type Json, stageIn } from '../fixture';

const stage = (pipeline: Json, name: string) => ({ ...stageIn(pipeline, 'Approve'), Name: name });
const add = (count: number) => (pipeline: Json) => {
  for (let index = 0; index < count; index++) pipeline.Stages.push(stage(pipeline, `More${index}`));
};

test.each<[string, (pipeline: Json) => void]>([
  ['The pipeline has 51 stages.', add(47)],
  ['The pipeline has one stage.', pipeline => { pipeline.Stages.splice(1); }],
  ['The pipeline has no stage.', pipeline => { pipeline.Stages = []; }],
  ['The pipeline has no stages.', pipeline => { delete pipeline.Stages; }],
])('%s', (message, change) => {
  expect(findingsAfter(change)).toContainEqual(expect.objectContaining({ id: 'conveyor:stage-count', severity: 'error', message }));
});

test.each<[string, (pipeline: Json) => void]>([
  ['50 stages', add(46)],
  ['2 stages', pipeline => { pipeline.Stages.splice(2); }],
  ['a stage beside others that a transform writes', pipeline => { pipeline.Stages.splice(1, 3, { 'Fn::Transform': { Name: 'AWS::Include' } }); }],
  ['stages that a transform writes', pipeline => { pipeline.Stages = { 'Fn::Transform': { Name: 'AWS::Include' } }; }],
])('%s are well', (_, change) => {
  expect(idsAfter(change)).not.toContain('stage-count');
});
