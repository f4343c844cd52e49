/** A step in a project that exists: imported ones are left as they are, those of this app learn what they need. */

import { App } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import * as kms from 'aws-cdk-lib/aws-kms';
import { ArtifactStore, Build, CodeBuildProjectProps, Rule, Source, Step, Test } from '../../src';
import { CONNECTION, HOME, pipelineIn, refusalOf, stackIn } from '../fixture';
import { Rendered } from '../rendered';

function withOwnProject(props: Partial<CodeBuildProjectProps> = {}, source?: Step) {
  const stack = stackIn(HOME);
  const project = new codebuild.PipelineProject(stack, 'Project');
  pipelineIn(stack, { ...(source && { source }), builds: [Build.project('Build', { project, ...props })] });
  const rendered = Rendered.of(stack);
  return { rendered, statements: rendered.all('AWS::IAM::Policy').flatMap(policy => policy.PolicyDocument.Statement) };
}

test('an imported project is started and watched, and gets nothing', () => {
  const stack = stackIn(HOME);
  const project = codebuild.Project.fromProjectName(stack, 'Project', 'shop');
  pipelineIn(stack, { builds: [Build.project('Build', { project, hasOutput: true })], tests: [Test.project('Unit', { project })] });
  const rendered = Rendered.of(stack);
  expect(rendered.statements('Build/Build'))
    .toEqual([{ Action: ['codebuild:StartBuild', 'codebuild:BatchGetBuilds'], Resource: 'arn:aws:codebuild:eu-west-1:111111111111:project/shop' }]);
  expect(rendered.all('AWS::IAM::Policy')).toEqual([]);
});

test('a project of this app reads the artifacts of this pipeline, and writes none when it gives none', () => {
  const { rendered, statements } = withOwnProject();
  const onArtifacts = statements.filter(one => JSON.stringify(one.Resource).includes('ArtifactsStoreBucket'));
  expect(JSON.stringify(onArtifacts)).toContain('${ArtifactsStoreBucket.Arn}/Web/*');
  expect(onArtifacts.flatMap(one => one.Action).sort()).toEqual([
    's3:GetBucketAcl', 's3:GetBucketLocation', 's3:GetBucketVersioning', 's3:GetObject', 's3:GetObjectVersion',
  ]);
  expect(rendered.only('AWS::CodeBuild::Project').EncryptionKey).toBe('${ArtifactsStoreKey.Arn}');
});

test('a project of this app uses the key of the artifacts for artifacts alone, and keeps a key of its own', () => {
  const { statements } = withOwnProject({ hasOutput: true });
  expect(statements.filter(one => JSON.stringify(one.Action).includes('kms:'))).toEqual([{
    Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: '${ArtifactsStoreKey.Arn}', Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
  }]);
  const stack = stackIn(HOME);
  const project = new codebuild.PipelineProject(stack, 'Project', { encryptionKey: new kms.Key(stack, 'Own') });
  pipelineIn(stack, { builds: [Build.project('Build', { project })] });
  expect(Rendered.of(stack).only('AWS::CodeBuild::Project').EncryptionKey).toBe('${Own.Arn}');
});

test('a project of this app writes artifacts when it gives one', () => {
  const { statements } = withOwnProject({ hasOutput: true });
  expect(statements.flatMap(one => one.Action)).toContain('s3:PutObject');
});

test('its role is admitted to the key', () => {
  const { rendered } = withOwnProject();
  const use = rendered.only('AWS::KMS::Key').KeyPolicy.Statement.find((one: { Sid: string }) => one.Sid === 'Pipelines');
  expect(use.Condition.ArnLike['aws:PrincipalArn']).toEqual(['arn:aws:iam::${account}:role/conveyor/*', '${ProjectRole.Arn}']);
});

