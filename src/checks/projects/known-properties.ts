/** The properties of AWS::CodeBuild::Project. Source: the CloudFormation template reference. */

import type { Properties } from '../structure/known-properties';

const SOURCE: Properties = {
  Auth: { Type: 'text', Resource: 'text' },
  BuildSpec: 'text',
  BuildStatusConfig: { Context: 'text', TargetUrl: 'text' },
  GitCloneDepth: 'number',
  GitSubmodulesConfig: { FetchSubmodules: 'truth' },
  InsecureSsl: 'truth',
  Location: 'text',
  ReportBuildStatus: 'truth',
  SourceIdentifier: 'text',
  Type: 'text',
};

const ARTIFACTS: Properties = {
  ArtifactIdentifier: 'text',
  EncryptionDisabled: 'truth',
  Location: 'text',
  Name: 'text',
  NamespaceType: 'text',
  OverrideArtifactName: 'truth',
  Packaging: 'text',
  Path: 'text',
  Type: 'text',
};

const ENVIRONMENT: Properties = {
  Certificate: 'text',
  ComputeType: 'text',
  DockerServer: { ComputeType: 'text', SecurityGroupIds: 'texts' },
  EnvironmentVariables: [{ Name: 'text', Type: 'text', Value: 'text' }],
  Fleet: { FleetArn: 'text' },
  HostKernel: 'text',
  Image: 'text',
  ImagePullCredentialsType: 'text',
  PrivilegedMode: 'truth',
  RegistryCredential: { Credential: 'text', CredentialProvider: 'text' },
  Type: 'text',
};

const LOGS: Properties = {
  CloudWatchLogs: { GroupName: 'text', Status: 'text', StreamName: 'text' },
  S3Logs: { EncryptionDisabled: 'truth', Location: 'text', Status: 'text' },
};

const BATCH: Properties = {
  BatchReportMode: 'text',
  CombineArtifacts: 'truth',
  Restrictions: { ComputeTypesAllowed: 'texts', FleetsAllowed: 'texts', MaximumBuildsAllowed: 'number' },
  ServiceRole: 'text',
  TimeoutInMins: 'number',
};

export const PROJECT: Properties = {
  Artifacts: ARTIFACTS,
  AutoRetryLimit: 'number',
  BadgeEnabled: 'truth',
  BuildBatchConfig: BATCH,
  Cache: { CacheNamespace: 'text', Location: 'text', Modes: 'texts', Type: 'text' },
  ConcurrentBuildLimit: 'number',
  Description: 'text',
  EncryptionKey: 'text',
  Environment: ENVIRONMENT,
  FileSystemLocations: [{ Identifier: 'text', Location: 'text', MountOptions: 'text', MountPoint: 'text', Type: 'text' }],
  LogsConfig: LOGS,
  Name: 'text',
  QueuedTimeoutInMinutes: 'number',
  ResourceAccessRole: 'text',
  SecondaryArtifacts: [ARTIFACTS],
  SecondarySources: [SOURCE],
  SecondarySourceVersions: [{ SourceIdentifier: 'text', SourceVersion: 'text' }],
  ServiceRole: 'text',
  Source: SOURCE,
  SourceVersion: 'text',
  Tags: [{ Key: 'text', Value: 'text' }],
  TimeoutInMinutes: 'number',
  // webhooks of the project itself: no pipeline uses them
  Triggers: 'anything',
  Visibility: 'text',
  VpcConfig: { SecurityGroupIds: 'texts', Subnets: 'texts', VpcId: 'text' },
};
