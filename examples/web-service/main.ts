/** A web service on ECS in two accounts: staging is verified, production waits for a person. */
import { App, Duration, Environment, Stack } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Approval, Build, DeliveryPipeline, Deploy, Notification, Report, Source, Test } from 'cdk-conveyor';

const tools = { account: '111111111111', region: 'eu-west-1' };
const staging = { account: '222222222222', region: 'eu-west-1' };
const production = { account: '333333333333', region: 'eu-central-1' };

const app = new App();
const stack = new Stack(app, 'Shop', { env: tools });
const images = new ecr.Repository(stack, 'Images', { repositoryName: 'shop', imageScanOnPush: true });
const push = new iam.PolicyStatement({
  actions: ['ecr:BatchCheckLayerAvailability', 'ecr:CompleteLayerUpload', 'ecr:InitiateLayerUpload', 'ecr:PutImage', 'ecr:UploadLayerPart'],
  resources: [images.repositoryArn],
});
const login = new iam.PolicyStatement({ actions: ['ecr:GetAuthorizationToken'], resources: ['*'] });

/** The service runs in each account already; its tasks' roles are the only ones that a deployment may pass on. */
const shop = (name: string, { account, region }: Environment) => Deploy.ecs('Service', {
  service: ecs.BaseService.fromServiceArnWithCluster(stack, name, `arn:aws:ecs:${region}:${account}:service/shop/shop`),
  taskRoles: ['task', 'execution'].map(role => iam.Role.fromRoleArn(stack, `${name}-${role}`, `arn:aws:iam::${account}:role/shop-${role}`)),
  deploymentTimeout: Duration.minutes(20),
});

const pipeline = new DeliveryPipeline(stack, 'WebService', {
  source: Source.gitHub('acme/shop', { connectionArn: 'arn:aws:codeconnections:eu-west-1:111111111111:connection/0c5b32f6-6a0f-4d5e-9d6a-5c1a3f0f6a11' }),
  builds: [Build.codeBuild('Image', {
    commands: ['./build-image.sh', 'mkdir -p out', 'cp imagedefinitions.json out/'],
    environmentVariables: { REPOSITORY: { value: images.repositoryUri } },
    output: 'out',
    privileged: true,
    permissions: [push, login],
  })],
  tests: [Test.codeBuild('Unit', { commands: ['npm ci', 'npm test'], reports: [Report.junit('reports/*.xml')] })],
  notifications: [Notification.email('release@acme.com')],
});
pipeline.addEnvironment('Staging', {
  env: staging,
  deploy: [shop('Staging', staging)],
  verify: [Test.commands('Smoke', { commands: ['curl --fail --silent --retry 5 https://staging.shop.acme.com/health'] })],
});
pipeline.addEnvironment('Production', {
  env: production,
  approval: Approval.manual({ notify: ['release@acme.com'], reviewUrl: 'https://staging.shop.acme.com', message: 'Release to production?' }),
  deploy: [shop('Production', production)],
});

app.synth();
