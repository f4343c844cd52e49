import { findingsAfter, idsAfter, type Json } from '../fixture';
import { hook, production, ROOT, rule } from './stage';

const CHECK = { Variable: '#{Shop.BranchName}', Value: 'main', Operator: 'EQ' };
const ALARM = { AlarmName: 'errors' };
const configured = (provider: string, configuration: Json, inputs = ['ShopSource']) => {
  const others = provider === 'CodeBuild' ? { InputArtifacts: inputs.map(Name => ({ Name })) } : {};
  return production({ BeforeEntry: hook('FAIL', [rule(provider, configuration, others)]), OnFailure: { Result: 'ROLLBACK' } });
};
const RULE = [...ROOT, 'BeforeEntry', 'Conditions', 0, 'Rules', 0];

test.each<[string, Json, string, string[], string?]>([
  ['CloudWatchAlarm', {}, 'CloudWatchAlarm needs AlarmName.', ['Configuration']],
  ['CloudWatchAlarm', undefined, 'CloudWatchAlarm needs AlarmName.', []],
  ['CloudWatchAlarm', 'AlarmName=errors', 'The configuration of the rule is a text.', ['Configuration']],
  ['CloudWatchAlarm', [ALARM], 'The configuration of the rule is a list.', ['Configuration']],
  ['CloudWatchAlarm', { AlarmName: '' }, 'AlarmName is empty.', ['Configuration', 'AlarmName']],
  ['CloudWatchAlarm', { ...ALARM, WaitTimes: '5' }, 'CloudWatchAlarm does not know "WaitTimes".', ['Configuration', 'WaitTimes'], 'Did you mean "WaitTime"?'],
  ['CloudWatchAlarm', { ...ALARM, WaitTime: '5m' }, 'WaitTime is "5m", and no whole number.', ['Configuration', 'WaitTime']],
  ['CloudWatchAlarm', { ...ALARM, WaitTime: 1.5 }, 'WaitTime is "1.5", and no whole number.', ['Configuration', 'WaitTime']],
  ['CloudWatchAlarm', { ...ALARM, AlarmStates: 'ALARM,INSUFFICIENT' }, 'AlarmStates does not take "INSUFFICIENT".', ['Configuration', 'AlarmStates']],
  ['CloudWatchAlarm', { ...ALARM, AlarmStates: ['ALARM'] }, 'AlarmStates is a list.', ['Configuration', 'AlarmStates'], 'Write the value as a text.'],
  ['CloudWatchAlarm', { AlarmName: 'arn:aws:cloudwatch:eu-west-1:1:alarm:errors' }, 'AlarmName is "arn:aws:cloudwatch:eu-west-1:1:alarm:errors", which is not the name of an alarm.', ['Configuration', 'AlarmName']],
  ['CloudWatchAlarm', { AlarmName: { 'Fn::Sub': 'arn:aws:cloudwatch:eu-west-1:1:alarm:${Nowhere}' } }, 'AlarmName is "arn:aws:cloudwatch:eu-west-1:1:alarm:{unresolved:Nowhere}", which is not the name of an alarm.', ['Configuration', 'AlarmName']],
  ['VariableCheck', { ...CHECK, Operator: 'EQUALS' }, 'Operator does not take "EQUALS".', ['Configuration', 'Operator']],
  ['VariableCheck', { ...CHECK, Operator: 'MATCHS' }, 'Operator does not take "MATCHS".', ['Configuration', 'Operator'], 'Did you mean "MATCHES"?'],
  ['VariableCheck', { Variable: 'a', Operator: 'EQ' }, 'VariableCheck needs Value.', ['Configuration']],
  ['LambdaInvoke', { FunctionNam: 'judge', FunctionName: 'judge' }, 'LambdaInvoke does not know "FunctionNam".', ['Configuration', 'FunctionNam'], 'Did you mean "FunctionName"?'],
  ['DeploymentWindow', { Cron: '0 0 9 ? * MON', Timezone: 'UTC' }, 'DeploymentWindow does not know "Timezone".', ['Configuration', 'Timezone'], 'Did you mean "TimeZone"?'],
  ['CodeBuild', { ProjectName: 'p', BatchEnabled: 'yes' }, 'BatchEnabled does not take "yes".', ['Configuration', 'BatchEnabled']],
  ['CloudWatchAlarm', { AlarmName: 'x'.repeat(256) }, `AlarmName is "${'x'.repeat(60)}…", which is not the name of an alarm.`, ['Configuration', 'AlarmName']],
  ['LambdaInvoke', { FunctionName: 'my judge' }, 'FunctionName is "my judge", which is not a function: letters, digits, - and _, 64 at most.', ['Configuration', 'FunctionName']],
  ['CodeBuild', { ProjectName: 'p', EnvironmentVariables: '{"A":"b"}' }, 'EnvironmentVariables is no list.', ['Configuration', 'EnvironmentVariables']],
  ['CodeBuild', { ProjectName: 'p', PrimarySource: 'Other' }, 'PrimarySource names the artifact "Other", which the rule does not read.', ['Configuration', 'PrimarySource']],
  ['LambdaInvoke', { FunctionName: 'judge', UserParameters: 'x'.repeat(10_001) }, 'The value of "UserParameters" has 10001 characters.', ['Configuration', 'UserParameters']],
])('what is wrong with a %s is found (%#)', (provider, configuration, message, path, mend = '') => {
  const found = findingsAfter(configured(provider, configuration)).filter(({ id }) => id === 'conveyor:rule-configuration');
  expect(found).toEqual([expect.objectContaining({ severity: 'error', part: 'Production', message, path: [...RULE, ...path], ...(mend && { mend }) })]);
});

