/**
 * What AWS::CodeBuild::Project takes. Sources: the CloudFormation template reference, and the API reference of CodeBuild
 * (CreateProject). Of what stands where, a dot leads to a property, and [] to each item of a list.
 */

const COMPUTE_TYPES = [
  'BUILD_GENERAL1_SMALL', 'BUILD_GENERAL1_MEDIUM', 'BUILD_GENERAL1_LARGE', 'BUILD_GENERAL1_XLARGE', 'BUILD_GENERAL1_2XLARGE',
  'BUILD_LAMBDA_1GB', 'BUILD_LAMBDA_2GB', 'BUILD_LAMBDA_4GB', 'BUILD_LAMBDA_8GB', 'BUILD_LAMBDA_10GB',
  'ATTRIBUTE_BASED_COMPUTE', 'CUSTOM_INSTANCE_TYPE',
];
const LAMBDA_ENVIRONMENTS = ['LINUX_LAMBDA_CONTAINER', 'ARM_LAMBDA_CONTAINER'];
const ENVIRONMENT_TYPES = [
  'LINUX_CONTAINER', 'LINUX_GPU_CONTAINER', 'ARM_CONTAINER', 'WINDOWS_CONTAINER', 'WINDOWS_SERVER_2019_CONTAINER', 'WINDOWS_SERVER_2022_CONTAINER',
  ...LAMBDA_ENVIRONMENTS, 'LINUX_EC2', 'ARM_EC2', 'WINDOWS_EC2', 'MAC_ARM',
];
const SECONDARY_SOURCE_TYPES = ['BITBUCKET', 'CODECOMMIT', 'GITHUB', 'GITHUB_ENTERPRISE', 'GITLAB', 'GITLAB_SELF_MANAGED', 'NO_SOURCE', 'S3'];
const SECONDARY_ARTIFACTS_TYPES = ['S3', 'NO_ARTIFACTS'];
const STATUSES = ['ENABLED', 'DISABLED'];

/** The values of properties that have a fixed set of them. */
export const PROJECT_VALUES: Readonly<Record<string, readonly string[]>> = {
  'Source.Type': ['CODEPIPELINE', ...SECONDARY_SOURCE_TYPES],
  // https://github.com/hashicorp/terraform-provider-aws/issues/36987
  'SecondarySources[].Type': SECONDARY_SOURCE_TYPES,
  'Artifacts.Type': ['CODEPIPELINE', ...SECONDARY_ARTIFACTS_TYPES],
  'SecondaryArtifacts[].Type': SECONDARY_ARTIFACTS_TYPES,
  'Environment.Type': ENVIRONMENT_TYPES,
  'Environment.ComputeType': COMPUTE_TYPES,
  'Environment.HostKernel': ['LINUX_KERNEL_4', 'LINUX_KERNEL_6', 'LINUX_KERNEL_LATEST'],
  'Environment.ImagePullCredentialsType': ['CODEBUILD', 'SERVICE_ROLE'],
  'Environment.RegistryCredential.CredentialProvider': ['SECRETS_MANAGER'],
  'Environment.DockerServer.ComputeType': COMPUTE_TYPES,
  'Environment.EnvironmentVariables[].Type': ['PLAINTEXT', 'PARAMETER_STORE', 'SECRETS_MANAGER'],
  'Cache.Type': ['NO_CACHE', 'S3', 'LOCAL'],
  'Cache.Modes[]': ['LOCAL_SOURCE_CACHE', 'LOCAL_DOCKER_LAYER_CACHE', 'LOCAL_CUSTOM_CACHE'],
  'LogsConfig.CloudWatchLogs.Status': STATUSES,
  'LogsConfig.S3Logs.Status': STATUSES,
  'BuildBatchConfig.BatchReportMode': ['REPORT_INDIVIDUAL_BUILDS', 'REPORT_AGGREGATED_BATCH'],
  'FileSystemLocations[].Type': ['EFS'],
  'Visibility': ['PUBLIC_READ', 'PRIVATE'],
};

/** INFERRED: templates of CodeBuild's first years, some of AWS's own, write these, and `linuxContainer` or `no_artifacts`. */
const OLD_VALUES = ['container', 'small', 'medium', 'large'];

/** Whether a text may be one of the values. Whether CodeBuild still takes what differs in case or underscores is not certain. */
export function mayBe(text: string, values: readonly string[]): boolean {
  return OLD_VALUES.includes(text) || values.some(value => plain(value) === plain(text));
}

function plain(value: string): string {
  return value.replaceAll('_', '').toUpperCase();
}

/** The least and the most minutes. Builds on Lambda have neither. */
export const PROJECT_MINUTES: Readonly<Record<string, readonly [number, number]>> = { TimeoutInMinutes: [5, 2160], QueuedTimeoutInMinutes: [5, 480] };

/**
 * What a project needs, by what it must stand in (`''` is the project itself).
 *
 * INFERRED: a fleet brings its own type of compute.
 */
export const PROJECT_NEEDS: Readonly<Record<string, readonly string[]>> = {
  '': ['Source', 'Artifacts', 'Environment', 'ServiceRole'],
  'Source': ['Type'],
  'SecondarySources[]': ['Type'],
  'SecondarySourceVersions[]': ['SourceIdentifier'],
  'Artifacts': ['Type'],
  'SecondaryArtifacts[]': ['Type'],
  'Environment': ['Type', 'Image', 'ComputeType'],
  'Environment.EnvironmentVariables[]': ['Name', 'Value'],
  'Environment.RegistryCredential': ['Credential', 'CredentialProvider'],
  'Cache': ['Type'],
  'LogsConfig.CloudWatchLogs': ['Status'],
  'LogsConfig.S3Logs': ['Status'],
  'VpcConfig': ['VpcId', 'Subnets', 'SecurityGroupIds'],
  'FileSystemLocations[]': ['Identifier', 'Location', 'MountPoint', 'Type'],
};

export type Compute = 'Lambda' | 'machine';

/** What a type of environment runs on; undefined when it is not known. */
export function computeOfEnvironment(type: string | undefined): Compute | undefined {
  if (type === undefined || !ENVIRONMENT_TYPES.includes(type)) return undefined;
  return LAMBDA_ENVIRONMENTS.includes(type) ? 'Lambda' : 'machine';
}

/** What a type of compute is; undefined when it is not known. */
export function computeOfType(type: string | undefined): Compute | undefined {
  if (type === undefined || !COMPUTE_TYPES.includes(type)) return undefined;
  return type.startsWith('BUILD_LAMBDA_') ? 'Lambda' : 'machine';
}
