/** When pipelines start, wait, are skipped, try again and go back: every trigger, every rule and every mode. */
import { App, Duration, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import {
  Approval, Build, DeliveryPipeline, Deploy, EntryResult, Environment, PullRequestEvent, Rule, Source, SuccessResult, Test, Trigger, VariableOperator,
} from 'cdk-conveyor';

const app = new App();
const env = { account: '111111111111', region: 'eu-west-1' };
const stack = new Stack(app, 'Conditions', { env });
const connectionArn = 'arn:aws:codeconnections:eu-west-1:111111111111:connection/0c5b32f6-6a0f-4d5e-9d6a-5c1a3f0f6a11';
const site = (name: string) => Deploy.s3('Site', { bucket: s3.Bucket.fromBucketName(stack, name, `acme-${name.toLowerCase()}`) });

// every push to main that touches the shop, and every release tag; every rule before, after and on failure
const alarm = cloudwatch.Alarm.fromAlarmArn(stack, 'Errors', 'arn:aws:cloudwatch:eu-west-1:111111111111:alarm:shop-errors');
const judge = lambda.Function.fromFunctionName(stack, 'Judge', 'release-judge');
const freeze = new codepipeline.Variable({ variableName: 'Freeze', defaultValue: 'no', description: 'yes keeps changes out of production' });
const source = Source.gitHub('acme/shop', {
  connectionArn,
  triggers: [
    Trigger.push({ branches: ['main'], filePaths: ['services/shop/**'], excludeFilePaths: ['**/*.md'] }),
    Trigger.push({ tags: ['v*'], excludeTags: ['v*-rc*'] }),
  ],
});
const shop = new DeliveryPipeline(stack, 'Shop', {
  source,
  builds: [Build.codeBuild('Build', {
    commands: ['make'], output: 'dist', environmentVariables: { COMMIT: { value: source.variable('CommitId') } },
  })],
  variables: [freeze],
});
shop.addEnvironment('Staging', {
  deploy: [site('Staging')],
  entry: [Rule.commands({ commands: ['./may-deploy.sh'] })],
  success: [Rule.codeBuild({ project: codebuild.Project.fromProjectName(stack, 'Probe', 'shop-probe') })],
  successResult: SuccessResult.FAIL,
});
shop.addEnvironment('Production', {
  approval: Approval.manual({ timeout: Duration.days(2) }),
  deploy: [site('Production')],
  entry: [
    Rule.deploymentWindow({ cron: '0 0 9-17 ? * MON-FRI *', timeZone: 'Europe/Berlin' }),
    Rule.variable({ variable: freeze.reference(), operator: VariableOperator.DIFFERS, value: 'yes' }),
  ],
  success: [Rule.alarm({ alarm, wait: Duration.minutes(10) })],
  failure: [Rule.lambda({ function: judge })],
});

// reviews of pull requests run beside each other; a documentation-only change skips the load test
const review = Source.gitHub('acme/shop', {
  connectionArn, triggers: [Trigger.pullRequest({ events: [PullRequestEvent.OPENED, PullRequestEvent.UPDATED], branches: ['main'] })],
});
const reviews = new DeliveryPipeline(stack, 'Reviews', {
  source: review,
  tests: [Test.codeBuild('Unit', { commands: ['make test'] })],
  executionMode: codepipeline.ExecutionMode.PARALLEL,
});
reviews.addStage('Load', {
  steps: [Test.codeBuild('Load', { commands: ['make load'] })],
  entry: [Rule.variable({ variable: review.variable('PullRequestTitle'), operator: VariableOperator.MATCHES, value: '(?!docs:).*' })],
  entryResult: EntryResult.SKIP,
  retry: true,
});

// nightly, after the shop, on an image, and when the release team says so; two shops at a time, the newest execution first
const nightly = new DeliveryPipeline(stack, 'Nightly', {
  source: Source.gitHub('acme/shop', { connectionArn, startOnPush: false }),
  builds: [Build.commands('Build', { commands: ['make'], outputFiles: ['dist/**'] })],
  triggers: [
    Trigger.schedule('Night', events.Schedule.cron({ hour: '2', minute: '0' })),
    Trigger.pipeline('Shop', shop.pipeline),
    Trigger.event('Image', { source: ['aws.ecr'], detailType: ['ECR Image Action'], detail: { 'repository-name': ['shop'] } }),
  ],
  executionMode: codepipeline.ExecutionMode.SUPERSEDED,
});
nightly.addWave('Shops', ['Berlin', 'Paris', 'Rome'].map(name => Environment.of(name, { deploy: [site(name)] })), { size: 2, closed: 'Shops open in January.' });
nightly.grantStart(iam.Role.fromRoleArn(stack, 'Releasers', 'arn:aws:iam::111111111111:role/releasers'));

app.synth();
