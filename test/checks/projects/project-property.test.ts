import { findingsAfter, idsAfter, type Json } from '../fixture';
import { AT, ENVIRONMENT, NONE, withProject } from './project';

const VPC = { VpcId: 'vpc-1a2b3c4d', Subnets: ['subnet-1a2b3c4d'], SecurityGroupIds: ['sg-1a2b3c4d'] };
const SOURCE = { Type: 'CODEPIPELINE' };
const without = (key: string, from: Json) => ({ ...from, [key]: undefined });

test.each<[string, Json, (string | number)[]]>([
  ['The project has no Environment, no ServiceRole.', { Environment: undefined, ServiceRole: undefined }, []],
  ['The project has no Artifacts.', { Artifacts: NONE }, []],
  ['The project has no Source.', { Source: undefined }, []],
  ['Environment of the project has no Image.', { Environment: without('Image', ENVIRONMENT) }, ['Environment']],
  ['Environment of the project has no Type, no ComputeType.', { Environment: { Image: 'node:22' } }, ['Environment']],
  ['Environment.EnvironmentVariables of the project has no Value.', { Environment: { ...ENVIRONMENT, EnvironmentVariables: [{ Name: 'A' }] } }, ['Environment', 'EnvironmentVariables', 0]],
  ['VpcConfig of the project has no SecurityGroupIds.', { VpcConfig: without('SecurityGroupIds', VPC) }, ['VpcConfig']],
  ['LogsConfig.S3Logs of the project has no Status.', { LogsConfig: { S3Logs: { Location: 'logs/shop' } } }, ['LogsConfig', 'S3Logs']],
  ['Cache of the project has no Location, and is of the type S3.', { Cache: { Type: 'S3' } }, ['Cache']],
  ['There is no property "Buildspec" here.', { Source: { ...SOURCE, Buildspec: 'a.yml' } }, ['Source', 'Buildspec']],
  ['There is no property "Timeout" here.', { Timeout: 30 }, ['Timeout']],
  ['There is no property "Privileged" here.', { Environment: { ...ENVIRONMENT, Privileged: true } }, ['Environment', 'Privileged']],
  ['There is no property "Path" here.', { LogsConfig: { S3Logs: { Status: 'DISABLED', Path: 'a' } } }, ['LogsConfig', 'S3Logs', 'Path']],
  ['There is no property "Role" here.', { BuildBatchConfig: { Role: 'a' } }, ['BuildBatchConfig', 'Role']],
  ['EnvironmentVariables is an object.', { Environment: { ...ENVIRONMENT, EnvironmentVariables: { STAGE: 'test' } } }, ['Environment', 'EnvironmentVariables']],
  ['BuildSpec is an object.', { Source: { ...SOURCE, BuildSpec: { version: 0.2 } } }, ['Source', 'BuildSpec']],
  ['TimeoutInMinutes is the text "1 hour".', { TimeoutInMinutes: '1 hour' }, ['TimeoutInMinutes']],
  ['TimeoutInMinutes is the text "7.5".', { TimeoutInMinutes: 7.5 }, ['TimeoutInMinutes']],
  ['PrivilegedMode is the text "always".', { Environment: { ...ENVIRONMENT, PrivilegedMode: 'always' } }, ['Environment', 'PrivilegedMode']],
  ['Subnets is the text "subnet-1a2b3c4d".', { VpcConfig: { ...VPC, Subnets: 'subnet-1a2b3c4d' } }, ['VpcConfig', 'Subnets']],
  ['ServiceRole has no value.', { ServiceRole: null }, ['ServiceRole']],
])('"%s" is found', (message, properties, path) => {
  expect(findingsAfter(withProject(properties)).filter(({ id }) => id === 'conveyor:project-property'))
    .toEqual([expect.objectContaining({ severity: 'error', message, path: [...AT, ...path] })]);
});

test('the nearest property is offered', () => {
  const [{ mend }] = findingsAfter(withProject({ Source: { ...SOURCE, Buildspec: 'a.yml' } }));
  expect(mend).toBe('Did you mean BuildSpec?');
});

