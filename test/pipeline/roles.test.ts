import { Approval, Deploy, Test } from '../../src';
import { bucketIn, buildOf, HOME, pipelineIn, siteIn, stackIn } from '../fixture';
import { Rendered, statementsOf } from '../rendered';

const stack = stackIn(HOME);
const pipeline = pipelineIn(stack, { builds: [buildOf('Build', 'dist')], tests: [Test.codeBuild('Unit', { commands: ['make test'] })] });
pipeline.addEnvironment('Staging', { deploy: [siteIn(stack, 'Site')], verify: [Test.commands('Smoke', { commands: ['true'] }), Test.commands('Load', { commands: ['true'] })] });
pipeline.addEnvironment('Production', { approval: Approval.manual(), deploy: [Deploy.s3('Again', { bucket: bucketIn(pipeline, 'site') })] });
const rendered = Rendered.of(stack);

const bucket = { Action: ['s3:GetBucketVersioning', 's3:GetBucketAcl', 's3:GetBucketLocation'], Resource: '${ArtifactsStoreBucket.Arn}' };
const objects = (...actions: string[]) => ({ Action: actions.length > 1 ? actions : actions[0], Resource: '${ArtifactsStoreBucket.Arn}/Web/*' });
const key = (actions: string | string[]) => ({
  Action: actions, Resource: '${ArtifactsStoreKey.Arn}', Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
});

test('the pipeline\'s role takes on the roles of its actions, and touches nothing else', () => {
  const role = rendered.all('AWS::IAM::Role').find(one => one.Description === 'Pipeline Web');
  expect(role.Path).toBe('/conveyor/Web/');
  expect(statementsOf(role)).toEqual([{ Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::111111111111:role/conveyor/Web/*' }]);
  expect(role.AssumeRolePolicyDocument.Statement).toEqual([{
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Principal: { Service: 'codepipeline.amazonaws.com' },
    Condition: { StringEquals: { 'aws:SourceAccount': '${account}' } },
  }]);
  expect(rendered.pipeline.RoleArn).toBe('arn:aws:iam::111111111111:role/conveyor/Web/${WebRole}');
});

test('no role has a policy beside its own, so that a role is one resource', () => {
  for (const type of ['AWS::IAM::Policy', 'AWS::IAM::RolePolicy', 'AWS::IAM::ManagedPolicy']) expect(rendered.all(type)).toEqual([]);
  for (const role of rendered.all('AWS::IAM::Role')) expect(role.ManagedPolicyArns).toBeUndefined();
});

test('every action has a role under the pipeline\'s path, that only the pipeline may take on', () => {
  for (const path of ['Source/Source', 'Build/Build', 'Test/Unit', 'Staging/Site', 'Staging/Smoke']) {
    const role = rendered.roleOf(path);
    expect(role.Path).toBe('/conveyor/Web/');
    expect(role.AssumeRolePolicyDocument.Statement).toEqual([
      { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: 'arn:aws:iam::111111111111:role/conveyor/Web/${WebRole}' } },
    ]);
  }
});

test('an approval that tells nobody needs no role', () => {
  expect(rendered.action('Production-Approval/Approve').RoleArn).toBeUndefined();
});

test('a source only writes artifacts, of its own pipeline', () => {
  expect(rendered.artifactStatements('Source/Source')).toEqual([
    bucket, objects('s3:PutObject'), key(['kms:Decrypt', 'kms:GenerateDataKey']),
  ]);
});

test('a deployment only reads artifacts', () => {
  expect(rendered.artifactStatements('Staging/Site')).toEqual([
    bucket, objects('s3:GetObject', 's3:GetObjectVersion'), key('kms:Decrypt'),
  ]);
});

test('a build with an artifact reads and writes', () => {
  expect(rendered.artifactStatements('Build/Build')[1]).toEqual(objects('s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'));
});

test('actions that need exactly the same share one role', () => {
  expect(rendered.action('Staging/Load').RoleArn).toBe(rendered.action('Staging/Smoke').RoleArn);
  expect(rendered.action('Staging/Site').RoleArn).toBe(rendered.action('Production/Again').RoleArn);
});

test('actions that need something else do not', () => {
  const roles = ['Source/Source', 'Build/Build', 'Test/Unit', 'Staging/Site', 'Staging/Smoke'].map(path => rendered.action(path).RoleArn);
  expect(new Set(roles).size).toBe(roles.length);
});

test('builds of which none has an artifact or a cache only read', () => {
  const other = stackIn(HOME);
  pipelineIn(other, { tests: [Test.codeBuild('Unit', { commands: ['make test'] }), Test.codeBuild('Lint', { commands: ['make lint'] })] });
  const reading = Rendered.of(other);
  const [role] = reading.all('AWS::CodeBuild::Project').map(project => project.ServiceRole);
  expect(statementsOf(reading.role(role)).slice(2)).toEqual([objects('s3:GetObject', 's3:GetObjectVersion'), key('kms:Decrypt')]);
});

test('builds that need nothing special share one service role', () => {
  const [build, unit] = rendered.all('AWS::CodeBuild::Project').map(project => project.ServiceRole);
  expect(build).toBe(unit);
  expect(statementsOf(rendered.role(build))).toEqual([
    { Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: 'arn:aws:logs:eu-west-1:111111111111:log-group:${WebSharedLogs}:*' },
    bucket,
    objects('s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'),
    key(['kms:Decrypt', 'kms:GenerateDataKey']),
  ]);
});

test('no statement allows every action of anything, or anything of the artifacts on `*`', () => {
  for (const role of rendered.all('AWS::IAM::Role')) {
    for (const { Action, Resource } of statementsOf(role)) {
      expect([Action].flat().filter(action => action.includes('*'))).toEqual([]);
      expect(Resource).not.toBe('*');
    }
  }
});

test('builds of one stage that read and write alike share a role, which names each of their projects', () => {
  const home = stackIn(HOME);
  pipelineIn(home, { builds: [buildOf('One'), buildOf('Two')], tests: [buildOf('Three')] });
  const pooled = Rendered.of(home);
  expect(pooled.action('Build/One').RoleArn).toBe(pooled.action('Build/Two').RoleArn);
  expect(pooled.action('Test/Three').RoleArn).not.toBe(pooled.action('Build/One').RoleArn);
  const [start] = pooled.roleOf('Build/One').Policies[0].PolicyDocument.Statement;
  expect(start.Resource).toEqual(['${WebPipelineBuildOneProject.Arn}', '${WebPipelineBuildTwoProject.Arn}']);
});
