/** What CodePipeline offers, by the service's own lists, and that the examples use all of it. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { exampleNames, root, synth } from '../../examples/synth';
import { readPlan } from '../../src/plan/read';

const ACTIONS = [
  'Source/AWS/S3', 'Source/AWS/CodeCommit', 'Source/AWS/ECR', 'Source/AWS/CodeStarSourceConnection', 'Source/ThirdParty/GitHub',
  'Build/AWS/CodeBuild', 'Test/AWS/CodeBuild', 'Build/AWS/ECRBuildAndPublish', 'Compute/AWS/Commands', 'Test/AWS/DeviceFarm', 'Build/Custom/TeamCity',
  'Deploy/AWS/CloudFormation', 'Deploy/AWS/CloudFormationStackSet', 'Deploy/AWS/CloudFormationStackInstances',
  'Deploy/AWS/CodeDeploy', 'Deploy/AWS/CodeDeployToECS', 'Deploy/AWS/ECS', 'Deploy/AWS/EKS', 'Deploy/AWS/EC2', 'Deploy/AWS/ElasticBeanstalk',
  'Deploy/AWS/S3', 'Deploy/AWS/Lambda', 'Deploy/AWS/ServiceCatalog', 'Deploy/AWS/AppConfig', 'Deploy/ThirdParty/AlexaSkillsKit',
  'Invoke/AWS/Lambda', 'Invoke/AWS/StepFunctions', 'Invoke/AWS/InspectorScan', 'Invoke/AWS/CodePipeline',
  'Approval/AWS/Manual',
];
const RULES = ['CloudWatchAlarm', 'CodeBuild', 'Commands', 'DeploymentWindow', 'LambdaInvoke', 'VariableCheck'];
const MODES = ['PARALLEL', 'QUEUED', 'SUPERSEDED'];
const CLOUDFORMATION_MODES = ['CHANGE_SET_EXECUTE', 'CHANGE_SET_REPLACE', 'CREATE_UPDATE', 'DELETE_ONLY', 'REPLACE_ON_FAILURE'];

/** What permissions depend on beside the provider: the proof (test/proof) proves no more than what stands in an example. */
const SETTINGS: readonly (readonly [what: string, provider: string, key: string, value: string | undefined | RegExp])[] = [
  ['a full clone of a connection', 'CodeStarSourceConnection', 'OutputArtifactFormat', 'CODEBUILD_CLONE_REF'],
  ['a full clone of CodeCommit', 'CodeCommit', 'OutputArtifactFormat', 'CODEBUILD_CLONE_REF'],
  ['a batch of builds', 'CodeBuild', 'BatchEnabled', 'true'],
  ['a public image', 'ECRBuildAndPublish', 'RegistryType', 'public'],
  ['commands in a network', 'Commands', 'VpcId', /^vpc-/],
  ['a change set whose name is known late', 'CloudFormation', 'ChangeSetName', /#\{/],
  ['a stack without a template', 'CloudFormation', 'TemplatePath', undefined],
  ['stack sets of a delegated administrator', 'CloudFormationStackSet', 'CallAs', 'DELEGATED_ADMIN'],
  ['their instances', 'CloudFormationStackInstances', 'CallAs', 'DELEGATED_ADMIN'],
  ['stack sets whose administration role is named', 'CloudFormationStackSet', 'AdministrationRoleArn', /^arn:/],
  ['stack sets that CloudFormation keeps the roles of', 'CloudFormationStackSet', 'PermissionModel', 'SERVICE_MANAGED'],
  ['objects with an ACL', 'S3', 'CannedACL', /./],
  ['alarms of a deployment', 'Lambda', 'Alarms', /./],
  ['target groups', 'EC2', 'TargetGroupNameList', /./],
  ['machines that are no instances', 'EC2', 'InstanceType', 'SSM_MANAGED_NODE'],
  ['machines by a tag of any value', 'EC2', 'InstanceTagValue', undefined],
  ['AppConfig\'s own strategy', 'AppConfig', 'DeploymentStrategy', undefined],
  ['a scan of an image', 'InspectorScan', 'InspectorRunMode', 'ECRImageScan'],
  ['state machines with named executions', 'StepFunctions', 'ExecutionNamePrefix', /./],
];

let assemblies: string[];
beforeAll(async () => {
  const folders = await Promise.all(exampleNames().map(name => synth(name, join('build', 'test-examples'))));
  assemblies = folders.map(folder => join(root, folder));
}, 120_000);

const pipelines = () => assemblies.flatMap(folder => readPlan(folder).pipelines);
const actions = () => pipelines().flatMap(pipeline => pipeline.stages.flatMap(stage => stage.actions));

test('every example has a pipeline', () => {
  for (const folder of assemblies) expect(readdirSync(folder)).toContain('manifest.json');
  expect(pipelines().length).toBeGreaterThanOrEqual(assemblies.length);
});

test('every action provider is used', () => {
  const used = new Set(actions().map(({ category, owner, provider }) => `${category}/${owner}/${provider}`));
  expect(ACTIONS.filter(action => !used.has(action))).toEqual([]);
});

test('so are custom actions', () => {
  expect(actions().filter(({ owner }) => owner === 'Custom').map(({ provider }) => provider)).toContain('AcmeJenkins');
});

test('so is every mode of CloudFormation', () => {
  const used = new Set(actions().filter(({ provider }) => provider === 'CloudFormation').map(({ configuration }) => configuration.ActionMode));
  expect(CLOUDFORMATION_MODES.filter(mode => !used.has(mode))).toEqual([]);
});

test.each(SETTINGS)('so is what permissions depend on: %s', (_what, provider, key, value) => {
  const given = actions().filter(action => action.provider === provider).map(({ configuration }) => configuration[key]);
  expect(given.some(one => value instanceof RegExp ? one !== undefined && value.test(one) : one === value)).toBe(true);
});

test('so are builds in a network, in images of one\'s own, on Lambda, and with every kind of report', () => {
  const projects = assemblies.flatMap(folder => readPlan(folder).resources.ofType('AWS::CodeBuild::Project')).map(({ properties }) => JSON.stringify(properties));
  for (const part of ['"VpcConfig":', '.dkr.ecr.', '"RegistryCredential":', '"LINUX_LAMBDA_CONTAINER"', 'JUNITXML', 'JACOCOXML', '"BuildBatchConfig":', '"PARAMETER_STORE"', '"SECRETS_MANAGER"']) {
    expect({ part, used: projects.some(project => project.includes(part)) }).toEqual({ part, used: true });
  }
});

test('every rule is used, at every hook', () => {
  const stages = pipelines().flatMap(pipeline => pipeline.stages);
  const conditions = stages.flatMap(stage => [...(stage.beforeEntry ?? []), ...(stage.onSuccess ?? []), ...(stage.onFailure?.conditions ?? [])]);
  const used = new Set(conditions.flatMap(condition => condition.rules.map(rule => rule.provider)));
  expect(RULES.filter(rule => !used.has(rule))).toEqual([]);
  expect(stages.some(stage => stage.beforeEntry?.length)).toBe(true);
  expect(stages.some(stage => stage.onSuccess?.length)).toBe(true);
  expect(stages.some(stage => stage.onFailure?.conditions?.length)).toBe(true);
});

test('every execution mode, and every kind of trigger, is used', () => {
  expect(new Set(pipelines().map(pipeline => pipeline.executionMode))).toEqual(new Set(MODES));
  const triggers = JSON.stringify(pipelines().map(pipeline => pipeline.triggers));
  for (const kind of ['branches', 'tags', 'filePaths', 'pullRequest']) expect(triggers.toLowerCase()).toContain(kind.toLowerCase());
});
