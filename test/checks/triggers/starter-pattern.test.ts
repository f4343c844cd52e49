import { STARTER_PATTERN } from '../../../src/checks/triggers/starter-pattern';
import type { Json } from '../fixture';
import { foundBy } from '../found-by';

const ARN = { 'Fn::Sub': 'arn:aws:codepipeline:${AWS::Region}:${AWS::AccountId}:${Pipeline}' };
const found = (EventPattern: Json) => foundBy(STARTER_PATTERN, (_, template) => {
  template.Parameters = { Given: { Type: 'String', Default: '?' } };
  template.Resources.Starter = { Type: 'AWS::Events::Rule', Properties: { EventPattern, Targets: [{ Id: 'Pipeline', Arn: ARN, RoleArn: 'arn:aws:iam::111111111111:role/start' }] } };
});

test.each<[Json, string, string[]]>([
  [{ source: 'aws.codecommit' }, 'source is "aws.codecommit", and no list.', ['source']],
  [{ source: ['aws.s3'], detail: { bucket: { name: 'shop' } } }, 'name is "shop", and no list.', ['detail', 'bucket', 'name']],
  [{ source: [] }, 'source is an empty list.', ['source']],
  [['aws.s3'], 'The pattern is a list.', []],
])('%j is found', (pattern, message, path) => {
  expect(found(pattern)).toEqual([expect.objectContaining({ severity: 'error', message, path: ['Resources', 'Starter', 'Properties', 'EventPattern', ...path] })]);
});

test.each<[Json]>([
  [{ source: ['aws.s3'], detail: { object: { key: [{ prefix: 'in/' }] } } }],
  [{ source: { Ref: 'Given' } }],
  [{ $or: [{ source: ['aws.s3'] }, { source: ['aws.ecr'] }] }],
  [{ 'source': ['aws.s3'], 'Fn::Transform': { Name: 'Pattern' } }],
  [{ Ref: 'Given' }],
])('%j is not', pattern => {
  expect(found(pattern)).toEqual([]);
});
