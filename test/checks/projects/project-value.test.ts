import { findingsAfter, idsAfter, type Json } from '../fixture';
import { AT, ENVIRONMENT, withProject } from './project';

const LAMBDA = { ...ENVIRONMENT, Type: 'LINUX_LAMBDA_CONTAINER', ComputeType: 'BUILD_LAMBDA_1GB', Image: 'aws/codebuild/amazonlinux-x86_64-lambda-standard:nodejs20' };
const variable = (Type: string) => ({ Environment: { ...ENVIRONMENT, EnvironmentVariables: [{ Name: 'TOKEN', Value: 'shop/token', Type }] } });

test.each<[string, Json, (string | number)[]]>([
  ['Environment.Type of the project is "LINUX".', { Environment: { ...ENVIRONMENT, Type: 'LINUX' } }, ['Environment', 'Type']],
  ['Environment.ComputeType of the project is "BUILD_GENERAL1_TINY".', { Environment: { ...ENVIRONMENT, ComputeType: 'BUILD_GENERAL1_TINY' } }, ['Environment', 'ComputeType']],
  ['Environment.ImagePullCredentialsType of the project is "ROLE".', { Environment: { ...ENVIRONMENT, ImagePullCredentialsType: 'ROLE' } }, ['Environment', 'ImagePullCredentialsType']],
  ['Environment.EnvironmentVariables.Type of the project is "SECRET_MANAGER".', variable('SECRET_MANAGER'), ['Environment', 'EnvironmentVariables', 0, 'Type']],
  ['Cache.Type of the project is "LOCAL_SOURCE_CACHE".', { Cache: { Type: 'LOCAL_SOURCE_CACHE' } }, ['Cache', 'Type']],
  ['Cache.Modes of the project is "DOCKER".', { Cache: { Type: 'LOCAL', Modes: ['LOCAL_SOURCE_CACHE', 'DOCKER'] } }, ['Cache', 'Modes', 1]],
  ['LogsConfig.CloudWatchLogs.Status of the project is "true".', { LogsConfig: { CloudWatchLogs: { Status: true } } }, ['LogsConfig', 'CloudWatchLogs', 'Status']],
  ['LogsConfig.S3Logs.Status of the project is "OFF".', { LogsConfig: { S3Logs: { Status: 'OFF' } } }, ['LogsConfig', 'S3Logs', 'Status']],
  ['Source.Type of the project is "GIT".', { Source: { Type: 'GIT' }, Artifacts: { Type: 'S3' } }, ['Source', 'Type']],
  ['Artifacts.Type of the project is "NONE".', { Source: { Type: 'NO_SOURCE', BuildSpec: 'a.yml' }, Artifacts: { Type: 'NONE' } }, ['Artifacts', 'Type']],
  ['SecondarySources.Type of the project is "CODEPIPELINE".', { SecondarySources: [{ Type: 'CODEPIPELINE', SourceIdentifier: 'more' }] }, ['SecondarySources', 0, 'Type']],
  ['SecondaryArtifacts.Type of the project is "CODEPIPELINE".', { SecondaryArtifacts: [{ Type: 'CODEPIPELINE', ArtifactIdentifier: 'more' }] }, ['SecondaryArtifacts', 0, 'Type']],
  ['TimeoutInMinutes of the project is "4".', { TimeoutInMinutes: 4 }, ['TimeoutInMinutes']],
  ['TimeoutInMinutes of the project is "2161".', { TimeoutInMinutes: '2161' }, ['TimeoutInMinutes']],
  ['QueuedTimeoutInMinutes of the project is "481".', { QueuedTimeoutInMinutes: 481 }, ['QueuedTimeoutInMinutes']],
  ['The project has a badge, and its source is of the type "CODEPIPELINE".', { BadgeEnabled: 'true' }, ['BadgeEnabled']],
  [
    'The compute of the project is of the type "BUILD_LAMBDA_1GB", its environment is of "LINUX_CONTAINER".',
    { Environment: { ...ENVIRONMENT, ComputeType: 'BUILD_LAMBDA_1GB' } }, ['Environment', 'ComputeType'],
  ],
  [
    'The compute of the project is of the type "BUILD_GENERAL1_SMALL", its environment is of "ARM_LAMBDA_CONTAINER".',
    { Environment: { ...ENVIRONMENT, Type: 'ARM_LAMBDA_CONTAINER' } }, ['Environment', 'ComputeType'],
  ],
])('"%s" is found', (message, properties, path) => {
  expect(findingsAfter(withProject(properties)).filter(({ id }) => id === 'conveyor:project-value'))
    .toEqual([expect.objectContaining({ severity: 'error', message, path: [...AT, ...path] })]);
});

test.each<[string, Json]>([
  ['Did you mean SECRETS_MANAGER?', variable('SECRET_MANAGER')],
  ['Use ENABLED, DISABLED.', { LogsConfig: { CloudWatchLogs: { Status: 'ON' } } }],
  ['Use a whole number from 5 to 2160.', { TimeoutInMinutes: 3 }],
  ['Use a type that begins with BUILD_LAMBDA_, or an environment that is not of Lambda.', { Environment: { ...ENVIRONMENT, Type: 'ARM_LAMBDA_CONTAINER' } }],
  ['Leave it out: what else the action reads and gives, CodePipeline adds itself. The other types are S3, NO_ARTIFACTS.', { SecondaryArtifacts: [{ Type: 'CODEPIPELINE' }] }],
])('"%s" is what mends it', (mend, properties) => {
  expect(findingsAfter(withProject(properties))).toEqual([expect.objectContaining({ mend })]);
});

test.each<[string, Json]>([
  ['the least and the most minutes', { TimeoutInMinutes: 5, QueuedTimeoutInMinutes: '480' }],
  ['the longest time', { TimeoutInMinutes: '2160', QueuedTimeoutInMinutes: 5 }],
  ['another range of minutes on Lambda', { Environment: LAMBDA, TimeoutInMinutes: 1 }],
  ['minutes on what is not known', { Environment: { ...ENVIRONMENT, Type: { Ref: 'Given' }, ComputeType: { Ref: 'Given' } }, TimeoutInMinutes: 1 }],
  ['Lambda', { Environment: LAMBDA }],
  ['a fleet, whatever the types beside it', { Environment: { ...ENVIRONMENT, Type: 'ARM_LAMBDA_CONTAINER', Fleet: { FleetArn: 'arn:aws:codebuild:eu-west-1:111111111111:fleet/shop:1a2b' } } }],
  ['a badge of another source', { BadgeEnabled: true, Source: { Type: 'GITHUB', Location: 'https://github.com/acme/shop.git' }, Artifacts: { Type: 'NO_ARTIFACTS' } }],
  ['no badge', { BadgeEnabled: false }],
  ['an old spelling', { Environment: { ...ENVIRONMENT, Type: 'linuxContainer', ComputeType: 'small' }, Source: { Type: 'codepipeline' } }],
  ['other secondary sources', { SecondarySources: [{ Type: 'GITHUB', SourceIdentifier: 'more', Location: 'https://github.com/acme/more.git' }] }],
  ['a secret', variable('SECRETS_MANAGER')],
  ['what only a deployment tells', { Cache: { Type: { Ref: 'Given' }, Modes: { Ref: 'Given' } }, BadgeEnabled: { Ref: 'Given' }, TimeoutInMinutes: { Ref: 'Given' } }],
])('%s is not', (_what, properties) => {
  expect(idsAfter(withProject(properties))).toEqual([]);
});
