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
const CLOUDFORMATION_MODES = ['CHANGE_SET_EXECUTE', 'CHANGE_SET_REPLACE', 'CREATE_UPDATE', 'DELETE_ONLY'];

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