test('the project of a rule is looked at as well', () => {
  expect(idsAfter(withProject({ ServiceRole: undefined }, (_, pipeline) => {
    const rule = { Name: 'Test', RuleTypeId: { Category: 'Rule', Owner: 'AWS', Provider: 'CodeBuild', Version: '1' }, Configuration: { ProjectName: { Ref: 'Project' } }, InputArtifacts: [{ Name: 'ShopSource' }] };
    pipeline.Stages[1].Actions[0].Configuration.ProjectName = 'another';
    pipeline.Stages[3].BeforeEntry = { Conditions: [{ Result: 'FAIL', Rules: [rule] }] };
  }))).toEqual(['project-property']);
});

test.each<[string, Json]>([
  ['numbers and booleans as texts', { TimeoutInMinutes: '30', BadgeEnabled: 'false', Environment: { ...ENVIRONMENT, PrivilegedMode: 'false' } }],
  ['a fleet in place of a type of compute', { Environment: { ...without('ComputeType', ENVIRONMENT), Fleet: { FleetArn: 'arn:aws:codebuild:eu-west-1:111111111111:fleet/shop:1a2b' } } }],
  ['a network', { VpcConfig: VPC }],
  ['an empty network', { VpcConfig: {} }],
  ['a value of nothing', { VpcConfig: NONE, Environment: { ...ENVIRONMENT, EnvironmentVariables: [{ Name: 'A', Value: '' }] } }],
  ['what only a deployment tells', {
    ServiceRole: { Ref: 'Given' }, TimeoutInMinutes: { Ref: 'Given' }, BadgeEnabled: { Ref: 'Given' }, Environment: { Ref: 'Given' }, VpcConfig: { ...VPC, Subnets: { Ref: 'Given' } },
  }],
  ['what a transform may add', { Environment: { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://acme/environment.yaml' } } } }],
  ['webhooks, tags and file systems', {
    Triggers: { Webhook: false, FilterGroups: [[{ Type: 'EVENT', Pattern: 'PUSH' }]] },
    Tags: [{ Key: 'team', Value: 'shop' }],
    FileSystemLocations: [{ Type: 'EFS', Identifier: 'data', Location: 'fs-1a2b.efs.eu-west-1.amazonaws.com:/', MountPoint: '/mnt/data' }],
  }],
])('%s is not', (_what, properties) => {
  expect(idsAfter(withProject(properties))).toEqual([]);
});

test('a project that no action uses is not', () => {
  expect(idsAfter(withProject({ ServiceRole: undefined }, (_, pipeline) => {
    pipeline.Stages[1].Actions[0].Configuration.ProjectName = 'another';
  }))).toEqual([]);
});

const IF_GIVEN = { IsGiven: { 'Fn::Equals': [{ Ref: 'Given' }, 'Nonsense'] } };

test('an unknown property in the branch that counts is found there', () => {
  expect(findingsAfter(withProject({ Cache: { 'Fn::If': ['IsGiven', NONE, { Kind: 'LOCAL', Type: 'LOCAL' }] } }, template => { template.Conditions = IF_GIVEN; })))
    .toEqual([expect.objectContaining({ id: 'conveyor:project-property', path: [...AT, 'Cache', 'Fn::If', 2, 'Kind'] })]);
});

test.each<[string, Json]>([
  ['a condition', { ServiceRole: { 'Fn::If': ['IsGiven', 'arn:aws:iam::111111111111:role/build', NONE] } }],
  ['a condition elsewhere in the project', { ServiceRole: undefined, Description: { 'Fn::If': ['IsGiven', 'a', 'b'] } }],
])('what is missing because of %s is not', (_what, properties) => {
  expect(idsAfter(withProject(properties, template => { template.Conditions = IF_GIVEN; }))).toEqual([]);
});

test('what a macro may write is not missing', () => {
  expect(idsAfter(withProject({ ServiceRole: undefined }, template => { template.Transform = ['Acme']; }))).toEqual([]);
});