test('a project of this app that a rule runs reads the source, and writes nothing', () => {
  const stack = stackIn(HOME);
  const project = new codebuild.PipelineProject(stack, 'Project');
  pipelineIn(stack).addStage('Stage', { steps: [Test.commands('Step', { commands: ['make'] })], success: [Rule.codeBuild({ project })] });
  const rendered = Rendered.of(stack);
  const statements = rendered.all('AWS::IAM::Policy').flatMap(policy => policy.PolicyDocument.Statement);
  expect(statements).toContainEqual({ Effect: 'Allow', Action: ['s3:GetObject', 's3:GetObjectVersion'], Resource: '${ArtifactsStoreBucket.Arn}/Web/*' });
  expect(JSON.stringify(statements)).not.toMatch(/PutObject|GenerateDataKey/);
  expect(rendered.only('AWS::CodeBuild::Project').EncryptionKey).toBe('${ArtifactsStoreKey.Arn}');
});

test('of another stack than the artifacts\', its role moves to where the key of the artifacts knows it, and is named by its whole ARN', () => {
  const app = new App();
  const artifactStore = new ArtifactStore(stackIn(HOME, 'Artifacts', app), 'Store');
  const stack = stackIn(HOME, 'Shop', app);
  pipelineIn(stack, { artifactStore, builds: [Build.project('Build', { project: new codebuild.PipelineProject(stack, 'Project') })] });
  const rendered = Rendered.of(stack);
  expect(rendered.only('AWS::CodeBuild::Project').ServiceRole).toBe('arn:aws:iam::111111111111:role/conveyor/Web/${ProjectRole}');
  expect(rendered.all('AWS::IAM::Role').find(role => /codebuild/.test(JSON.stringify(role.AssumeRolePolicyDocument)))).toMatchObject({ Path: '/conveyor/Web/' });
});

test('it may use the connection of a full clone', () => {
  const { statements } = withOwnProject({}, Source.gitHub('acme/shop', { connectionArn: CONNECTION, fullClone: true }));
  expect(statements).toContainEqual(expect.objectContaining({ Resource: CONNECTION }));
});

test('it may pull a full clone of CodeCommit', () => {
  const stack = stackIn(HOME);
  const source = Source.codeCommit(codecommit.Repository.fromRepositoryName(stack, 'Repository', 'shop'), { fullClone: true });
  pipelineIn(stack, { source, builds: [Build.project('Build', { project: new codebuild.PipelineProject(stack, 'Project') })] });
  const statements = Rendered.of(stack).all('AWS::IAM::Policy').flatMap(policy => policy.PolicyDocument.Statement);
  expect(statements).toContainEqual(expect.objectContaining({ Action: 'codecommit:GitPull' }));
});

test('it may read the secrets and parameters that the action names', () => {
  const environmentVariables = {
    A: { type: codebuild.BuildEnvironmentVariableType.PARAMETER_STORE, value: '/shop/a' },
    B: { type: codebuild.BuildEnvironmentVariableType.SECRETS_MANAGER, value: 'shop/b' },
  };
  const { statements } = withOwnProject({ environmentVariables });
  expect(statements.flatMap(one => one.Action)).toEqual(expect.arrayContaining(['ssm:GetParameters', 'secretsmanager:GetSecretValue']));
});

test('it learns of batches, which a project refuses until told', () => {
  const { rendered } = withOwnProject({ batch: true });
  expect(rendered.action('Build/Build').Configuration.BatchEnabled).toBe('true');
  expect(rendered.only('AWS::CodeBuild::Project').BuildBatchConfig).toMatchObject({ ServiceRole: expect.anything() });
});

test('one build of several inputs names the first as its primary source', () => {
  const stack = stackIn(HOME);
  const [code, other] = ['Code', 'Other'].map(name => Source.gitHub('acme/shop', { connectionArn: CONNECTION, name }));
  pipelineIn(stack, { source: code, additionalSources: [other], builds: [Build.codeBuild('Build', { commands: ['make'], input: other, additionalInputs: [code] })] });
  const rendered = Rendered.of(stack);
  expect(rendered.inputs('Build/Build')).toEqual(['Other', 'Code']);
  expect(rendered.action('Build/Build').Configuration.PrimarySource).toBe('Other');
});

test('further inputs without an input are refused', () => {
  const other = Source.gitHub('acme/shop', { connectionArn: CONNECTION });
  expect(refusalOf(() => Build.codeBuild('Build', { commands: ['make'], additionalInputs: [other] }))).toContain('The step has further inputs, and no input of its own.');
});
