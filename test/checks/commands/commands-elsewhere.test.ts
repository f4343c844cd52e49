import { messagesIn } from './a-commands-action';
import { COMMANDS_ELSEWHERE } from '../../../src/checks/commands/commands-elsewhere';
import { actionIn, type Json, stageIn } from '../fixture';
import { foundBy, pathTo, saidBy, UNKNOWN } from '../found-by';

const VARIABLES = [{ Name: 'STAGE', Value: 'production' }];

test('commands of a build in CodeBuild are found', () => {
  const found = foundBy(COMMANDS_ELSEWHERE, pipeline => {
    actionIn(pipeline, 'Build/Compile').Commands = ['make'];
  });
  expect(found).toEqual([expect.objectContaining({
    severity: 'error', part: 'Build/Compile', message: 'CodeBuild takes no commands.', path: pathTo('Stages', 1, 'Actions', 0, 'Commands'),
  })]);
});

test.each<[string, Json, string]>([
  ['Build/Compile', { OutputVariables: ['VERSION'] }, 'CodeBuild is not told which variables it gives.'],
  ['Build/Compile', { EnvironmentVariables: VARIABLES }, 'CodeBuild takes no environment variables of the action.'],
  ['Approve/Ask', { EnvironmentVariables: VARIABLES }, 'Manual takes no environment variables of the action.'],
  ['Production/Site', { Commands: 'make' }, 'S3 takes no commands.'],
])('in %s, %j is found', (action, change, message) => {
  expect(saidBy(COMMANDS_ELSEWHERE, pipeline => Object.assign(actionIn(pipeline, action), change))).toEqual([message]);
});

test('a rule that takes no commands is found', () => {
  const rule = (Provider: unknown) => saidBy(COMMANDS_ELSEWHERE, pipeline => {
    stageIn(pipeline, 'Production').BeforeEntry = { Conditions: [{ Result: 'FAIL', Rules: [{ Name: 'Look', RuleTypeId: { Provider }, Commands: ['make'] }] }] };
  });
  expect(rule('LambdaInvoke')).toEqual(['A LambdaInvoke rule takes no commands.']);
  expect(rule('Commands')).toEqual([]);
  expect(rule('Unheard')).toEqual([]);
  expect(rule(UNKNOWN)).toEqual([]);
});

test('a Commands action takes all three', () => {
  expect(messagesIn(COMMANDS_ELSEWHERE, { OutputVariables: ['VERSION'], EnvironmentVariables: VARIABLES })).toEqual([]);
});

test.each<[string, Json]>([
  ['EKS', { Category: 'Deploy', Owner: 'AWS', Provider: 'EKS', Version: '1' }],
  ['EC2, of which the guide says nothing', { Category: 'Deploy', Owner: 'AWS', Provider: 'EC2', Version: '1' }],
  ['a custom action', { Category: 'Deploy', Owner: 'Custom', Provider: 'Forge', Version: '1' }],
])('%s may take environment variables', (_what, type) => {
  expect(saidBy(COMMANDS_ELSEWHERE, pipeline => {
    Object.assign(actionIn(pipeline, 'Production/Site'), { ActionTypeId: type, EnvironmentVariables: VARIABLES });
  })).toEqual([]);
});

test('empty lists are nothing', () => {
  expect(saidBy(COMMANDS_ELSEWHERE, pipeline => {
    Object.assign(actionIn(pipeline, 'Build/Compile'), { Commands: [], OutputVariables: [], EnvironmentVariables: [] });
  })).toEqual([]);
});
