import {
  ALARM_NAMES, ALIAS, BATCH, CLUSTER_NAME, DEPLOYMENT_NAME, ERRORS, FILE, FUNCTION, FUNCTION_VERSION, HELM_RELEASE, KUBERNETES_NAMESPACE, PLACEHOLDER,
  SECURITY_GROUPS, SUBNETS, TAG_KEY, TAG_VALUE, TARGET_GROUPS,
} from './forms';
import { ANY_CONFIGURATION, arn, passRole, pipelineLogs, TASK_DEFINITIONS, readSecrets } from './grants';
import { Provider } from './provider';

const GUIDE = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/';
const COMMON = { category: 'Deploy', owner: 'AWS', version: '1', inputs: { min: 1, max: 1 }, outputs: { min: 0, max: 0 } } as const;

/** What an action that reaches into a network does there. AWS states it for EKS; for Commands it is INFERRED from that. */
export const NETWORK = {
  actions: [
    'ec2:CreateNetworkInterface', 'ec2:CreateNetworkInterfacePermission', 'ec2:DeleteNetworkInterface', 'ec2:DescribeDhcpOptions',
    'ec2:DescribeNetworkInterfaces', 'ec2:DescribeRouteTables', 'ec2:DescribeSecurityGroups', 'ec2:DescribeSubnets', 'ec2:DescribeVpcs',
  ],
  resources: ['*'],
  why: 'The network interfaces of an action are made when it runs; AWS\'s policy for them names no resource.',
};

/** Blue/green deployments of an ECS service through CodeDeploy. */
export const CODEDEPLOY_ECS: Provider = {
  ...COMMON,
  provider: 'CodeDeployToECS',
  factories: ['Deploy.ecsBlueGreen'],
  inputs: { min: 1, max: 5 },
  configuration: {
    ApplicationName: { required: true, form: DEPLOYMENT_NAME },
    DeploymentGroupName: { required: true, form: DEPLOYMENT_NAME },
    TaskDefinitionTemplateArtifact: { required: true, artifact: 'name' },
    AppSpecTemplateArtifact: { required: true, artifact: 'name' },
    TaskDefinitionTemplatePath: { form: FILE },
    AppSpecTemplatePath: { form: FILE },
    ...Object.fromEntries([1, 2, 3, 4].flatMap(n => [[`Image${n}ArtifactName`, { artifact: 'name' as const }], [`Image${n}ContainerName`, { form: PLACEHOLDER }]])),
  },
  variables: [],
  permissions: r => [
    {
      actions: ['codedeploy:CreateDeployment', 'codedeploy:GetDeployment'],
      resources: [arn(r, 'codedeploy', `deploymentgroup:${r.configuration.ApplicationName}/${r.configuration.DeploymentGroupName}`)],
    },
    {
      actions: ['codedeploy:GetApplication', 'codedeploy:GetApplicationRevision', 'codedeploy:RegisterApplicationRevision'],
      resources: [arn(r, 'codedeploy', `application:${r.configuration.ApplicationName}`)],
    },
    { actions: ['codedeploy:GetDeploymentConfig'], resources: r.arns.deploymentConfig ?? [arn(r, 'codedeploy', 'deploymentconfig:*')], why: ANY_CONFIGURATION },
    { actions: ['ecs:RegisterTaskDefinition'], resources: ['*'], why: TASK_DEFINITIONS },
    ...passRole(['ecs.amazonaws.com', 'ecs-tasks.amazonaws.com'], r.arns.taskRoles),
  ],
  source: `${GUIDE}action-reference-ECSbluegreen.html`,
};

export const EKS: Provider = {
  ...COMMON,
  provider: 'EKS',
  factories: ['Deploy.eks'],
  pipelineType: 'V2',
  configuration: {
    ClusterName: { required: true, form: CLUSTER_NAME },
    ManifestFiles: { form: FILE },
    HelmReleaseName: { form: HELM_RELEASE },
    HelmChartLocation: { form: FILE },
    HelmValuesFiles: { form: FILE },
    Namespace: { form: KUBERNETES_NAMESPACE },
    Subnets: { form: SUBNETS },
    SecurityGroupIds: { form: SECURITY_GROUPS },
  },
  variables: ['EKSClusterName'],
  permissions: r => [
    { actions: ['eks:DescribeCluster'], resources: [arn(r, 'eks', `cluster/${r.configuration.ClusterName}`)] },
    NETWORK,
    pipelineLogs(r),
    // INFERRED: the guide's policy names no secrets, and the API takes them in the environment of any action
    ...readSecrets(r.region, r.arns),
  ],
  source: `${GUIDE}action-reference-EKS.html`,
};

