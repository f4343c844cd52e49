import { ALLOWED, arnOf, document, found, inline, role, statement } from './with-role';
import { CATALOG } from '../../../src/catalog/catalog';
import { CALLS } from '../../../src/checks/roles/calls';
import { ROLE_LACKS_PERMISSION } from '../../../src/checks/roles/role-lacks-permission';
import { Declared } from '../../../src/plan';
import { actionIn, type Json } from '../fixture';
import { pathTo, UNKNOWN } from '../found-by';

type Change = (pipeline: Json, role: Json, template: Json) => void;
const said = (change: Change) => found([ROLE_LACKS_PERMISSION], change).map(({ message }) => message);
const BUILDS = 'With the role "PipelineRole", the action calls codebuild:StartBuild, and codebuild:BatchGetBuilds, and the policies of the role do not allow it.';
const CONNECTION = [statement('codestar-connections:UseConnection')];

test('an action that the pipeline\'s role does not let build is found', () => {
  expect(found([ROLE_LACKS_PERMISSION], (_, own) => { own.Policies = inline(...CONNECTION); })).toEqual([expect.objectContaining({
    severity: 'error',
    part: 'Build/Compile',
    message: BUILDS,
    mend: 'Allow codebuild:StartBuild and codebuild:BatchGetBuilds in a policy of the role.',
    path: pathTo('Stages', 1, 'Actions', 0, 'ActionTypeId', 'Provider'),
  })]);
});

test.each<[string, unknown]>([
  ['is only denied', statement(ALLOWED, { Effect: 'Deny' })],
  ['is excepted', { Effect: 'Allow', NotAction: 'codebuild:*', Resource: '*' }],
  ['has another name', statement(['codebuild:StartBuilds', 'codebuild:Start', 'codebuild:?', 's3:*'])],
])('so is one for which the call %s', (_what, one) => {
  expect(said((_, own) => { own.Policies = inline(...CONNECTION, one); })).toEqual([BUILDS]);
});

