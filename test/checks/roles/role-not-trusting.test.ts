import { arnOf, document, found, inline, role, statement, trust } from './with-role';
import { ROLE_NOT_TRUSTING } from '../../../src/checks/roles/role-not-trusting';
import { actionIn, type Json } from '../fixture';
import { pathTo, UNKNOWN } from '../found-by';

type Change = (pipeline: Json, role: Json, template: Json) => void;
const said = (change: Change) => found([ROLE_NOT_TRUSTING], change).map(({ message }) => message);

test('a pipeline\'s role that trusts another service is found', () => {
  expect(found([ROLE_NOT_TRUSTING], (_, own) => { own.AssumeRolePolicyDocument = trust({ Service: 'codebuild.amazonaws.com' }); })).toEqual([expect.objectContaining({
    severity: 'error',
    message: 'The role "PipelineRole" is to work for the pipeline, and trusts not codepipeline.amazonaws.com.',
    path: pathTo('RoleArn'),
  })]);
});

test.each<[string, unknown]>([
  ['an account', trust({ AWS: 'arn:aws:iam::111111111111:root' })],
  ['the service, for something else', document({ Effect: 'Allow', Principal: { Service: 'codepipeline.amazonaws.com' }, Action: 'sts:TagSession' })],
  ['nobody', document({ Effect: 'Deny', Principal: { Service: 'codepipeline.amazonaws.com' }, Action: 'sts:AssumeRole' })],
])('so is one that trusts %s', (_what, policy) => {
  expect(said((_, own) => { own.AssumeRolePolicyDocument = policy; })).toHaveLength(1);
});

test.each<[string, unknown]>([
  ['several services', trust({ Service: ['codebuild.amazonaws.com', 'codepipeline.amazonaws.com'] })],
  ['the service of a partition', trust({ Service: { 'Fn::Sub': 'codepipeline.${AWS::URLSuffix}' } })],
  ['the service by a pattern of actions', document({ Effect: 'Allow', Principal: { Service: 'codepipeline.amazonaws.com' }, Action: ['sts:*'] })],
  ['everybody', trust('*')],
  ['everybody in AWS', trust({ AWS: '*' })],
  ['a service that is unknown', trust({ Service: UNKNOWN })],
  ['whom nobody knows', UNKNOWN],
  ['all but some', document({ Effect: 'Allow', NotPrincipal: { AWS: 'a' }, Action: 'sts:AssumeRole' })],
])('one that trusts %s is not', (_what, policy) => {
  expect(said((_, own) => { own.AssumeRolePolicyDocument = policy; })).toEqual([]);
});

test('whom a condition lets it trust is unknown', () => {
  expect(said((_, own, template) => {
    template.Parameters = { Whom: { Type: 'String' } };
    template.Conditions = { Here: { 'Fn::Equals': [{ Ref: 'Whom' }, 'us'] } };
    own.AssumeRolePolicyDocument = trust({ Service: { 'Fn::If': ['Here', 'codepipeline.amazonaws.com', 'codebuild.amazonaws.com'] } });
  })).toEqual([]);
});

const anywhere = inline(statement('*'));

test.each<[string, string, Change]>([
  ['CodeBuild', 'codebuild', (pipeline, _, { Resources }) => {
    Resources.Project = { Type: 'AWS::CodeBuild::Project', Properties: { ServiceRole: { Ref: 'Its' } } };
    actionIn(pipeline, 'Build/Compile').Configuration = { ProjectName: { Ref: 'Project' } };
  }],
  ['CodeBuild', 'codebuild', pipeline => { actionIn(pipeline, 'Build/Compile').Configuration.ServiceRoleArnOverride = arnOf('Its'); }],
  ['CloudFormation', 'cloudformation', pipeline => {
    Object.assign(actionIn(pipeline, 'Production/Site'), {
      ActionTypeId: { Category: 'Deploy', Owner: 'AWS', Provider: 'CloudFormation', Version: '1' },
      Configuration: { ActionMode: 'CREATE_UPDATE', StackName: 'shop', TemplatePath: 'ShopSite::a.json', RoleArn: arnOf('Its') },
    });
  }],
])('a role for %s trusts %s', (who, service, change) => {
  const trusting = (whom: string): Change => (pipeline, own, template) => {
    template.Resources.Its = role(whom, anywhere);
    change(pipeline, own, template);
  };
  expect(said(trusting(service))).toEqual([]);
  expect(said(trusting('lambda'))).toEqual([`The role "Its" is to work for ${who}, and trusts not ${service}.amazonaws.com.`]);
});

test.each<[unknown, number]>([
  [{ Service: 'codebuild.amazonaws.com' }, 1], [{ Service: 'codepipeline.amazonaws.com' }, 0], [{ AWS: { Ref: 'AWS::AccountId' } }, 0], [{ AWS: arnOf('PipelineRole') }, 0],
])('an action\'s role that trusts %j is found %d times', (principal, times) => {
  expect(said((pipeline, _, { Resources }) => {
    Resources.Its = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust(principal), Policies: anywhere } };
    actionIn(pipeline, 'Build/Compile').RoleArn = arnOf('Its');
  })).toEqual(Array(times).fill('The role "Its" is to work for the action, and trusts neither CodePipeline nor any role of an account.'));
});
