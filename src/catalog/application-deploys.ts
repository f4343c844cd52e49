import { BEANSTALK_APPLICATION, BEANSTALK_ENVIRONMENT, FILE, ID, PRODUCT_ID } from './forms';
import { arn } from './grants';
import { Provider } from './provider';

const GUIDE = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/';
const COMMON = { category: 'Deploy', owner: 'AWS', version: '1', inputs: { min: 1, max: 1 }, outputs: { min: 0, max: 0 } } as const;

/**
 * INFERRED: AWS publishes no minimum for Elastic Beanstalk, only whole services. A deployment makes an application
 * version out of a zip in Beanstalk's own bucket and updates the environment with it; Beanstalk then acts with the
 * caller's permissions: it updates the environment's stack (`awseb-…`), pauses and resumes its Auto Scaling group, and
 * reads what it finds there. Nothing is created or deleted beside versions and events of that stack.
 */
export const ELASTIC_BEANSTALK: Provider = {
  ...COMMON,
  provider: 'ElasticBeanstalk',
  factories: ['Deploy.elasticBeanstalk'],
  configuration: {
    ApplicationName: { required: true, form: BEANSTALK_APPLICATION },
    EnvironmentName: { required: true, form: BEANSTALK_ENVIRONMENT },
  },
  variables: [],
  permissions: r => {
    const { ApplicationName: application, EnvironmentName: environment } = r.configuration;
    const versions = 'A version of the application is new with every deployment.';
    const ofEnvironments = 'Beanstalk names what its environments stand in, and says no more than how the names begin.';
    const bucket = `arn:${r.partition}:s3:::elasticbeanstalk-${r.region}-${r.account}`;
    return [
      {
        actions: ['elasticbeanstalk:CreateApplicationVersion', 'elasticbeanstalk:DescribeApplicationVersions'],
        resources: [arn(r, 'elasticbeanstalk', `applicationversion/${application}/*`), arn(r, 'elasticbeanstalk', `application/${application}`)],
        why: versions,
      },
      {
        actions: ['elasticbeanstalk:DescribeEnvironments', 'elasticbeanstalk:DescribeEvents', 'elasticbeanstalk:UpdateEnvironment'],
        resources: [
          arn(r, 'elasticbeanstalk', `environment/${application}/${environment}`),
          arn(r, 'elasticbeanstalk', `application/${application}`),
          arn(r, 'elasticbeanstalk', `applicationversion/${application}/*`),
        ],
        why: versions,
      },
      { actions: ['s3:CreateBucket', 's3:GetBucketLocation', 's3:GetBucketPolicy', 's3:ListBucket'], resources: [bucket] },
      {
        actions: ['s3:GetObject', 's3:GetObjectAcl', 's3:GetObjectVersion', 's3:PutObject', 's3:PutObjectAcl'],
        resources: [`${bucket}/*`],
        why: 'Beanstalk keeps the versions in its own bucket, under names of its own.',
      },
      {
        actions: ['DescribeStackEvents', 'DescribeStackResource', 'DescribeStackResources', 'DescribeStacks', 'GetTemplate', 'UpdateStack']
          .map(name => `cloudformation:${name}`),
        resources: [arn(r, 'cloudformation', 'stack/awseb-*')],
        why: ofEnvironments,
      },
      {
        actions: ['autoscaling:PutNotificationConfiguration', 'autoscaling:ResumeProcesses', 'autoscaling:SuspendProcesses'],
        resources: [arn(r, 'autoscaling', 'autoScalingGroup:*:autoScalingGroupName/awseb-*')],
        why: ofEnvironments,
      },
      {
        actions: [
          'autoscaling:DescribeAutoScalingGroups', 'autoscaling:DescribeLaunchConfigurations', 'autoscaling:DescribeScalingActivities',
          'ec2:DescribeImages', 'ec2:DescribeInstances', 'ec2:DescribeKeyPairs', 'ec2:DescribeLaunchTemplates', 'ec2:DescribeSecurityGroups',
          'ec2:DescribeSubnets', 'ec2:DescribeVpcs',
          'elasticloadbalancing:DescribeInstanceHealth', 'elasticloadbalancing:DescribeLoadBalancers',
          'elasticloadbalancing:DescribeTargetGroups', 'elasticloadbalancing:DescribeTargetHealth',
        ],
        resources: ['*'],
      },
    ];
  },
  source: `${GUIDE}action-reference-Beanstalk.html`,
};

export const SERVICE_CATALOG: Provider = {
  ...COMMON,
  provider: 'ServiceCatalog',
  factories: ['Deploy.serviceCatalog'],
  configuration: {
    ProductId: { required: true, form: PRODUCT_ID },
    TemplateFilePath: { form: FILE },
    ProductVersionName: {},
    ProductVersionDescription: {},
    ProductType: { values: ['CLOUD_FORMATION_TEMPLATE'] },
    ConfigurationFilePath: { form: FILE },
  },
  variables: [],
  permissions: r => [
    {
      actions: ['ListProvisioningArtifacts', 'CreateProvisioningArtifact', 'DescribeProvisioningArtifact', 'DeleteProvisioningArtifact', 'UpdateProduct']
        .map(name => `servicecatalog:${name}`),
      resources: [arn(r, 'catalog', `product/${r.configuration.ProductId}`)],
    },
    { actions: ['cloudformation:ValidateTemplate'], resources: ['*'] },
  ],
  source: `${GUIDE}action-reference-ServiceCatalog.html`,
};

export const APP_CONFIG: Provider = {
  ...COMMON,
  provider: 'AppConfig',
  factories: ['Deploy.appConfig'],
  configuration: {
    Application: { required: true, form: ID },
    Environment: { required: true, form: ID },
    ConfigurationProfile: { required: true, form: ID },
    InputArtifactConfigurationPath: { required: true, form: FILE },
    DeploymentStrategy: { form: ID },
  },
  variables: [],
  permissions: r => {
    // AWS's policy for the action names the whole application; which parts of it each call takes, the Service Authorization Reference says
    const application = arn(r, 'appconfig', `application/${r.configuration.Application}`);
    const environment = `${application}/environment/${r.configuration.Environment}`;
    return [
      {
        actions: ['appconfig:StartDeployment'],
        resources: [
          application,
          environment,
          `${application}/configurationprofile/${r.configuration.ConfigurationProfile}`,
          arn(r, 'appconfig', `deploymentstrategy/${r.configuration.DeploymentStrategy ?? '*'}`),
        ],
        why: 'Where the action names no strategy it may be any.',
      },
      {
        actions: ['appconfig:GetDeployment', 'appconfig:StopDeployment'],
        resources: [application, environment, `${environment}/deployment/*`],
        why: 'A deployment has a number when it runs.',
      },
    ];
  },
  source: `${GUIDE}action-reference-AppConfig.html`,
};

/** A skill for Alexa. The provider is no service of AWS, so the action has no role. */
export const ALEXA: Provider = {
  ...COMMON,
  owner: 'ThirdParty',
  provider: 'AlexaSkillsKit',
  factories: ['Deploy.alexa'],
  inputs: { min: 1, max: 2 },
  configuration: {
    ClientId: { required: true },
    ClientSecret: { required: true, secret: true },
    RefreshToken: { required: true, secret: true },
    SkillId: { required: true },
  },
  variables: [],
  permissions: () => [],
  source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-Alexa.html',
};
