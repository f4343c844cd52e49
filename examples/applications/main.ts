/** One release of an application, wherever its parts run: Elastic Beanstalk, machines with a tag, AppConfig, Service Catalog, Alexa. */
import { App, SecretValue, Stack } from 'aws-cdk-lib';
import * as appconfig from 'aws-cdk-lib/aws-appconfig';
import { Ec2InstanceType, Ec2MaxInstances } from 'aws-cdk-lib/aws-codepipeline-actions';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as servicecatalog from 'aws-cdk-lib/aws-servicecatalog';
import { Approval, Build, DeliveryPipeline, Deploy, Notification, Source, Test } from 'cdk-conveyor';

const app = new App();
const stack = new Stack(app, 'Applications', { env: { account: '111111111111', region: 'eu-west-1' } });

const source = Source.gitHub('acme/travel', { connectionArn: 'arn:aws:codeconnections:eu-west-1:111111111111:connection/0c5b32f6-6a0f-4d5e-9d6a-5c1a3f0f6a11' });
const bundle = Build.codeBuild('Bundle', { commands: ['npm ci', 'npm run build'], output: 'dist' });
const skill = Build.codeBuild('Skill', { commands: ['npm ci', 'npm run build-skill'], output: 'skill' });

const pipeline = new DeliveryPipeline(stack, 'Travel', {
  source,
  builds: [bundle, skill],
  tests: [Test.codeBuild('Unit', { commands: ['npm ci', 'npm test'] })],
  notifications: [Notification.email('release@acme.com')],
});

/** Flags first: both the old code and the new one read them. */
const flags = Deploy.appConfig('Flags', {
  environment: appconfig.Environment.fromEnvironmentAttributes(stack, 'Flags', {
    application: appconfig.Application.fromApplicationId(stack, 'Settings', '2s2qv57'), environmentId: '9tm27yd',
  }),
  configurationProfileId: 'pvjrpu1',
  configurationPath: 'config/flags.json',
  deploymentStrategy: appconfig.DeploymentStrategy.fromDeploymentStrategyId(stack, 'Slowly', appconfig.DeploymentStrategyId.CANARY_10_PERCENT_20_MINUTES),
  input: source,
});

/** The environment knows by itself how it changes. */
const stagingFlags = Deploy.appConfig('Flags', {
  environment: appconfig.Environment.fromEnvironmentAttributes(stack, 'StagingFlags', {
    application: appconfig.Application.fromApplicationId(stack, 'StagingSettings', '2s2qv57'), environmentId: '4kq81ze',
  }),
  configurationProfileId: 'pvjrpu1',
  configurationPath: 'config/flags.json',
  input: source,
});

pipeline.addEnvironment('Staging', {
  deploy: [stagingFlags, Deploy.elasticBeanstalk('Site', { applicationName: 'travel', environmentName: 'travel-staging', input: bundle })],
});
pipeline.addEnvironment('Production', {
  approval: Approval.manual({ message: 'Release the travel site?' }),
  deploy: [
    flags,
    Deploy.elasticBeanstalk('Site', { applicationName: 'travel', environmentName: 'travel-production', input: bundle, after: [flags] }),
    Deploy.ec2('Prices', {
      tagKey: 'application',
      tagValue: 'prices',
      targetDirectory: '/opt/prices',
      preScript: 'scripts/drain.sh',
      postScript: 'scripts/restart.sh',
      maxBatch: Ec2MaxInstances.percentage(25),
      maxError: Ec2MaxInstances.targets(1),
      targetGroups: [elbv2.ApplicationTargetGroup.fromTargetGroupAttributes(stack, 'PricesTargets', {
        targetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:111111111111:targetgroup/prices/73e2d6bc24d8a067',
      })],
      instanceRole: iam.Role.fromRoleName(stack, 'PricesMachines', 'prices-machines'),
      input: bundle,
      after: [flags],
    }),
    // screens in travel agencies: whatever Systems Manager knows by this tag; the deploy spec says what goes where
    Deploy.ec2('Screens', { tagKey: 'agency', instanceType: Ec2InstanceType.SSM_MANAGED_NODE, deploySpec: 'screens/deploySpec.yaml', input: source, after: [flags] }),
    Deploy.serviceCatalog('Kit', {
      product: servicecatalog.Product.fromProductArn(stack, 'TravelKit', 'arn:aws:catalog:eu-west-1:111111111111:product/prod-4abcdjnxjj6ne'),
      templatePath: 'kit/template.yaml',
      versionName: source.variable('CommitId'),
      input: source,
    }),
    Deploy.alexa('Skill', {
      clientId: 'amzn1.application-oa2-client.4a5b6c7d8e9f40a1b2c3d4e5f6a7b8c9',
      clientSecret: SecretValue.secretsManager('alexa', { jsonField: 'clientSecret' }),
      refreshToken: SecretValue.secretsManager('alexa', { jsonField: 'refreshToken' }),
      skillId: 'amzn1.ask.skill.1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f',
      input: skill,
    }),
  ],
});

app.synth();
