import { STARTER_ROLE } from '../../../src/checks/triggers/starter-role';
import { type Json } from '../fixture';
import { foundBy } from '../found-by';

const ARN = { 'Fn::Sub': 'arn:aws:codepipeline:${AWS::Region}:${AWS::AccountId}:${Pipeline}' };
const ROLE = { RoleArn: { 'Fn::ImportValue': 'starter' } };
const rule = (target: Json, properties: Json = { ScheduleExpression: 'rate(1 day)' }): Json => ({ Type: 'AWS::Events::Rule', Properties: { ...properties, Targets: [{ Id: 'Other', Arn: 'arn:aws:sns:eu-west-1:111111111111:told' }, { Id: 'Pipeline', ...target }] } });
const schedule = (target: Json): Json => ({ Type: 'AWS::Scheduler::Schedule', Properties: { FlexibleTimeWindow: { Mode: 'OFF' }, ScheduleExpression: 'rate(1 day)', Target: target } });
const found = (starter: Json) => foundBy(STARTER_ROLE, (_, template) => {
  template.Resources.Role = { Type: 'AWS::IAM::Role', Properties: {} };
  template.Resources.Starter = starter;
});

test.each<[Json, string, (string | number)[]]>([
  [rule({ Arn: ARN }), 'The target of the rule has no role.', ['Targets', 1]],
  [rule({ Arn: ARN }, { EventPattern: { source: ['aws.codecommit'] } }), 'The target of the rule has no role.', ['Targets', 1]],
  [rule({ Id: undefined, Arn: ARN, ...ROLE }), 'The target of the rule has no id.', ['Targets', 1]],
  [schedule({ Arn: ARN }), 'The target of the schedule has no role.', ['Target']],
  [schedule({ Arn: ARN, RoleArn: 'start' }), 'The role of the schedule is "start", which is no ARN of a role.', ['Target', 'RoleArn']],
  [rule({ Arn: ARN, RoleArn: { Ref: 'Role' } }), 'The role of the rule is the name of Role, not its ARN.', ['Targets', 1, 'RoleArn']],
])('%j is found', (starter, message, path) => {
  expect(found(starter)).toEqual([expect.objectContaining({ severity: 'error', message, path: ['Resources', 'Starter', 'Properties', ...path] })]);
});

test.each<[Json]>([
  [rule({ Arn: ARN, ...ROLE })],
  [rule({ Arn: ARN, RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } })],
  [schedule({ Arn: ARN, ...ROLE })],
  [rule({ 'Arn': ARN, 'Fn::Transform': { Name: 'AWS::Include' } })],
  [rule({ Arn: 'arn:aws:codepipeline:eu-west-1:111111111111:other' })],
  [rule({ Arn: { 'Fn::ImportValue': 'pipeline' } })],
])('%j is not', starter => {
  expect(found(starter)).toEqual([]);
});
