/** Containers: blue/green on ECS through CodeDeploy, in two accounts; manifests and a Helm chart on EKS. */
import { App, Environment, Stack } from 'aws-cdk-lib';
import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Approval, DeliveryPipeline, Deploy, Notification, Secret, Source, Test } from 'cdk-conveyor';

const tools = { account: '111111111111', region: 'eu-west-1' };
const staging = { account: '222222222222', region: 'eu-west-1' };
const production = { account: '333333333333', region: 'eu-west-1' };

const app = new App();
const stack = new Stack(app, 'Containers', { env: tools });
const connectionArn = 'arn:aws:codeconnections:eu-west-1:111111111111:connection/0c5b32f6-6a0f-4d5e-9d6a-5c1a3f0f6a11';

/** The repository holds taskdef.json and appspec.yaml; the images are pushed by somebody else, and start the pipeline. */
const templates = Source.gitHub('acme/cart', { name: 'Templates', connectionArn });
const images = ['cart', 'proxy'].map(name => Source.ecr({ name, repository: ecr.Repository.fromRepositoryName(stack, name, name) }));

const cart = (name: string, { account }: Environment) => Deploy.ecsBlueGreen('Service', {
  deploymentGroup: codedeploy.EcsDeploymentGroup.fromEcsDeploymentGroupAttributes(stack, name, {
    application: codedeploy.EcsApplication.fromEcsApplicationName(stack, `${name}-application`, 'cart'),
    deploymentGroupName: 'cart',
    deploymentConfig: codedeploy.EcsDeploymentConfig.CANARY_10PERCENT_5MINUTES,
  }),
  taskRoles: ['task', 'execution'].map(role => iam.Role.fromRoleArn(stack, `${name}-${role}`, `arn:aws:iam::${account}:role/cart-${role}`)),
  input: templates,
  images: [{ input: images[0], placeholder: 'CART' }, { input: images[1], placeholder: 'PROXY' }],
});

const onEcs = new DeliveryPipeline(stack, 'Cart', {
  source: templates,
  additionalSources: images,
  notifications: [Notification.email('release@acme.com')],
});
onEcs.addEnvironment('Staging', {
  env: staging,
  deploy: [cart('Staging', staging)],
  verify: [Test.commands('Smoke', { commands: ['curl --fail --silent --retry 5 https://staging.cart.acme.com/health'] })],
});
onEcs.addEnvironment('Production', {
  env: production,
  approval: Approval.manual({ message: 'Release the cart to production?' }),
  deploy: [cart('Production', production)],
});

/** The cluster has access entries: for a role that exists, and for the one of this pipeline's action. */
const cluster = eks.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'shop' });
const source = Source.gitHub('acme/search', { connectionArn });

const onEks = new DeliveryPipeline(stack, 'Search', { source, notifications: [Notification.email('release@acme.com')] });
onEks.addEnvironment('Foundation', {
  deploy: [Deploy.eks('Manifests', {
    cluster, manifests: ['k8s/namespace.yaml', 'k8s/quota.yaml'], role: iam.Role.fromRoleArn(stack, 'ClusterRole', 'arn:aws:iam::111111111111:role/search-cluster'),
  })],
});
onEks.addEnvironment('Production', {
  approval: Approval.manual({ message: 'Release the search?' }),
  deploy: [Deploy.eks('Chart', {
    cluster,
    helm: { name: 'search', chart: 'charts/search', valuesFiles: ['values-production.yaml'] },
    namespace: 'search',
    environmentVariables: {
      IMAGE_TAG: { value: source.variable('CommitId') },
      INDEX_PASSWORD: Secret.fromSecretsManager(secretsmanager.Secret.fromSecretNameV2(stack, 'Index', 'search/index'), 'password'),
    },
  })],
});

app.synth();
