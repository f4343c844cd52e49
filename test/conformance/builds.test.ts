import { Stack } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as actions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import { Intent, renderAction } from './rendered-action';
import { Build, Jenkins, Test } from '../../src';

const projectIn = (stack: Stack) => codebuild.Project.fromProjectName(stack, 'Project', 'shop-build');
const repositoryIn = (stack: Stack) => ecr.Repository.fromRepositoryName(stack, 'Repository', 'shop');
const jenkins = { serverUrl: 'https://jenkins.acme.com', providerName: 'AcmeJenkins' };
const artifacts = (...names: string[]) => names.map(name => new codepipeline.Artifact(name));
const environmentVariables = { STAGE: { value: 'beta' }, TOKEN: { value: '/shop/token', type: codebuild.BuildEnvironmentVariableType.PARAMETER_STORE } };

test.each<[string, Intent]>([
  ['a build', {
    ours: stack => Build.project('Build', { project: projectIn(stack), hasOutput: true }),
    theirs: (stack, { source }) => new actions.CodeBuildAction({ actionName: 'Build', project: projectIn(stack), input: source, outputs: artifacts('Build') }),
  }],
  ['a build with further outputs', {
    ours: stack => Build.project('Build', { project: projectIn(stack), hasOutput: true, outputLabels: ['docs', 'map'] }),
    theirs: (stack, { source }) => new actions.CodeBuildAction({
      actionName: 'Build', project: projectIn(stack), input: source, outputs: artifacts('Build', 'Build_docs', 'Build_map'),
    }),
  }],
  ['a build of several inputs', {
    ours: (stack, { source, other }) => Build.project('Build', { project: projectIn(stack), input: other, additionalInputs: [source] }),
    theirs: (stack, { source, other }) => new actions.CodeBuildAction({ actionName: 'Build', project: projectIn(stack), input: other, extraInputs: [source] }),
  }],
  ['a build with environment variables', {
    ours: stack => Build.project('Build', { project: projectIn(stack), environmentVariables }),
    theirs: (stack, { source }) => new actions.CodeBuildAction({ actionName: 'Build', project: projectIn(stack), input: source, environmentVariables }),
  }],
  ['a build with a number as environment variable', {
    ours: stack => Build.project('Build', { project: projectIn(stack), environmentVariables: { SHARDS: { value: 4 } } }),
    theirs: (stack, { source }) => new actions.CodeBuildAction({
      actionName: 'Build', project: projectIn(stack), input: source, environmentVariables: { SHARDS: { value: 4 } },
    }),
  }],
  ['a batch', {
    ours: stack => Build.project('Build', { project: projectIn(stack), batch: true }),
    theirs: (stack, { source }) => new actions.CodeBuildAction({ actionName: 'Build', project: projectIn(stack), input: source, executeBatchBuild: true }),
  }],
  ['a batch with combined artifacts', {
    ours: stack => Build.project('Build', { project: projectIn(stack), hasOutput: true, batch: true, combineArtifacts: true }),
    theirs: (stack, { source }) => new actions.CodeBuildAction({
      actionName: 'Build', project: projectIn(stack), input: source, outputs: artifacts('Build'), executeBatchBuild: true, combineBatchBuildArtifacts: true,
    }),
  }],
  ['a test', {
    ours: stack => Test.project('Unit', { project: projectIn(stack) }),
    theirs: (stack, { source }) => new actions.CodeBuildAction({
      actionName: 'Unit', project: projectIn(stack), input: source, type: actions.CodeBuildActionType.TEST,
    }),
  }],
  ['Commands', {
    ours: () => Build.commands('Compile', { commands: ['npm ci', 'npm run build'] }),
    theirs: (_stack, { source }) => new actions.CommandsAction({ actionName: 'Compile', input: source, commands: ['npm ci', 'npm run build'] }),
  }],
  ['Commands with files and variables', {
    ours: () => Build.commands('Compile', { commands: ['make'], outputFiles: ['dist/**', 'appspec.yml'], outputVariables: ['VERSION', 'COMMIT'] }),
    theirs: (_stack, { source }) => new actions.CommandsAction({
      actionName: 'Compile', input: source, commands: ['make'], output: new codepipeline.Artifact('Compile', ['dist/**', 'appspec.yml']), outputVariables: ['VERSION', 'COMMIT'],
    }),
  }],
  ['Commands of several inputs', {
    ours: (_stack, { source, other }) => Test.commands('Check', { commands: ['make check'], input: source, additionalInputs: [other] }),
    theirs: (_stack, { source, other }) => new actions.CommandsAction({ actionName: 'Check', input: source, extraInputs: [other], commands: ['make check'] }),
  }],
  ['an image', {
    ours: stack => Build.image('Image', { repository: repositoryIn(stack) }),
    theirs: (_stack, { source }) => new actions.EcrBuildAndPublishAction({ actionName: 'Image', repositoryName: 'shop', input: source }),
  }],
  ['an image with tags, from a folder', {
    ours: (stack, { other }) => Build.image('Image', { repository: repositoryIn(stack), tags: ['latest', '1.2'], dockerfilePath: 'web', input: other }),
    theirs: (_stack, { other }) => new actions.EcrBuildAndPublishAction({
      actionName: 'Image', repositoryName: 'shop', input: other, imageTags: ['latest', '1.2'], dockerfileDirectoryPath: 'web',
    }),
  }],
  ['a public image', {
    ours: () => Build.image('Image', { publicRepositoryName: 'acme/shop' }),
    theirs: (_stack, { source }) => new actions.EcrBuildAndPublishAction({
      actionName: 'Image', repositoryName: 'acme/shop', input: source, registryType: actions.RegistryType.PUBLIC,
    }),
  }],
  ['a build by Jenkins', {
    ours: stack => new Jenkins(stack, 'Jenkins', jenkins).buildStep('Firmware', { project: 'firmware', hasOutput: true }),
    theirs: (stack, { source }) => new actions.JenkinsAction({
      actionName: 'Firmware',
      jenkinsProvider: new actions.JenkinsProvider(stack, 'Jenkins', jenkins),
      projectName: 'firmware',
      type: actions.JenkinsActionType.BUILD,
      inputs: [source],
      outputs: artifacts('Firmware'),
    }),
  }],
  ['a test by Jenkins', {
    ours: (stack, { source, other }) => new Jenkins(stack, 'Jenkins', { ...jenkins, version: '2' }).testStep('Bench', { project: 'bench', inputs: [source, other] }),
    theirs: (stack, { source, other }) => new actions.JenkinsAction({
      actionName: 'Bench',
      jenkinsProvider: new actions.JenkinsProvider(stack, 'Jenkins', { ...jenkins, version: '2' }),
      projectName: 'bench',
      type: actions.JenkinsActionType.TEST,
      inputs: [source, other],
    }),
  }],
])('%s renders as the L2 renders it', (_name, intent) => {
  const { ours, theirs } = renderAction(intent);
  expect(ours).toEqual(theirs);
});
