import { findingsAfter, idsAfter, type Json } from '../fixture';

test.each(['v2', '2', 'V3', ''])('the pipeline type %j is found', type => {
  expect(findingsAfter(pipeline => { pipeline.PipelineType = type; })).toContainEqual(expect.objectContaining({
    id: 'conveyor:pipeline-type', message: `The pipeline is of the type "${type}".`, path: ['Resources', 'Pipeline', 'Properties', 'PipelineType'],
  }));
});

test.each([['queued', 'Write QUEUED.'], ['SERIAL', 'Use QUEUED, SUPERSEDED or PARALLEL.']])('the execution mode %j is found', (mode, mend) => {
  expect(findingsAfter(pipeline => { pipeline.ExecutionMode = mode; })).toContainEqual(expect.objectContaining({
    id: 'conveyor:execution-mode', message: `The execution mode is "${mode}".`, mend,
  }));
});

test.each<[Json]>([
  [{ ExecutionMode: 'SUPERSEDED' }],
  [{ ExecutionMode: undefined }],
  [{ ExecutionMode: { Ref: 'Late' } }],
  [{ PipelineType: { Ref: 'Late' } }],
])('%j is well', properties => {
  expect(idsAfter((pipeline, template) => {
    template.Parameters = { Late: { Type: 'String', Default: 'x' } };
    Object.assign(pipeline, properties);
  })).toEqual([]);
});
