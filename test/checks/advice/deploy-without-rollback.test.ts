import { actionOf, advice, type Json, stageIn } from './fixture';

const ID = 'deploy-without-rollback';

function stack(mode: string, name = 'Stack'): Json {
  return actionOf('Deploy', 'CloudFormation', { Name: name, Configuration: { ActionMode: mode, StackName: 'shop', ChangeSetName: 'next' } });
}

test('a stage that deploys and says nothing of failures is found', () => {
  expect(advice(ID, pipeline => delete stageIn(pipeline, 'Production').OnFailure)).toEqual([expect.objectContaining({
    severity: 'warning',
    part: 'Production',
    message: 'Nothing happens when the stage "Production" fails in deploying "Site".',
    path: ['Resources', 'Pipeline', 'Properties', 'Stages', 3],
  })]);
});

test('a result that takes nothing back is found', () => {
  const [finding] = advice(ID, pipeline => {
    stageIn(pipeline, 'Production').OnFailure = { Result: 'FAIL' };
  });
  expect(finding.path.slice(-2)).toEqual(['OnFailure', 'Result']);
});

test.each([
  { Result: 'ROLLBACK' }, { Result: 'RETRY', RetryConfiguration: { RetryMode: 'ALL_ACTIONS' } }, { Result: { Ref: 'Result' } },
  { Conditions: [{ Result: 'ROLLBACK', Rules: [] }] }, { Ref: 'Result' },
])('a stage with OnFailure %j is not', failure => {
  expect(advice(ID, (pipeline, template) => {
    template.Parameters = { Result: { Type: 'String' } };
    stageIn(pipeline, 'Production').OnFailure = failure;
  })).toEqual([]);
});

test.each([
  ['a V1 pipeline', { PipelineType: 'V1' }], ['a pipeline that names no type', { PipelineType: undefined }], ['a type that is not known', { PipelineType: { Ref: 'What' } }],
  ['executions beside each other', { ExecutionMode: 'PARALLEL' }], ['a mode that is not known', { ExecutionMode: { Ref: 'What' } }],
])('%s has no rollback to ask for', (_, properties) => {
  expect(advice(ID, (pipeline, template) => {
    template.Parameters = { What: { Type: 'String' } };
    delete stageIn(pipeline, 'Production').OnFailure;
    Object.assign(pipeline, properties);
  })).toEqual([]);
});

test.each([
  ['is updated', [stack('CREATE_UPDATE')], 1],
  ['gets a change set', [stack('CHANGE_SET_REPLACE')], 0],
  ['gets a change set that is executed', [stack('CHANGE_SET_REPLACE', 'Prepare'), stack('CHANGE_SET_EXECUTE', 'Execute')], 1],
  ['executes the change set of another stage', [stack('CHANGE_SET_EXECUTE')], 0],
  ['is deleted', [stack('DELETE_ONLY')], 0],
])('where a stack %s, %#', (_, actions, count) => {
  expect(advice(ID, pipeline => {
    const stage = stageIn(pipeline, 'Production');
    delete stage.OnFailure;
    stage.Actions = actions;
  })).toHaveLength(count);
});

test.each([
  ['tests', actionOf('Test', 'CodeBuild')],
  ['approvals', actionOf('Approval', 'Manual')],
  ['deployments of another make', actionOf('Deploy', 'XebiaLabs', {}, 'Custom')],
  ['new stack instances', actionOf('Deploy', 'CloudFormationStackInstances')],
])('a stage of %s is left alone', (_, action) => {
  expect(advice(ID, pipeline => {
    const stage = stageIn(pipeline, 'Production');
    delete stage.OnFailure;
    stage.Actions = [action];
  })).toEqual([]);
});
