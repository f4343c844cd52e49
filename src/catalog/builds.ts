import { NETWORK } from './compute-deploys';
import { COMPUTE_TYPE, DEVICE_POOL_ARN, ENVIRONMENT_TYPE, FILE, ID, IMAGE_REPOSITORY, IMAGE_TAGS, PROJECT_NAME, ROLE_ARN, SECURITY_GROUPS, SUBNETS, VPC } from './forms';
import { arn, passRole, pipelineLogs, readSecrets } from './grants';
import { Provider } from './provider';

const GUIDE = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/';

export const CODEBUILD: Provider = {
  category: 'Build',
  alsoAs: 'Test',
  owner: 'AWS',
  provider: 'CodeBuild',
  factories: ['Build.codeBuild', 'Build.project', 'Build.synth', 'Test.codeBuild', 'Test.project'],
  version: '1',
  inputs: { min: 1, max: 5 },
  outputs: { min: 0, max: 5 },
  configuration: {
    ProjectName: { required: true, form: PROJECT_NAME },
    PrimarySource: { artifact: 'name' },
    BatchEnabled: { values: ['true', 'false'] },
    CombineArtifacts: { values: ['true', 'false'] },
    EnvironmentVariables: { json: 'list' },
    BuildspecOverride: {},
    ServiceRoleArnOverride: { form: ROLE_ARN },
  },
  variables: '*',
  pooled: true,
  permissions: r => [
    {
      actions: r.configuration.BatchEnabled === 'true'
        ? ['codebuild:StartBuildBatch', 'codebuild:BatchGetBuildBatches']
        : ['codebuild:StartBuild', 'codebuild:BatchGetBuilds'],
      resources: r.arns.project ?? [arn(r, 'codebuild', `project/${r.configuration.ProjectName}`)],
    },
    ...passRole('codebuild.amazonaws.com', r.configuration.ServiceRoleArnOverride ? [r.configuration.ServiceRoleArnOverride] : undefined),
  ],
  source: `${GUIDE}action-reference-CodeBuild.html`,
};

export const COMMANDS: Provider = {
  category: 'Compute',
  owner: 'AWS',
  provider: 'Commands',
  factories: ['Build.commands', 'Test.commands'],
  version: '1',
  pipelineType: 'V2',
  inputs: { min: 1, max: 10 },
  outputs: { min: 0, max: 1 },
  configuration: {
    EnvironmentType: { form: ENVIRONMENT_TYPE },
    ComputeType: { form: COMPUTE_TYPE },
    VpcId: { form: VPC },
    Subnets: { form: SUBNETS },
    SecurityGroupIds: { form: SECURITY_GROUPS },
  },
  variables: '*',
  permissions: r => [
    pipelineLogs(r),
    ...readSecrets(r.region, r.arns),
    ...(r.configuration.VpcId ? [NETWORK] : []),
  ],
  source: `${GUIDE}action-reference-Commands.html`,
};

/** Builds an image from a Dockerfile and pushes it. */
export const ECR_BUILD_AND_PUBLISH: Provider = {
  category: 'Build',
  owner: 'AWS',
  provider: 'ECRBuildAndPublish',
  factories: ['Build.image'],
  version: '1',
  pipelineType: 'V2',
  inputs: { min: 1, max: 1 },
  outputs: { min: 0, max: 0 },
  configuration: {
    ECRRepositoryName: { required: true, form: IMAGE_REPOSITORY },
    DockerFilePath: { form: FILE },
    ImageTags: { form: IMAGE_TAGS },
    RegistryType: { values: ['private', 'public'] },
  },
  variables: ['ECRImageDigestId', 'ECRRepositoryName'],
  permissions: r => {
    const isPublic = r.configuration.RegistryType === 'public';
    const name = r.configuration.ECRRepositoryName;
    const prefix = isPublic ? 'ecr-public' : 'ecr';
    return [
      {
        actions: [`${prefix}:GetAuthorizationToken`, `${prefix}:DescribeRepositories`, ...(isPublic ? ['sts:GetServiceBearerToken'] : [])],
        resources: ['*'],
        why: 'AWS\'s policy for the action names no resource for what finds the registry.',
      },
      {
        actions: [
          'InitiateLayerUpload', 'UploadLayerPart', 'CompleteLayerUpload', 'PutImage', 'BatchCheckLayerAvailability',
          ...(isPublic ? [] : ['GetDownloadUrlForLayer']),
        ].map(action => `${prefix}:${action}`),
        resources: [isPublic ? `arn:${r.partition}:ecr-public::${r.account}:repository/${name}` : arn(r, 'ecr', `repository/${name}`)],
      },
      pipelineLogs(r),
    ];
  },
  source: `${GUIDE}action-reference-ECRBuildAndPublish.html`,
};

