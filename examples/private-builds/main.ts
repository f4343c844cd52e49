/** Builds that keep to themselves: in a network of ours, in images of ours, over the whole history of a repository. */
import { App, Stack, Validations } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Approval, Build, DeliveryPipeline, Deploy, Report, Secret, Source, Test } from 'cdk-conveyor';

const app = new App();
const stack = new Stack(app, 'PrivateBuilds', { env: { account: '111111111111', region: 'eu-west-1' } });

/** The way out of it is a proxy's; the registry of packages, and the database that tests need, stand in it. */
const network = {
  vpc: ec2.Vpc.fromVpcAttributes(stack, 'Network', {
    vpcId: 'vpc-0a1b2c3d', availabilityZones: ['eu-west-1a', 'eu-west-1b'], privateSubnetIds: ['subnet-0a1b2c3d', 'subnet-1a2b3c4d'],
  }),
  securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Builds', 'sg-0a1b2c3d')],
};
const tools = codebuild.LinuxBuildImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, 'Tools', 'build/tools'), '2026-11');
const key = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:111111111111:key/6f0a1c3e-2b4d-4e5f-8a9b-0c1d2e3f4a5b');

/** Both sources are cloned: the version is counted from the last tag, and the release notes are made of what was committed since. */
const source = Source.gitHubEnterpriseServer('acme/ledger', {
  connectionArn: 'arn:aws:codeconnections:eu-west-1:111111111111:connection/0c5b32f6-6a0f-4d5e-9d6a-5c1a3f0f6a11', fullClone: true,
});
const rules = Source.codeCommit(codecommit.Repository.fromRepositoryName(stack, 'Rules', 'ledger-rules'), { name: 'Rules', fullClone: true });

const version = Build.codeBuild('Version', { commands: ['VERSION=$(git describe --tags)', 'export VERSION'], exportedVariables: ['VERSION'], image: tools });
const ledger = Build.codeBuild('Ledger', {
  commands: ['mvn --batch-mode --settings settings.xml verify'],
  input: source,
  additionalInputs: [rules],
  output: 'target/site',
  outputs: { Notes: 'target/notes' },
  reports: [Report.junit('target/surefire-reports/*.xml'), Report.junit('target/failsafe-reports/*.xml'), Report.jacoco('target/site/jacoco/jacoco.xml')],
  environmentVariables: {
    VERSION: { value: version.variable('VERSION') },
    // of each line of development its own: which is known when an execution starts
    SIGNING_KEY: { type: codebuild.BuildEnvironmentVariableType.SECRETS_MANAGER, value: `ledger/${source.variables.branchName}:key` },
    PROXY: { type: codebuild.BuildEnvironmentVariableType.PARAMETER_STORE, value: '/network/proxy' },
    LICENSE: Secret.fromSsmParameter(ssm.StringParameter.fromSecureStringParameterAttributes(stack, 'License', { parameterName: '/ledger/license', encryptionKey: key })),
  },
  cachePaths: ['/root/.m2/**/*'],
  image: tools,
  after: [version],
  ...network,
});

const pipeline = new DeliveryPipeline(stack, 'Ledger', {
  source,
  additionalSources: [rules],
  builds: [version, ledger],
  tests: [
    Test.codeBuild('Contracts', {
      commands: ['contracts verify'],
      input: rules,
      image: codebuild.LinuxBuildImage.fromDockerRegistry('registry.acme.com/contracts:4', {
        secretsManagerCredentials: secretsmanager.Secret.fromSecretAttributes(stack, 'Registry', {
          secretCompleteArn: 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:registry-a1B2c3', encryptionKey: key,
        }),
      }),
      ...network,
    }),
    // 10 seconds of work: where it runs starts in as many
    Test.codeBuild('Notes', { commands: ['test -s CHANGES.md'], input: ledger.output('Notes'), image: codebuild.LinuxLambdaBuildImage.AMAZON_LINUX_2023_NODE_20 }),
  ],
});

Validations.of(pipeline).acknowledge({ id: 'AwsSolutions-CB5', reason: 'The makers of the contract checker have a registry of their own, and no image in ECR.' });

/** Only who has the key reads the site. */
const site = s3.Bucket.fromBucketAttributes(stack, 'Site', { bucketName: 'acme-ledger-site', encryptionKey: key });
pipeline.addEnvironment('Production', {
  approval: Approval.manual({ message: `Publish ${version.variable('VERSION')}?` }),
  deploy: [Deploy.s3('Site', { bucket: site, input: ledger })],
});

app.synth();
