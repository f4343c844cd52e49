import { findingsAfter, idsAfter, type Json } from '../fixture';

const ARN = { 'Fn::Sub': 'arn:${AWS::Partition}:codepipeline:${AWS::Region}:${AWS::AccountId}:${Pipeline}' };
const rule = (ScheduleExpression: Json, Arn: Json = ARN) => ({ Type: 'AWS::Events::Rule', Properties: { ScheduleExpression, Targets: [{ Id: 'Pipeline', Arn }] } });
const schedule = (properties: Json) => ({
  Type: 'AWS::Scheduler::Schedule', Properties: { FlexibleTimeWindow: { Mode: 'OFF' }, Target: { Arn: ARN, RoleArn: 'arn:aws:iam::111111111111:role/start' }, ...properties },
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
])('%j is found', (nightly, key, message) => {
  expect(findingsAfter(withNightly(nightly))).toEqual([expect.objectContaining({
    id: 'conveyor:schedule', severity: 'error', message, pipeline: 'Shop', part: undefined, path: ['Resources', 'Nightly', 'Properties', key],
  })]);
});

test.each<[Json]>([
  [rule('cron(0 2 * * ? *)')],
  [rule({ Ref: 'Night' })],
  [rule('never', 'arn:aws:codepipeline:eu-west-1:111111111111:other')],
  [rule(undefined)],
  [schedule({ ScheduleExpression: 'at(2030-01-31T02:00:00)', ScheduleExpressionTimezone: 'Europe/Berlin' })],
  [{ Type: 'AWS::Events::Rule', Properties: { ScheduleExpression: 'never', Targets: 'Pipeline' } }],
])('%j is not', nightly => {
  expect(idsAfter(withNightly(nightly))).toEqual([]);
});