/** Tests of an app on real phones and tablets. */
export const DEVICE_FARM: Provider = {
  category: 'Test',
  owner: 'AWS',
  provider: 'DeviceFarm',
  factories: ['Test.deviceFarm'],
  version: '1',
  inputs: { min: 1, max: 1 },
  outputs: { min: 0, max: 0 },
  configuration: {
    AppType: { required: true, values: ['Android', 'iOS', 'Web'] },
    ProjectId: { required: true, form: ID },
    App: { required: true, form: FILE },
    // the guide calls it required, and says that it is not looked at
    AppiumVersion: {},
    DevicePoolArn: { required: true, form: DEVICE_POOL_ARN },
    TestType: { required: true },
    TestSpec: { form: FILE },
    Test: { form: FILE },
    FuzzEventCount: { range: { min: 1, max: 10_000 } },
    FuzzEventThrottle: { range: { min: 1, max: 1_000 } },
    FuzzRandomizerSeed: {},
    RadioBluetoothEnabled: { values: ['true', 'false'] },
    RadioGpsEnabled: { values: ['true', 'false'] },
    RadioNfcEnabled: { values: ['true', 'false'] },
    RadioWifiEnabled: { values: ['true', 'false'] },
    RecordAppPerformanceData: { values: ['true', 'false'] },
    RecordVideo: { values: ['true', 'false'] },
    CustomHostMachineArtifacts: {},
    CustomDeviceArtifacts: {},
    UnmeteredDevicesOnly: { values: ['true', 'false'] },
    JobTimeoutMinutes: { range: { min: 1, max: Infinity } },
    Latitude: { range: { min: -90, max: 90, fraction: true } },
    Longitude: { range: { min: -180, max: 180, fraction: true } },
  },
  variables: [],
  permissions: r => {
    const project = arn(r, 'devicefarm', `project:${r.configuration.ProjectId}`);
    const why = 'Runs and uploads of this project are new with every execution.';
    const [runs, uploads] = ['run', 'upload'].map(kind => arn(r, 'devicefarm', `${kind}:${r.configuration.ProjectId}/*`));
    return [
      { actions: ['devicefarm:ListProjects'], resources: ['*'] },
      { actions: ['devicefarm:CreateUpload', 'devicefarm:ListDevicePools'], resources: [project] },
      { actions: ['devicefarm:ScheduleRun'], resources: [project, `${r.configuration.DevicePoolArn}`, uploads], why },
      { actions: ['devicefarm:GetRun'], resources: [runs], why },
      { actions: ['devicefarm:GetUpload'], resources: [uploads], why },
    ];
  },
  source: `${GUIDE}action-reference-DeviceFarm.html`,
};

/**
 * As custom-action.json of https://github.com/JetBrains/teamcity-aws-codepipeline-plugin registers it.
 * The plugin asks for builds, never for tests, and answers without variables.
 */
export const TEAM_CITY: Provider = {
  category: 'Build',
  owner: 'Custom',
  provider: 'TeamCity',
  factories: ['TeamCity.buildStep'],
  version: '1',
  inputs: { min: 0, max: 5 },
  outputs: { min: 0, max: 5 },
  configuration: {
    TeamCityServerURL: { required: true },
    BuildConfigurationID: { required: true },
    ActionID: { required: true },
  },
  variables: [],
  permissions: () => [],
  source: `${GUIDE}integrations-action-type.html#integrations-build`,
};