/** Instances by their tag, without CodeDeploy. */
export const EC2: Provider = {
  ...COMMON,
  provider: 'EC2',
  factories: ['Deploy.ec2'],
  pipelineType: 'V2',
  configuration: {
    InstanceTagKey: { required: true, form: TAG_KEY },
    InstanceTagValue: { form: TAG_VALUE },
    InstanceType: { required: true, values: ['EC2', 'SSM_MANAGED_NODE'] },
    TargetDirectory: {},
    DeploySpec: { form: FILE },
    PreScript: { form: FILE },
    PostScript: { form: FILE },
    MaxBatch: { form: BATCH },
    MaxError: { form: ERRORS },
    TargetGroupNameList: { form: TARGET_GROUPS },
  },
  variables: [],
  permissions: r => [
    {
      actions: [
        'ec2:DescribeInstances', 'elasticloadbalancing:DescribeTargetGroupAttributes', 'elasticloadbalancing:DescribeTargetGroups',
        'elasticloadbalancing:DescribeTargetHealth', 'ssm:CancelCommand', 'ssm:DescribeInstanceInformation', 'ssm:ListCommandInvocations',
      ],
      resources: ['*'],
    },
    ...(r.configuration.TargetGroupNameList ? [{
      actions: ['elasticloadbalancing:DeregisterTargets', 'elasticloadbalancing:RegisterTargets'],
      resources: r.arns.targetGroups
        ?? r.configuration.TargetGroupNameList.split(',').map(name => arn(r, 'elasticloadbalancing', `targetgroup/${name.trim()}/*`)),
      why: 'The end of a target group\'s ARN is the service\'s; its name is given.',
    }] : []),
    {
      actions: ['ssm:SendCommand'],
      // INFERRED: the guide names instances alone; machines that are managed and no instances have ARNs of Systems Manager
      resources: [arn(r, 'ec2', 'instance/*'), ...(r.configuration.InstanceType === 'SSM_MANAGED_NODE' ? [arn(r, 'ssm', 'managed-instance/*')] : [])],
      conditions: r.configuration.InstanceTagValue
        ? { StringEquals: { [`aws:ResourceTag/${r.configuration.InstanceTagKey}`]: r.configuration.InstanceTagValue } }
        : { Null: { [`aws:ResourceTag/${r.configuration.InstanceTagKey}`]: 'false' } },
      why: 'The machines are those that carry the tag when the action runs: the condition holds the grant to them.',
    },
    { actions: ['ssm:SendCommand'], resources: [`arn:${r.partition}:ssm:${r.region}::document/AWS-RunShellScript`] },
    pipelineLogs(r),
  ],
  source: `${GUIDE}action-reference-EC2Deploy.html`,
};

/** A version of a function, and an alias that moves to it. */
export const LAMBDA_DEPLOY: Provider = {
  ...COMMON,
  provider: 'Lambda',
  factories: ['Deploy.lambda'],
  pipelineType: 'V2',
  inputs: { min: 0, max: 1 },
  configuration: {
    FunctionName: { required: true, form: FUNCTION },
    FunctionAlias: { form: ALIAS },
    PublishedTargetVersion: { form: FUNCTION_VERSION },
    DeployStrategy: {},
    Alarms: { form: ALARM_NAMES },
  },
  variables: ['FunctionVersion'],
  permissions: r => {
    const name = arn(r, 'lambda', `function:${r.configuration.FunctionName}`);
    return [
      {
        actions: [
          'lambda:GetAlias', 'lambda:GetFunctionConfiguration', 'lambda:GetProvisionedConcurrencyConfig',
          'lambda:PublishVersion', 'lambda:UpdateAlias', 'lambda:UpdateFunctionCode',
        ],
        resources: [name, `${name}:*`],
        why: 'The deployment makes a version of this one function, and moves its aliases.',
      },
      ...(r.configuration.Alarms ? [{
        actions: ['cloudwatch:DescribeAlarms'],
        resources: r.configuration.Alarms.split(',').map(alarm => arn(r, 'cloudwatch', `alarm:${alarm.trim()}`)),
      }] : []),
      pipelineLogs(r),
    ];
  },
  source: `${GUIDE}action-reference-LambdaDeploy.html`,
};
