/** What each mode of a CloudFormation action may do with its stack. */

import { CLOUDFORMATION } from '../../src/catalog/deploys';

const stack = 'arn:aws:cloudformation:eu-west-1:111111111111:stack/shop/*';

function statements(configuration: Record<string, string>) {
  return CLOUDFORMATION.permissions({
    partition: 'aws', region: 'eu-west-1', account: '111111111111', pipelineName: 'Web', configuration: { StackName: 'shop', ...configuration }, arns: {},
  });
}

const calls = (ActionMode: string) => statements({ ActionMode })[0].actions.map(action => action.replace('cloudformation:', '')).sort();

test.each([
  ['CREATE_UPDATE', ['CreateStack', 'DescribeStackEvents', 'DescribeStackResources', 'DescribeStacks', 'GetTemplate', 'UpdateStack']],
  ['REPLACE_ON_FAILURE', ['CreateStack', 'DeleteStack', 'DescribeStackEvents', 'DescribeStackResources', 'DescribeStacks', 'GetTemplate', 'UpdateStack']],
  ['CHANGE_SET_REPLACE', ['CreateChangeSet', 'DeleteChangeSet', 'DescribeChangeSet', 'DescribeStackEvents', 'DescribeStacks', 'GetTemplate']],
  ['CHANGE_SET_EXECUTE', ['DescribeChangeSet', 'DescribeStackEvents', 'DescribeStacks', 'ExecuteChangeSet']],
  ['DELETE_ONLY', ['DeleteStack', 'DescribeStackEvents', 'DescribeStackResources', 'DescribeStacks']],
])('%s makes just these calls on its one stack', (mode, expected) => {
  expect(calls(mode)).toEqual(expected);
  expect(statements({ ActionMode: mode })).toHaveLength(1);
  expect(statements({ ActionMode: mode })[0].resources).toEqual([stack]);
});

test('every mode that the service knows has its calls', () => {
  expect(CLOUDFORMATION.configuration.ActionMode.values).toEqual(['CREATE_UPDATE', 'REPLACE_ON_FAILURE', 'DELETE_ONLY', 'CHANGE_SET_REPLACE', 'CHANGE_SET_EXECUTE']);
});

test('a template is validated, which knows no resource', () => {
  expect(statements({ ActionMode: 'CREATE_UPDATE', TemplatePath: 'Build::template.yaml' })[1]).toEqual({ actions: ['cloudformation:ValidateTemplate'], resources: ['*'] });
});

test('the execution role is passed on to CloudFormation alone', () => {
  expect(statements({ ActionMode: 'DELETE_ONLY', RoleArn: 'ROLE' })[1])
    .toEqual({ actions: ['iam:PassRole'], resources: ['ROLE'], conditions: { StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' } } });
});

test.each([
  ['CHANGE_SET_REPLACE', ['CreateChangeSet', 'DeleteChangeSet', 'DescribeChangeSet']],
  ['CHANGE_SET_EXECUTE', ['DescribeChangeSet', 'ExecuteChangeSet']],
])('%s works on its one change set', (ActionMode, expected) => {
  const [onStack, onChangeSet] = statements({ ActionMode, ChangeSetName: 'release' });
  expect(onChangeSet.actions.map(action => action.replace('cloudformation:', '')).sort()).toEqual(expected);
  expect(onChangeSet.resources).toEqual([stack]);
  expect(onChangeSet.conditions).toEqual({ StringEqualsIfExists: { 'cloudformation:ChangeSetName': 'release' } });
  expect(onStack.actions.filter(action => action.endsWith('ChangeSet'))).toEqual([]);
  expect([...onStack.actions, ...onChangeSet.actions].map(action => action.replace('cloudformation:', '')).sort()).toEqual(calls(ActionMode));
});

test('a change set whose name has a variable may be any of the stack', () => {
  expect(statements({ ActionMode: 'CHANGE_SET_EXECUTE', ChangeSetName: '#{variables.Release}' })).toHaveLength(1);
});
