import { BUCKET, CAPABILITIES, CHANGE_SET, DEPLOYMENT_NAME, ECS_NAME, FILE, KEY_ID, ROLE_ARN, STACK } from './forms';
import { ANY_CONFIGURATION, arn, passRole, TASK_DEFINITIONS, throughS3 } from './grants';
import { Provider } from './provider';

const GUIDE = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/';
const COMMON = { category: 'Deploy', owner: 'AWS', version: '1', inputs: { min: 1, max: 1 }, outputs: { min: 0, max: 0 } } as const;

const STACK_READS = ['DescribeStacks', 'DescribeStackEvents', 'DescribeStackResources', 'GetTemplate'];

/** The calls on the stack that each mode makes. */
const STACK_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  CREATE_UPDATE: [...STACK_READS, 'CreateStack', 'UpdateStack'],
  REPLACE_ON_FAILURE: [...STACK_READS, 'CreateStack', 'UpdateStack', 'DeleteStack'],
  DELETE_ONLY: ['DescribeStacks', 'DescribeStackEvents', 'DescribeStackResources', 'DeleteStack'],
  CHANGE_SET_REPLACE: ['DescribeStacks', 'DescribeStackEvents', 'DescribeChangeSet', 'CreateChangeSet', 'DeleteChangeSet', 'GetTemplate'],
  CHANGE_SET_EXECUTE: ['DescribeStacks', 'DescribeStackEvents', 'DescribeChangeSet', 'ExecuteChangeSet'],
};

export const CLOUDFORMATION: Provider = {
  ...COMMON,
  provider: 'CloudFormation',
  factories: ['Deploy.cloudFormation', 'Deploy.createChangeSet', 'Deploy.executeChangeSet', 'Deploy.deleteStack', 'Deploy.cdk'],
  inputs: { min: 0, max: 10 },
  outputs: { min: 0, max: 1 },
  configuration: {
    ActionMode: { required: true, values: Object.keys(STACK_ACTIONS) },
    StackName: { required: true, form: STACK },
    ChangeSetName: { form: CHANGE_SET },
    RoleArn: { form: ROLE_ARN },
    TemplatePath: { artifact: 'file' },
    Capabilities: { form: CAPABILITIES },
    OutputFileName: {},
    ParameterOverrides: { json: 'object' },
    TemplateConfiguration: { artifact: 'file' },
  },
  variables: '*',
  permissions: r => {
    const { ActionMode: mode, StackName: stack, ChangeSetName: changeSet } = r.configuration;
    const names = STACK_ACTIONS[`${mode}`] ?? [];
    // a variable in the name is known only when an execution starts
    const ofChangeSet = changeSet && !changeSet.includes('#{') ? names.filter(name => name.endsWith('ChangeSet')) : [];
    const onStack = (actions: readonly string[]) => ({
      actions: actions.map(name => `cloudformation:${name}`),
      resources: [arn(r, 'cloudformation', `stack/${stack}/*`)],
      why: 'The end of a stack\'s ARN is CloudFormation\'s; its name is given.',
    });
    return [
      onStack(names.filter(name => !ofChangeSet.includes(name))),
      ...(changeSet && ofChangeSet.length
        ? [{ ...onStack(ofChangeSet), conditions: { StringEqualsIfExists: { 'cloudformation:ChangeSetName': changeSet } } }]
        : []),
      ...(r.configuration.TemplatePath ? [{ actions: ['cloudformation:ValidateTemplate'], resources: ['*'] }] : []),
      ...passRole('cloudformation.amazonaws.com', r.configuration.RoleArn ? [r.configuration.RoleArn] : undefined),
    ];
  },
  source: `${GUIDE}action-reference-CloudFormation.html`,
};

const CANNED_ACLS = [
  'private', 'public-read', 'public-read-write', 'aws-exec-read', 'authenticated-read', 'bucket-owner-read', 'bucket-owner-full-control',
  'log-delivery-write',
];

