import { actionIn, findingsAfter, idsAfter, type Json, stageIn } from '../fixture';

/** The valid pipeline with nothing in it that only V2 has. */
function plain(pipeline: Json) {
  pipeline.PipelineType = 'V1';
  delete pipeline.ExecutionMode;
  delete stageIn(pipeline, 'Production').OnFailure;
}
const condition = {
  Conditions: [{
    Result: 'FAIL',
    Rules: [{
      Name: 'Alarm', RuleTypeId: { Category: 'Rule', Owner: 'AWS', Provider: 'CloudWatchAlarm', Version: '1' }, Configuration: { AlarmName: 'errors' },
    }],
  }],
};
const features: [string, (pipeline: Json) => void][] = [
  ['the execution mode QUEUED', pipeline => { pipeline.ExecutionMode = 'QUEUED'; }],
  ['the execution mode PARALLEL', pipeline => { pipeline.ExecutionMode = 'PARALLEL'; }],
  ['triggers', pipeline => {
    pipeline.Triggers = [{ ProviderType: 'CodeStarSourceConnection', GitConfiguration: { SourceActionName: 'Shop', Push: [{ Branches: { Includes: ['main'] } }] } }];
  }],
  ['variables', pipeline => { pipeline.Variables = [{ Name: 'place', DefaultValue: 'test' }]; }],
  ['an entry condition', pipeline => { stageIn(pipeline, 'Production').BeforeEntry = condition; }],
  ['a success condition', pipeline => { stageIn(pipeline, 'Production').OnSuccess = condition; }],
  ['an answer to failure', pipeline => { stageIn(pipeline, 'Production').OnFailure = { Result: 'ROLLBACK' }; }],
  ['an answer to failure', pipeline => { stageIn(pipeline, 'Build').OnFailure = { Result: 'RETRY', RetryConfiguration: { RetryMode: 'ALL_ACTIONS' } }; }],
  ['an action of Commands', pipeline => {
    Object.assign(actionIn(pipeline, 'Build/Compile'), {
      ActionTypeId: { Category: 'Compute', Owner: 'AWS', Provider: 'Commands', Version: '1' }, Configuration: undefined, Commands: ['make'],
    });
  }],
];

test.each(features)('a V1 pipeline with %s is found', (what, change) => {
  const found = findingsAfter(pipeline => { plain(pipeline); change(pipeline); });
  expect(found).toContainEqual(expect.objectContaining({
    id: 'conveyor:needs-v2', message: `The pipeline is of the type V1, and has ${what}.`, mend: 'Make it `PipelineType: V2`.',
  }));
});

test.each(features)('so is one that names no type, with %s', (what, change) => {
  const found = findingsAfter(pipeline => { plain(pipeline); delete pipeline.PipelineType; change(pipeline); });
  expect(found).toContainEqual(expect.objectContaining({
    id: 'conveyor:needs-v2', message: `The pipeline names no type, and so is of the type V1, and has ${what}.`,
  }));
});

test.each(features)('a pipeline whose type is unknown may have %s', (_, change) => {
  expect(idsAfter((pipeline, template) => {
    plain(pipeline);
    template.Parameters = { Type: { Type: 'String', Default: 'V1' } };
    pipeline.PipelineType = { Ref: 'Type' };
    change(pipeline);
  })).not.toContain('needs-v2');
});

test.each<[Json]>([[{}], [{ PipelineType: undefined }], [{ ExecutionMode: 'SUPERSEDED' }], [{ Triggers: [], Variables: [] }]])('a V1 pipeline with %j is well', properties => {
  expect(idsAfter(pipeline => { plain(pipeline); Object.assign(pipeline, properties); })).not.toContain('needs-v2');
});
