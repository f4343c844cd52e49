/** The twelve pipelines that AWS's console offers to begin with, each in at most fifteen lines. */
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Build, DeliveryPipeline, Deploy, Secret, Source, Test, Trigger } from 'cdk-conveyor';
import { Construct } from 'constructs';

const connectionArn = 'arn:aws:codeconnections:eu-west-1:111111111111:connection/0c5b32f6-6a0f-4d5e-9d6a-5c1a3f0f6a11';
const onPush = () => Source.gitHub('acme/shop', { connectionArn });
const atNight = { source: () => Source.gitHub('acme/shop', { connectionArn, startOnPush: false }), triggers: () => [Trigger.schedule('Night', events.Schedule.cron({ hour: '2', minute: '0' }))] };

export function nodeOnPush(scope: Construct) {
  new DeliveryPipeline(scope, 'NodeOnPush', {
    source: onPush(),
    builds: [Build.codeBuild('Build', { commands: ['npm ci', 'npm run build', 'npm test'] })],
  });
}

export function nodeOnSchedule(scope: Construct) {
  new DeliveryPipeline(scope, 'NodeOnSchedule', {
    source: atNight.source(),
    triggers: atNight.triggers(),
    builds: [Build.codeBuild('Build', { commands: ['npm ci', 'npm run build', 'npm test'] })],
  });
}

export function pythonOnPush(scope: Construct) {
  new DeliveryPipeline(scope, 'PythonOnPush', {
    source: onPush(),
    builds: [Build.codeBuild('Build', { commands: ['pip install -r requirements.txt', 'python -m pytest'] })],
  });
}

export function pythonOnSchedule(scope: Construct) {
  new DeliveryPipeline(scope, 'PythonOnSchedule', {
    source: atNight.source(),
    triggers: atNight.triggers(),
    builds: [Build.codeBuild('Build', { commands: ['pip install -r requirements.txt', 'python -m pytest'] })],
  });
}

export function mavenOnPush(scope: Construct) {
  new DeliveryPipeline(scope, 'MavenOnPush', {
    source: onPush(),
    builds: [Build.codeBuild('Build', { commands: ['mvn --batch-mode verify'], cachePaths: ['/root/.m2/**/*'] })],
  });
}

export function mavenOnSchedule(scope: Construct) {
  new DeliveryPipeline(scope, 'MavenOnSchedule', {
    source: atNight.source(),
    triggers: atNight.triggers(),
    builds: [Build.codeBuild('Build', { commands: ['mvn --batch-mode verify'], cachePaths: ['/root/.m2/**/*'] })],
  });
}

export function gradleOnPush(scope: Construct) {
  new DeliveryPipeline(scope, 'GradleOnPush', {
    source: onPush(),
    builds: [Build.codeBuild('Build', { commands: ['./gradlew build'], cachePaths: ['/root/.gradle/caches/**/*'] })],
  });
}

export function gradleOnSchedule(scope: Construct) {
  new DeliveryPipeline(scope, 'GradleOnSchedule', {
    source: atNight.source(),
    triggers: atNight.triggers(),
    builds: [Build.codeBuild('Build', { commands: ['./gradlew build'], cachePaths: ['/root/.gradle/caches/**/*'] })],
  });
}

export function toCloudFormation(scope: Construct) {
  const pipeline = new DeliveryPipeline(scope, 'ToCloudFormation', { source: onPush() });
  pipeline.addEnvironment('Deploy', {
    deploy: [Deploy.cloudFormation('Stack', {
      stackName: 'shop',
      permissions: [new iam.PolicyStatement({
        actions: ['sqs:CreateQueue', 'sqs:DeleteQueue', 'sqs:GetQueueAttributes', 'sqs:SetQueueAttributes', 'sqs:TagQueue'],
        resources: ['arn:aws:sqs:eu-west-1:111111111111:shop-orders'],
      })],
    })],
  });
}

export function toEcr(scope: Construct) {
  new DeliveryPipeline(scope, 'ToEcr', {
    source: onPush(),
    builds: [Build.image('Image', { repository: ecr.Repository.fromRepositoryName(scope, 'Images', 'shop') })],
  });
}

export function toFargate(scope: Construct) {
  const service = ecs.BaseService.fromServiceArnWithCluster(scope, 'Service', 'arn:aws:ecs:eu-west-1:111111111111:service/shop/shop');
  const taskRoles = [iam.Role.fromRoleArn(scope, 'TaskRole', 'arn:aws:iam::111111111111:role/shop-task')];
  const pipeline = new DeliveryPipeline(scope, 'ToFargate', {
    source: onPush(),
    builds: [Build.codeBuild('Image', {
      commands: ['./build-image.sh'], output: '.', image: codebuild.LinuxBuildImage.STANDARD_7_0, privileged: true,
    })],
  });
  pipeline.addEnvironment('Deploy', { deploy: [Deploy.ecs('Service', { service, taskRoles })] });
}

export function onPartner(scope: Construct) {
  new DeliveryPipeline(scope, 'OnPartner', {
    source: onPush(),
    tests: [Test.codeBuild('Browsers', {
      commands: ['npm ci', 'npx browserstack-node-sdk npm test'],
      environmentVariables: {
        BROWSERSTACK_ACCESS_KEY: Secret.fromSecretsManager(secretsmanager.Secret.fromSecretNameV2(scope, 'Browserstack', 'browserstack'), 'key'),
      },
    })],
  });
}
