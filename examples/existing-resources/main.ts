/** Pipelines among what is there already: build projects, a bucket and a key for artifacts, topics, roles, a function, a partner's bucket. */
import { App, Stack, Validations } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Approval, ArtifactStore, Build, DeliveryPipeline, Deploy, Invoke, Notification, Rule, Secret, Source, Test } from 'cdk-conveyor';

const app = new App();
const env = { account: '111111111111', region: 'eu-west-1' };

/** A store of a stack of its own: projects and pipelines of other stacks know it, and it knows none of them. */
const store = new ArtifactStore(new Stack(app, 'Artifacts', { env }), 'Store');
store.admitRole('arn:aws:iam::111111111111:role/nightly-build');

/** What the team has: older than the pipelines. */
const team = new Stack(app, 'Team', { env });
const key = new kms.Key(team, 'Key', { enableKeyRotation: true });
const bucket = (id: string) => new s3.Bucket(team, id, {
  bucketName: `acme-billing-${id.toLowerCase()}`,
  encryptionKey: key,
  versioned: true,
  enforceSSL: true,
  blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
  serverAccessLogsBucket: s3.Bucket.fromBucketName(team, `${id}Log`, 'acme-access-log'),
});
const project = (id: string) => {
  const made = new codebuild.PipelineProject(team, id, { projectName: `billing-${id.toLowerCase()}`, grantReportGroupPermissions: false });
  Validations.of(made).acknowledge({
    id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:logs:eu-west-1:111111111111:log-group:/aws/codebuild/<${team.resolve((made.node.defaultChild as codebuild.CfnProject).logicalId)}>:*]`,
    reason: 'A build names the stream of its log: aws-codebuild lets it write to those of its own group.',
  });
  return made;
};
const registry = new secretsmanager.Secret(team, 'Registry', { encryptionKey: key });
Validations.of(registry).acknowledge({ id: 'AwsSolutions-SMG4', reason: 'The registry gives a token to a person, once a year.' });
const license = new ssm.StringParameter(team, 'License', { parameterName: '/billing/license', stringValue: 'none yet' });
const releases = new sns.Topic(team, 'Releases', { masterKey: new kms.Key(team, 'TopicKey', { enableKeyRotation: true }), enforceSSL: true });

/** The projects' own buildspecs say what they do; the first wants the whole history. */
const stack = new Stack(app, 'Billing', { env });
const source = Source.codeCommit(codecommit.Repository.fromRepositoryName(stack, 'Repository', 'billing'), { fullClone: true });
const packaged = Build.project('Package', {
  project: project('Packaging'),
  environmentVariables: { TOKEN: Secret.fromSecretsManager(registry, 'token'), LICENSE: Secret.fromSsmParameter(license) },
  hasOutput: true,
});
const billing = new DeliveryPipeline(stack, 'Billing', {
  artifactStore: store,
  source,
  builds: [packaged],
  tests: [
    Test.project('Matrix', { project: project('Matrix'), batch: true }),
    Test.project('Nightly', { project: codebuild.Project.fromProjectName(stack, 'NightlyBuild', 'billing-nightly'), input: packaged }),
  ],
});
billing.addEnvironment('Production', {
  approval: Approval.manual({ topic: sns.Topic.fromTopicArn(stack, 'Approvers', 'arn:aws:sns:eu-west-1:111111111111:approvers') }),
  deploy: [Deploy.cloudFormation('Stack', {
    stackName: 'billing',
    executionRole: iam.Role.fromRoleArn(stack, 'Deployer', 'arn:aws:iam::111111111111:role/billing-deployer'),
    input: packaged,
  })],
  success: [Rule.codeBuild({ project: project('Probe') })],
});

/** Another pipeline keeps its artifacts in the team's bucket, starts with its uploads, and tells its topic. */
const sign = new lambda.Function(stack, 'Sign', {
  runtime: lambda.Runtime.NODEJS_LATEST,
  handler: 'index.handler',
  code: lambda.Code.fromInline('/* signs the invoices, and tells the pipeline */'),
  role: iam.Role.fromRoleName(stack, 'Signer', 'invoice-signer'),
});
const rendered = Build.codeBuild('Render', { commands: ['./render.sh'], output: 'invoices', cachePaths: ['fonts/**'] });
const invoices = new DeliveryPipeline(stack, 'Invoices', {
  artifactStore: new ArtifactStore(stack, 'Kept', { bucket: bucket('Kept') }),
  source: Source.s3({ bucket: bucket('Uploads'), objectKey: 'invoices.zip' }),
  builds: [rendered],
  notifications: [Notification.topic(releases), Notification.email('billing@acme.com')],
});
const signed = Invoke.lambda('Sign', { function: sign, inputs: [rendered], hasOutput: true });
invoices.addStage('Sign', { steps: [signed] });
invoices.addEnvironment('Partner', {
  env: { account: '222222222222', region: 'eu-west-1' },
  approval: Approval.manual({ topic: releases, message: 'Send the invoices?' }),
  deploy: [Deploy.s3('Send', {
    bucket: s3.Bucket.fromBucketName(stack, 'Partner', 'partner-invoices'), accessControl: s3.BucketAccessControl.BUCKET_OWNER_FULL_CONTROL, input: signed,
  })],
});

app.synth();