test.each<[string, unknown]>([
  ['by a pattern', statement('codebuild:*Build*')],
  ['in small letters', statement(['CODEBUILD:startbuild', 'codebuild:batchgetbuilds'])],
  ['with everything', statement('*')],
  ['by what is not excepted', { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
  ['maybe: the action is unknown', statement(UNKNOWN)],
  ['maybe: an action is unknown', statement(['s3:GetObject', UNKNOWN])],
  ['maybe: the effect is unknown', statement('codebuild:*', { Effect: UNKNOWN })],
  ['maybe: the statement is unknown', UNKNOWN],
  ['maybe: a macro writes the statement', { 'Fn::Transform': { Name: 'Statement' } }],
])('a call that is allowed %s is not found', (_what, one) => {
  expect(said((_, own) => { own.Policies = inline(...CONNECTION, one); })).toEqual([]);
});

const policy = (Type: string, Properties: object) => ({ Type, Properties: { PolicyDocument: document(statement('codebuild:*')), ...Properties } });
const CONDITION = { Parameters: { Add: { Type: 'String' } }, Conditions: { Adds: { 'Fn::Equals': [{ Ref: 'Add' }, 'yes'] } } };

test.each<[string, (own: Json, template: Json) => void]>([
  ['a policy beside it', (_, { Resources }) => { Resources.More = policy('AWS::IAM::Policy', { Roles: [{ Ref: 'PipelineRole' }] }); }],
  ['a policy of the role alone', (_, { Resources }) => { Resources.More = policy('AWS::IAM::RolePolicy', { RoleName: { Ref: 'PipelineRole' } }); }],
  ['a managed policy that names it', (_, { Resources }) => { Resources.More = policy('AWS::IAM::ManagedPolicy', { Roles: [{ Ref: 'PipelineRole' }] }); }],
  ['a managed policy of the template', (own, { Resources }) => {
    Resources.More = policy('AWS::IAM::ManagedPolicy', {});
    own.ManagedPolicyArns = [{ Ref: 'More' }];
  }],
  ['a managed policy from elsewhere', own => { own.ManagedPolicyArns = ['arn:aws:iam::aws:policy/AWSCodeBuildDeveloperAccess']; }],
  ['managed policies that are unknown', own => { own.ManagedPolicyArns = UNKNOWN; }],
  ['policies that are unknown', own => { own.Policies = UNKNOWN; }],
  ['a policy that is a text', own => { own.Policies = [{ PolicyName: 'All', PolicyDocument: JSON.stringify(document(statement('*'))) }]; }],
  ['a policy in one case', (own, template) => {
    Object.assign(template, CONDITION);
    own.Policies.push({ 'Fn::If': ['Adds', inline(statement('codebuild:*'))[0], { Ref: 'AWS::NoValue' }] });
  }],
  ['a policy beside it in one case', (_, template) => {
    Object.assign(template, CONDITION);
    template.Resources.More = { ...policy('AWS::IAM::Policy', { Roles: [{ Ref: 'PipelineRole' }] }), Condition: 'Adds' };
  }],
  ['a policy for roles that are unknown, where its name is given', (own, { Resources }) => {
    own.RoleName = 'pipeline';
    Resources.More = policy('AWS::IAM::Policy', { Roles: [UNKNOWN] });
  }],
  ['a macro that may add one', (_, template) => { template.Transform = 'Company::Roles'; }],
  ['what a custom resource does to it', (_, { Resources }) => { Resources.More = { Type: 'Custom::Grant', Properties: { Role: { Ref: 'PipelineRole' } } }; }],
])('a role with %s may be allowed', (_what, change) => {
  expect(said((_, own, template) => {
    own.Policies = inline(...CONNECTION);
    change(own, template);
  })).toEqual([]);
});

test.each<[string, (own: Json, template: Json) => void]>([
  ['a policy for another role', (_, { Resources }) => {
    Resources.Other = role('lambda', []);
    Resources.More = policy('AWS::IAM::Policy', { Roles: [{ Ref: 'Other' }] });
  }],
  ['a policy for roles that are unknown', (_, { Resources }) => { Resources.More = policy('AWS::IAM::Policy', { Roles: [UNKNOWN] }); }],
])('%s changes nothing', (_what, change) => {
  expect(said((_, own, template) => {
    own.Policies = inline(...CONNECTION);
    change(own, template);
  })).toEqual([BUILDS]);
});

test.each<[string, unknown]>([['that is unknown', UNKNOWN], ['of another stack', 'arn:aws:iam::111111111111:role/PipelineRole']])('a role %s may do anything', (_what, arn) => {
  expect(said((pipeline, own) => {
    own.Policies = [];
    pipeline.RoleArn = arn;
  })).toEqual([]);
});

test('an action\'s own role is looked at in place of the pipeline\'s', () => {
  const change = (policies: unknown): Change => (pipeline, own, { Resources }) => {
    own.Policies = inline(...CONNECTION);
    Resources.BuildRole = role('codepipeline', policies);
    actionIn(pipeline, 'Build/Compile').RoleArn = arnOf('BuildRole');
  };
  expect(said(change(inline(statement(ALLOWED))))).toEqual([]);
  expect(said(change(inline(...CONNECTION)))).toEqual([BUILDS.replace('PipelineRole', 'BuildRole')]);
});

test('what a policy denies on everything is not allowed by another', () => {
  const denied = (more: object = {}) => said((_, own) => { own.Policies = inline(statement(ALLOWED), { ...statement('codebuild:*'), Effect: 'Deny', ...more }); });
  expect(denied()).toEqual([BUILDS]);
  expect(denied({ Resource: 'arn:aws:codebuild:eu-west-1:111111111111:project/other' })).toEqual([]);
  expect(denied({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } })).toEqual([]);
});

test('a role without a policy in the template has them from elsewhere', () => {
  expect(said((_, own) => { own.Policies = []; })).toEqual([]);
  expect(said((_, own) => { delete own.Policies; })).toEqual([]);
});

test.each<[string, Json, string]>([
  ['Deploy/CloudFormation', { ActionMode: 'CHANGE_SET_REPLACE', StackName: 'a', ChangeSetName: 'b', RoleArn: 'arn:aws:iam::111111111111:role/a' }, 'cloudformation:CreateChangeSet, and iam:PassRole'],
  ['Deploy/CloudFormation', { ActionMode: 'CREATE_UPDATE', StackName: 'a' }, 'cloudformation:CreateStack or cloudformation:UpdateStack'],
  ['Build/CodeBuild', { ProjectName: 'a', BatchEnabled: 'true' }, 'codebuild:StartBuildBatch, and codebuild:BatchGetBuildBatches'],
  ['Build/CodeBuild', { ProjectName: 'a', BatchEnabled: UNKNOWN }, 'codebuild:StartBuild or codebuild:StartBuildBatch'],
  ['Invoke/Lambda', { FunctionName: 'a' }, 'lambda:InvokeFunction'],
])('%s with %j calls %s', (type, Configuration, calls) => {
  const [Category, Provider] = type.split('/');
  expect(said((pipeline, own) => {
    own.Policies = inline(...CONNECTION);
    Object.assign(actionIn(pipeline, 'Build/Compile'), { ActionTypeId: { Category, Owner: 'AWS', Provider, Version: '1' }, Configuration });
  })).toEqual([`With the role "PipelineRole", the action calls ${calls}, and the policies of the role do not allow it.`]);
});

test('a function may let the role call it, or the account', () => {
  expect(said((pipeline, own, { Resources }) => {
    own.Policies = inline(...CONNECTION);
    Object.assign(actionIn(pipeline, 'Build/Compile'), { ActionTypeId: { Category: 'Invoke', Owner: 'AWS', Provider: 'Lambda', Version: '1' }, Configuration: { FunctionName: 'a' } });
    Resources.Let = { Type: 'AWS::Lambda::Permission', Properties: { Action: 'lambda:InvokeFunction', FunctionName: 'a', Principal: arnOf('PipelineRole') } };
  })).toEqual([]);
});

describe('the artifacts in a bucket of the template', () => {
  const bucket = (pipeline: Json, { Resources }: Json) => {
    Resources.Artifacts = { Type: 'AWS::S3::Bucket', Properties: {} };
    pipeline.ArtifactStore.Location = { Ref: 'Artifacts' };
  };
  const opened = (Effect: string) => ({
    Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: { Ref: 'Artifacts' }, PolicyDocument: document({ Effect, Principal: '*', Action: 's3:*', Resource: '*' }) },
  });
  const [writes, reads] = ['s3:PutObject', 's3:GetObject or s3:GetObjectVersion']
    .map(call => `With the role "PipelineRole", the action calls ${call}, and the policies of the role do not allow it.`);

  test('need a role that may write and read them', () => {
    expect(said((pipeline, _, template) => bucket(pipeline, template))).toEqual([writes, reads]);
    expect(said((pipeline, _, template) => {
      bucket(pipeline, template);
      template.Resources.Policy = opened('Deny');
    })).toEqual([writes, reads]);
  });

  test.each<[unknown]>([[arnOf('Artifacts')], ['arn:aws:s3:::acme-artifacts'], [[arnOf('Artifacts'), { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::${Artifacts}' }]]])('are no objects of %j, which is a bucket alone', Resource => {
    expect(said((pipeline, own, template) => {
      bucket(pipeline, template);
      own.Policies = inline(statement(ALLOWED), statement('s3:*', { Resource }));
    })).toEqual([writes, reads]);
  });

  test.each<[string, (own: Json, template: Json) => void]>([
    ['by a policy of the role for the objects', own => { own.Policies = inline(statement(ALLOWED), statement('s3:*', { Resource: [arnOf('Artifacts'), { 'Fn::Sub': '${Artifacts.Arn}/*' }] })); }],
    ['by one for what is unknown', own => { own.Policies = inline(statement(ALLOWED), statement('s3:*', { Resource: UNKNOWN })); }],
    ['by a policy of the role', own => { own.Policies = inline(statement([...ALLOWED, 's3:*'])); }],
    ['by one of the bucket', (_, { Resources }) => { Resources.Policy = opened('Allow'); }],
  ])('may be allowed %s', (_what, change) => {
    expect(said((pipeline, own, template) => {
      bucket(pipeline, template);
      change(own, template);
    })).toEqual([]);
  });
});

describe('a build', () => {
  const project = (policies: unknown, more: object = {}): Change => (pipeline, _, { Resources }) => {
    Resources.BuildRole = role('codebuild', policies);
    Resources.Project = { Type: 'AWS::CodeBuild::Project', Properties: { ServiceRole: arnOf('BuildRole'), Source: { Type: 'CODEPIPELINE' }, ...more } };
    actionIn(pipeline, 'Build/Compile').Configuration = { ProjectName: { Ref: 'Project' } };
  };

  test('whose role may write no log is found at its project', () => {
    expect(found([ROLE_LACKS_PERMISSION], project(inline(...CONNECTION)))).toEqual([expect.objectContaining({
      message: 'With the role "BuildRole", CodeBuild calls logs:CreateLogStream, and the policies of the role do not allow it.',
      path: ['Resources', 'Project', 'Properties', 'ServiceRole'],
    })]);
  });

  test('that writes none there needs none', () => {
    expect(said(project([], { LogsConfig: { CloudWatchLogs: { Status: 'DISABLED' } } }))).toEqual([]);
    expect(said(project([], { LogsConfig: UNKNOWN }))).toEqual([]);
    expect(said(project(inline(statement('logs:*'))))).toEqual([]);
  });
});

test('a rule of EventBridge starts the pipeline with a role that may', () => {
  const rule = (policies: unknown): Change => (_pipeline, _own, { Resources }) => {
    Resources.StartRole = role('events', policies);
    const Arn = { 'Fn::Sub': 'arn:${AWS::Partition}:codepipeline:${AWS::Region}:${AWS::AccountId}:${Pipeline}' };
    Resources.Rule = { Type: 'AWS::Events::Rule', Properties: { ScheduleExpression: 'rate(1 day)', Targets: [{ Id: 'p', Arn, RoleArn: arnOf('StartRole') }] } };
  };
  expect(said(rule(inline(statement('codepipeline:StartPipelineExecution'))))).toEqual([]);
  expect(said(rule(inline(statement('codepipeline:Get*'))))).toEqual([
    'With the role "StartRole", EventBridge calls codepipeline:StartPipelineExecution, and the policies of the role do not allow it.',
  ]);
});

test('a pipeline takes a role of another account on only when it may', () => {
  const elsewhere = (...more: unknown[]): Change => (pipeline, own) => {
    own.Policies = inline(statement(ALLOWED), ...more);
    actionIn(pipeline, 'Production/Site').RoleArn = 'arn:aws:iam::222222222222:role/deploy';
  };
  const inOne = (change: Change) => found([ROLE_LACKS_PERMISSION], change, '111111111111').map(({ message }) => message);
  expect(inOne(elsewhere())).toEqual(['With the role "PipelineRole", the pipeline calls sts:AssumeRole, and the policies of the role do not allow it.']);
  expect(inOne(elsewhere(statement('sts:AssumeRole')))).toEqual([]);
  expect(said(elsewhere())).toEqual([]); // it may be its own account
});

test.each(CATALOG.map(row => [`${row.category}/${row.provider}`, row] as const))('what %s surely calls is what the catalog grants', (kind, row) => {
  const configuration = { BatchEnabled: 'false', ActionMode: 'CREATE_UPDATE' };
  const granted = row.permissions({ partition: 'aws', region: 'r', account: 'a', pipelineName: 'p', configuration, arns: {} }).flatMap(({ actions }) => actions);
  for (const call of CALLS[kind]?.(new Declared(configuration, undefined)) ?? []) {
    expect(call.filter(name => granted.includes(name))).not.toEqual([]);
  }
});

test('there is a row in the catalog for each kind of action with calls', () => {
  expect(CATALOG.map(({ category, provider }) => `${category}/${provider}`)).toEqual(expect.arrayContaining(Object.keys(CALLS)));
});