test('a build that reads two artifacts names the primary one', () => {
  const both = ['ShopSource', 'ShopSite'];
  const messages = (configuration: Json) => findingsAfter(configured('CodeBuild', configuration, both)).filter(({ id }) => id === 'conveyor:rule-configuration').map(({ message }) => message);
  expect(messages({ ProjectName: 'p' })).toEqual(['The rule reads 2 artifacts, and does not say which one has its buildspec.']);
  expect(messages({ ProjectName: 'p', PrimarySource: 'ShopSite' })).toEqual([]);
});

test('201 keys are found', () => {
  const keys = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`Key${at}`, 'x']));
  expect(findingsAfter(configured('LambdaInvoke', keys)).map(({ message }) => message)).toContain('The rule\'s configuration has 201 keys.');
});

test.each<[string, Json]>([
  ['CloudWatchAlarm', { ...ALARM, AlarmStates: 'ALARM, INSUFFICIENT_DATA', WaitTime: 10 }],
  ['CloudWatchAlarm', { AlarmName: { Ref: 'Given' }, WaitTime: '#{variables.Wait}' }],
  ['CloudWatchAlarm', { AlarmName: { 'Fn::Sub': '${Given}-errors' } }],
  ['CloudWatchAlarm', { 'Fn::Transform': { Name: 'Alarm' } }],
  ['VariableCheck', { ...CHECK, Operator: { Ref: 'Given' } }],
  ['VariableCheck', { ...CHECK, Operator: { 'Fn::If': ['Yes', 'EQ', 'NE'] } }],
  ['CodeBuild', { ProjectName: 'p', BatchEnabled: true, CombineArtifacts: 'False' }],
  ['CodeBuild', { ProjectName: 'p', PrimarySource: 'ShopSource', EnvironmentVariables: '[{"name":"A","value":"b"}]' }],
  ['LambdaInvoke', { FunctionName: 'judge', UserParameters: 'x'.repeat(10_000) }],
  ['Weather', { Sunny: 'yes' }],
])('what is right with a %s is not (%#)', (provider, configuration) => {
  expect(idsAfter((pipeline, template) => {
    configured(provider, configuration)(pipeline, template);
    pipeline.Variables = [{ Name: 'Wait', DefaultValue: '5' }];
  })).not.toContain('rule-configuration');
});
