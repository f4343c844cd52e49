import { findingsAfter, idsAfter, type Json } from '../fixture';

const ARN = { 'Fn::Sub': 'arn:${AWS::Partition}:codepipeline:${AWS::Region}:${AWS::AccountId}:${Pipeline}' };
const ROLE = 'arn:aws:iam::111111111111:role/start';
const START = 'arn:aws:scheduler:::aws-sdk:codepipeline:startPipelineExecution';
const rule = (ScheduleExpression: Json, Arn: Json = ARN) => ({ Type: 'AWS::Events::Rule', Properties: { ScheduleExpression, Targets: [{ Id: 'Pipeline', Arn, RoleArn: ROLE }] } });
const schedule = (properties: Json) => ({
  Type: 'AWS::Scheduler::Schedule', Properties: { FlexibleTimeWindow: { Mode: 'OFF' }, Target: { Arn: ARN, RoleArn: ROLE }, ...properties },
});
const withNightly = (nightly: Json) => (_: Json, template: Json) => {
  template.Parameters = { Night: { Type: 'String', Default: 'never' } };
  template.Resources.Nightly = nightly;
};

test.each<[Json, string, string]>([
  [rule('cron(0 2 * * * *)'), 'ScheduleExpression', 'The schedule "cron(0 2 * * * *)" names both a day of month and a day of week; one of them must be "?".'],
  [rule('0 2 * * ? *'), 'ScheduleExpression', 'The schedule "0 2 * * ? *" is no expression like cron(…) or rate(…).'],
  [rule('rate(5 minute)'), 'ScheduleExpression', 'The schedule "rate(5 minute)" has "5 minute", which must be "5 minutes".'],
  [rule('at(2030-01-31T02:00:00)'), 'ScheduleExpression', 'The schedule "at(2030-01-31T02:00:00)" is of one point in time, which only EventBridge Scheduler knows.'],
  [schedule({ ScheduleExpression: 'cron(0 2 * *)' }), 'ScheduleExpression', 'The schedule "cron(0 2 * *)" has 4 fields, and takes 6: the last is the year.'],
  [schedule({ ScheduleExpression: 'rate(1 day)', ScheduleExpressionTimezone: 'Europe/Atlantis' }), 'ScheduleExpressionTimezone', 'The time zone "Europe/Atlantis" is not known.'],
  [rule('rate(1 days)', { 'Fn::Sub': 'arn:aws:codepipeline:${AWS::Region}:${AWS::AccountId}:${Pipeline}' }), 'ScheduleExpression', 'The schedule "rate(1 days)" has "1 days", which must be "1 day".'],
  [rule('rate(0 days)', 'arn:aws:codepipeline:eu-west-1:111111111111:Shop'), 'ScheduleExpression', 'The schedule "rate(0 days)" has a rate of 0.'],
  [schedule({ ScheduleExpression: 'never', Target: { Arn: START, RoleArn: ROLE, Input: { 'Fn::Sub': '{"Name":"${Pipeline}"}' } } }), 'ScheduleExpression', 'The schedule "never" is no expression like cron(…), rate(…) or at(…).'],
])('%j is found', (nightly, key, message) => {
  expect(findingsAfter(withNightly(nightly))).toEqual([expect.objectContaining({
    id: 'conveyor:schedule', severity: 'error', message, pipeline: 'Shop', part: undefined, path: ['Resources', 'Nightly', 'Properties', key],
  })]);
});

test.each<[Json]>([
  [rule('cron(0 2 * * ? *)')],
  [rule({ Ref: 'Night' })],
  [rule('never', 'arn:aws:codepipeline:eu-west-1:111111111111:other')],
  [rule('never', 'arn:aws:lambda:eu-west-1:111111111111:function:Shop')],
  [schedule({ ScheduleExpression: 'never', Target: { Arn: START, Input: '{"Name":"other"}' } })],
  [schedule({ ScheduleExpression: 'never', Target: { Arn: START, Input: { Ref: 'Night' } } })],
  [{ Type: 'AWS::Events::Rule', Properties: { EventPattern: { source: ['aws.s3'] }, Targets: [{ Id: 'Pipeline', Arn: ARN, RoleArn: ROLE }] } }],
  [schedule({ ScheduleExpression: 'at(2030-01-31T02:00:00)', ScheduleExpressionTimezone: 'Europe/Berlin' })],
  [{ Type: 'AWS::Events::Rule', Properties: { ScheduleExpression: 'never', Targets: 'Pipeline' } }],
])('%j is not', nightly => {
  expect(idsAfter(withNightly(nightly))).toEqual([]);
});

test('a rule that nothing sets off is found', () => {
  expect(findingsAfter(withNightly(rule(undefined)))).toEqual([expect.objectContaining({
    id: 'conveyor:schedule', message: 'The rule has neither a schedule nor a pattern of events.', path: ['Resources', 'Nightly', 'Properties'],
  })]);
});

test.each<[Json, string, string[]]>([
  [schedule({}), 'The schedule has no expression.', []],
  [schedule({ ScheduleExpression: 'rate(1 day)', FlexibleTimeWindow: undefined }), 'The schedule does not say whether it is flexible.', []],
  [schedule({ ScheduleExpression: 'rate(1 day)', FlexibleTimeWindow: { Mode: 'ON' } }), 'The mode of the time window is "ON".', ['FlexibleTimeWindow', 'Mode']],
  [schedule({ ScheduleExpression: 'rate(1 day)', FlexibleTimeWindow: { Mode: 'FLEXIBLE' } }), 'The time window is flexible, and does not say how long it is.', ['FlexibleTimeWindow']],
  [{ ...rule('rate(1 day)'), Properties: { ...rule('rate(1 day)').Properties, EventBusName: 'orders' } }, 'The schedule is on the bus "orders".', ['EventBusName']],
])('what lacks or does not go together in %j is found', (nightly, message, path) => {
  expect(findingsAfter(withNightly(nightly))).toEqual([expect.objectContaining({ id: 'conveyor:schedule', message, path: ['Resources', 'Nightly', 'Properties', ...path] })]);
});

test('a flexible schedule, and a rule on the default bus, are not', () => {
  expect(idsAfter(withNightly(schedule({ ScheduleExpression: 'rate(1 day)', FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 15 } })))).toEqual([]);
  expect(idsAfter(withNightly({ ...rule('rate(1 day)'), Properties: { ...rule('rate(1 day)').Properties, EventBusName: 'default' } }))).toEqual([]);
});
