import { actionIn, findingsAfter, idsAfter, type Json } from '../fixture';

const resources = (template: Json) => {
  template.Parameters = { Late: { Type: 'String', Default: 'none' } };
  Object.assign(template.Resources, {
    PipelineRole: { Type: 'AWS::IAM::Role', Properties: { ManagedPolicyArns: ['arn:aws:iam::111111111111:policy/pipeline'] } },
    NamedRole: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'shop-pipeline' } },
    Provider: { Type: 'Custom::Role', Properties: { ServiceToken: 'x' } },
    Roles: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'https://example.com' } },
  });
};

test('a pipeline without a role is found', () => {
  expect(findingsAfter(pipeline => { delete pipeline.RoleArn; })).toEqual([expect.objectContaining({
    id: 'conveyor:role-missing', message: 'The pipeline has no role.', path: ['Resources', 'Pipeline', 'Properties'],
  })]);
});

test.each<[unknown, string]>([
  ['pipeline-role', '"pipeline-role", which is no ARN of a role.'],
  [{ Ref: 'PipelineRole' }, 'the name of PipelineRole, not its ARN.'],
  [{ Ref: 'NamedRole' }, '"shop-pipeline", which is no ARN of a role.'],
  ['arn:aws:iam::111111111111:user/me', '"arn:aws:iam::111111111111:user/me", which is no ARN of a role.'],
  ['', '"", which is no ARN of a role.'],
])('the role %j of a pipeline or an action is found', (role, message) => {
  for (const part of [(pipeline: Json) => pipeline, (pipeline: Json) => actionIn(pipeline, 'Build/Compile')]) {
    expect(findingsAfter((pipeline, template) => { resources(template); part(pipeline).RoleArn = role; })).toContainEqual(expect.objectContaining({
      id: 'conveyor:role-not-arn', message: `The role is ${message}`,
    }));
  }
});

test('the ARN of the role that is meant is offered', () => {
  expect(findingsAfter((pipeline, template) => { resources(template); pipeline.RoleArn = { Ref: 'PipelineRole' }; })[0].mend).toContain('!GetAtt PipelineRole.Arn');
});

test.each<[unknown]>([
  [{ 'Fn::GetAtt': ['PipelineRole', 'Arn'] }],
  [{ 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/service/pipeline' }],
  ['arn:aws-us-gov:iam::111111111111:role/a/b'],
  [{ Ref: 'Late' }],
  [{ Ref: 'Provider' }],
  [{ 'Fn::GetAtt': ['Provider', 'RoleArn'] }],
  [{ 'Fn::GetAtt': ['Roles', 'Outputs.PipelineRoleArn'] }],
  [{ 'Fn::ImportValue': 'role' }],
  ['{{resolve:ssm:/roles/pipeline}}'],
])('the role %j is well', role => {
  expect(idsAfter((pipeline, template) => {
    resources(template);
    pipeline.RoleArn = role;
    actionIn(pipeline, 'Build/Compile').RoleArn = role;
  })).toEqual([]);
});

describe('a role in the configuration of an action', () => {
  const found = (role: Json) => idsAfter((pipeline, template) => {
    resources(template);
    Object.assign(actionIn(pipeline, 'Build/Compile').Configuration, { ServiceRoleArnOverride: role });
  });

  test.each<[Json, string]>([[{ Ref: 'PipelineRole' }, 'role-not-arn'], [{ Ref: 'NamedRole' }, 'configuration-form']])('is found when it is %j', (role, id) => {
    expect(found(role)).toEqual([id]);
  });

  test.each<[Json]>([[{ 'Fn::GetAtt': ['PipelineRole', 'Arn'] }], [{ Ref: 'Late' }], [{ 'Fn::ImportValue': 'role' }]])('may be %j', role => {
    expect(found(role)).toEqual([]);
  });
});

test('the role of a rule is named by its ARN, too', () => {
  const ids = idsAfter(pipeline => {
    pipeline.Stages[3].BeforeEntry = {
      Conditions: [{
        Result: 'FAIL',
        Rules: [
          { Name: 'Alarm', RuleTypeId: { Category: 'Rule', Owner: 'AWS', Provider: 'CloudWatchAlarm', Version: '1' }, Configuration: { AlarmName: 'errors' }, RoleArn: 'judge' },
        ],
      }],
    };
  });
  expect(ids).toEqual(['role-not-arn']);
});