export const S3_DEPLOY: Provider = {
  ...COMMON,
  provider: 'S3',
  factories: ['Deploy.s3'],
  configuration: {
    BucketName: { required: true, form: BUCKET },
    Extract: { required: true, values: ['true', 'false'] },
    ObjectKey: {},
    KMSEncryptionKeyARN: { form: KEY_ID },
    CannedACL: { values: CANNED_ACLS },
    CacheControl: {},
  },
  variables: [],
  permissions: r => {
    const bucket = `arn:${r.partition}:s3:::${r.configuration.BucketName}`;
    const keys = r.arns.targetKey ?? (r.configuration.KMSEncryptionKeyARN ? [r.configuration.KMSEncryptionKeyARN] : undefined);
    return [
      { actions: ['s3:GetBucketVersioning', 's3:GetBucketAcl', 's3:GetBucketLocation'], resources: [bucket] },
      // INFERRED: the ACL actions are needed only where an ACL is asked for
      {
        actions: ['s3:PutObject', ...(r.configuration.CannedACL ? ['s3:PutObjectAcl', 's3:PutObjectVersionAcl'] : [])],
        resources: [`${bucket}/*`],
        why: 'What is deployed are the files of the artifact: their names are known when the pipeline runs.',
      },
      ...throughS3(r, ['kms:Decrypt', 'kms:GenerateDataKey'], keys),
    ];
  },
  source: `${GUIDE}action-reference-S3Deploy.html`,
};

/** Servers: EC2 instances and machines on premises. */
export const CODEDEPLOY: Provider = {
  ...COMMON,
  provider: 'CodeDeploy',
  factories: ['Deploy.codeDeploy', 'Deploy.codeDeployLambda'],
  configuration: { ApplicationName: { required: true, form: DEPLOYMENT_NAME }, DeploymentGroupName: { required: true, form: DEPLOYMENT_NAME } },
  variables: [],
  permissions: r => {
    const application = arn(r, 'codedeploy', `application:${r.configuration.ApplicationName}`);
    const group = arn(r, 'codedeploy', `deploymentgroup:${r.configuration.ApplicationName}/${r.configuration.DeploymentGroupName}`);
    return [
      {
        actions: ['codedeploy:GetApplication', 'codedeploy:RegisterApplicationRevision', 'codedeploy:ListDeploymentGroups'],
        resources: [application],
      },
      {
        actions: ['codedeploy:CreateDeployment', 'codedeploy:GetDeployment', 'codedeploy:GetDeploymentGroup', 'codedeploy:ListDeployments'],
        resources: [group],
      },
      { actions: ['codedeploy:GetDeploymentConfig'], resources: r.arns.deploymentConfig ?? [arn(r, 'codedeploy', 'deploymentconfig:*')], why: ANY_CONFIGURATION },
      { actions: ['codedeploy:ListDeploymentConfigs'], resources: ['*'] },
    ];
  },
  source: `${GUIDE}action-reference-CodeDeploy.html`,
};

/** A rolling deployment of an Amazon ECS service. */
export const ECS: Provider = {
  ...COMMON,
  provider: 'ECS',
  factories: ['Deploy.ecs'],
  configuration: {
    ClusterName: { required: true, form: ECS_NAME },
    ServiceName: { required: true, form: ECS_NAME },
    FileName: { form: FILE },
    DeploymentTimeout: { range: { min: 1, max: 60 } },
  },
  variables: [],
  permissions: r => [
    { actions: ['ecs:DescribeTaskDefinition', 'ecs:RegisterTaskDefinition'], resources: ['*'], why: TASK_DEFINITIONS },
    {
      actions: ['ecs:DescribeServices', 'ecs:UpdateService'],
      resources: [arn(r, 'ecs', `service/${r.configuration.ClusterName}/${r.configuration.ServiceName}`)],
    },
    {
      actions: ['ecs:TagResource'],
      resources: [arn(r, 'ecs', 'task-definition/*')],
      conditions: { StringEquals: { 'ecs:CreateAction': 'RegisterTaskDefinition' } },
      why: TASK_DEFINITIONS,
    },
    ...passRole(['ecs.amazonaws.com', 'ecs-tasks.amazonaws.com'], r.arns.taskRoles),
  ],
  source: `${GUIDE}action-reference-ECS.html`,
};
