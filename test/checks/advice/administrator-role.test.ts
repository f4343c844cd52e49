import { actionIn, actionOf, advice, type Json, withProject } from './fixture';

const ID = 'administrator-role';

const ARN = { 'Fn::GetAtt': ['Role', 'Arn'] };
const statement = (more: Json = {}) => ({ Effect: 'Allow', Action: '*', Resource: '*', ...more });
const policy = (...statements: Json[]) => ({ PolicyName: 'All', PolicyDocument: { Version: '2012-10-17', Statement: statements } });
const ADMINISTRATOR = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/AdministratorAccess']] };

/** CloudFormation deploys with the role. */
const deployingWith = (role: Json, beside: Json = {}) => advice(ID, (pipeline, template) => {
  template.Parameters = { Given: { Type: 'String' } };
  Object.assign(template.Resources, { Role: { Type: 'AWS::IAM::Role', Properties: role } }, beside);
  pipeline.Stages[3].Actions.push(actionOf('Deploy', 'CloudFormation', { Name: 'Stack', Configuration: { ActionMode: 'CREATE_UPDATE', StackName: 'shop', RoleArn: ARN } }));
});

test('a role of CloudFormation with a statement that allows everything is found at the statement', () => {
  expect(deployingWith({ Policies: [policy({ Effect: 'Allow', Action: 's3:*', Resource: '*' }, statement())] })).toEqual([expect.objectContaining({
    severity: 'warning',
    message: 'The role "Role", with which CloudFormation works for "Production/Stack", may do everything: it has a statement that allows every action on every resource.',
    path: ['Resources', 'Role', 'Properties', 'Policies', 0, 'PolicyDocument', 'Statement', 1],
  })]);
});

test('so is one with the policy AdministratorAccess', () => {
  expect(deployingWith({ ManagedPolicyArns: [ADMINISTRATOR] }).map(({ message, path }) => [message, path])).toEqual([[
    'The role "Role", with which CloudFormation works for "Production/Stack", may do everything: it has the policy AdministratorAccess.',
    ['Resources', 'Role', 'Properties', 'ManagedPolicyArns', 0],
  ]]);
});

test.each([
  ['Policy', { Type: 'AWS::IAM::Policy', Properties: { Roles: [{ Ref: 'Role' }], ...policy(statement({ Action: ['s3:GetObject', '*'], Resource: ['*'] })) } }],
  ['ManagedPolicy', { Type: 'AWS::IAM::ManagedPolicy', Properties: { Roles: [{ Ref: 'Role' }], ...policy(statement()) } }],
  ['RolePolicy', { Type: 'AWS::IAM::RolePolicy', Properties: { RoleName: { Ref: 'Role' }, ...policy(statement({ Action: '*:*' })) } }],
])('the statement may stand in a resource of type %s', (type, resource) => {
  expect(deployingWith({}, { Beside: resource }).map(({ path }) => path)).toEqual([['Resources', 'Beside', 'Properties', 'PolicyDocument', 'Statement', 0]]);
  expect(type).toBe(resource.Type.split('::')[2]);
});

test('or in a managed policy that the role names', () => {
  expect(deployingWith({ ManagedPolicyArns: [{ Ref: 'Beside' }] }, { Beside: { Type: 'AWS::IAM::ManagedPolicy', Properties: policy(statement()) } })).toHaveLength(1);
});

test.each([
  ['denies', { Policies: [policy(statement({ Effect: 'Deny' }))] }],
  ['has a condition', { Policies: [policy(statement({ Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } } }))] }],
  ['names its actions', { Policies: [policy(statement({ Action: ['s3:*', 'iam:*'] }))] }],
  ['names its resources', { Policies: [policy(statement({ Resource: 'arn:aws:s3:::shop/*' }))] }],
  ['is not known', { Policies: [policy(statement({ Action: { Ref: 'Given' } }))] }],
  ['stays within a boundary', { ManagedPolicyArns: [ADMINISTRATOR], PermissionsBoundary: 'arn:aws:iam::111111111111:policy/boundary' }],
  ['administers one service', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess-AWSElasticBeanstalk'] }],
  ['is junk', { Policies: 'all', ManagedPolicyArns: 'AdministratorAccess' }],
])('a role that %s is not', (_, role) => {
  expect(deployingWith(role)).toEqual([]);
});

test('the policy of another role is not its own', () => {
  expect(deployingWith({}, { Beside: { Type: 'AWS::IAM::Policy', Properties: { Roles: ['other'], ...policy(statement()) } } })).toEqual([]);
});

describe('looked at is the role of', () => {
  const USES: Record<string, (pipeline: Json, template: Json) => void> = {
    'the pipeline': pipeline => {
      pipeline.RoleArn = ARN;
    },
    'an action': pipeline => {
      actionIn(pipeline, 'Production/Site').RoleArn = ARN;
    },
    'a rule': pipeline => {
      pipeline.Stages[3].BeforeEntry = { Conditions: [{ Result: 'FAIL', Rules: [{ Name: 'Ready', RuleTypeId: { Category: 'Rule', Owner: 'AWS', Provider: 'LambdaInvoke', Version: '1' }, Configuration: { FunctionName: 'ready' }, RoleArn: ARN }] }] };
    },
    'a project, by its name': (_, template) => withProject(template, { ServiceRole: { Ref: 'Role' } }),
    'a build that takes another': pipeline => {
      actionIn(pipeline, 'Build/Compile').Configuration.ServiceRoleArnOverride = ARN;
    },
    'a stack set': pipeline => pipeline.Stages[3].Actions.push(actionOf('Deploy', 'CloudFormationStackSet', { Configuration: { StackSetName: 'shop', TemplatePath: 'ShopSite::a.yaml', AdministrationRoleArn: ARN } })),
    'an action that puts its ARN together': pipeline => {
      actionIn(pipeline, 'Production/Site').RoleArn = { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/${Role}' };
    },
  };

  test.each(Object.keys(USES))('%s', use => {
    expect(advice(ID, (pipeline, template) => {
      template.Resources.Role = { Type: 'AWS::IAM::Role', Properties: { ManagedPolicyArns: [ADMINISTRATOR] } };
      USES[use](pipeline, template);
    })).toHaveLength(1);
  });
});

test('a role that many use is found once', () => {
  expect(advice(ID, (pipeline, template) => {
    template.Resources.Role = { Type: 'AWS::IAM::Role', Properties: { ManagedPolicyArns: [ADMINISTRATOR] } };
    for (const stage of pipeline.Stages) stage.Actions[0].RoleArn = ARN;
  })).toHaveLength(1);
});

test('a role of another account is not the one of the same name here', () => {
  expect(advice(ID, (pipeline, template) => {
    template.Resources.Role = { Type: 'AWS::IAM::Role', Properties: { RoleName: 'deploy', ManagedPolicyArns: [ADMINISTRATOR] } };
    actionIn(pipeline, 'Production/Site').RoleArn = 'arn:aws:iam::222222222222:role/deploy';
  })).toEqual([]);
});
