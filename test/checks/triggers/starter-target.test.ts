import { STARTER_TARGET } from '../../../src/checks/triggers/starter-target';
import { type Json } from '../fixture';
import { foundBy } from '../found-by';

const rule = (arn: Json): Json => ({ Type: 'AWS::Events::Rule', Properties: { ScheduleExpression: 'rate(1 day)', Targets: [{ Id: 'Pipeline', Arn: arn, RoleArn: 'arn:aws:iam::111111111111:role/start' }] } });
const schedule = (arn: Json): Json => ({ Type: 'AWS::Scheduler::Schedule', Properties: { ScheduleExpression: 'rate(1 day)', Target: { Arn: arn, RoleArn: 'arn:aws:iam::111111111111:role/start' } } });
const found = (starter: Json, name?: Json) => foundBy(STARTER_TARGET, (pipeline, template) => {
  pipeline.Name = name;
  template.Parameters = { Other: { Type: 'String' } };
  template.Resources.Starter = starter;
  template.Resources.Second = structuredClone(template.Resources.Pipeline);
  template.Resources.Second.Properties.Name = 'Second';
});

test.each<[Json, Json, string, (string | number)[]]>([
  [rule({ Ref: 'Pipeline' }), 'Shop', 'The target of Starter is "Shop", and no ARN.', ['Targets', 0]],
  [rule({ Ref: 'Pipeline' }), undefined, 'The target of Starter is the name of the pipeline, and no ARN.', ['Targets', 0]],
  [rule('Shop'), 'Shop', 'The target of Starter is "Shop", and no ARN.', ['Targets', 0]],
  [rule('arn:aws:codepipeline:eu-west-1:111111111111:pipeline/Shop'), 'Shop', 'The target of Starter has "pipeline/" before the name of the pipeline.', ['Targets', 0]],
  [schedule({ Ref: 'Pipeline' }), 'Shop', 'The target of Starter is "Shop", and no ARN.', ['Target']],
])('%j for a pipeline of the name %j is found', (starter, name, message, path) => {
  expect(found(starter, name)).toEqual([expect.objectContaining({ severity: 'error', message, path: ['Resources', 'Starter', 'Properties', ...path, 'Arn'] })]);
});

test('each pipeline has its own', () => {
  expect(found(rule({ Ref: 'Second' }), 'Shop')).toEqual([expect.objectContaining({ pipeline: 'Second' })]);
});

test.each<[Json]>([
  [{ 'Fn::Sub': 'arn:${AWS::Partition}:codepipeline:${AWS::Region}:${AWS::AccountId}:${Pipeline}' }],
  ['arn:aws:codepipeline:eu-west-1:111111111111:Shop'],
  [{ Ref: 'Other' }],
  [{ 'Fn::ImportValue': 'pipeline' }],
  [{ 'Fn::GetAtt': ['Function', 'Arn'] }],
])('%j is not', arn => {
  for (const starter of [rule(arn), schedule(arn)]) expect(found(starter, 'Shop')).toEqual([]);
});
