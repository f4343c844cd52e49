/** What the deployments render is held against the rows of the catalog: aws-cdk-lib has no action classes for some of them. */

import { SecretValue, Stack } from 'aws-cdk-lib';
import * as appconfig from 'aws-cdk-lib/aws-appconfig';
import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as servicecatalog from 'aws-cdk-lib/aws-servicecatalog';
import { Deploy, LambdaStrategy, StackTargets, Step } from '../../src';
import { findProvider } from '../../src/catalog/catalog';
import { HOME, pipelineIn, stackIn } from '../fixture';
import { Rendered } from '../rendered';

const clusterIn = (stack: Stack) => eks.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'shop' });
const functionIn = (stack: Stack) => {
  const version = lambda.Version.fromVersionArn(stack, 'Version', 'arn:aws:lambda:eu-west-1:111111111111:function:orders:1');
  return { function: version.lambda, alias: lambda.Alias.fromAliasAttributes(stack, 'Alias', { aliasName: 'live', aliasVersion: version }) };
};
const environmentIn = (stack: Stack) => appconfig.Environment.fromEnvironmentAttributes(stack, 'Environment', {
  application: appconfig.Application.fromApplicationId(stack, 'Application', '2s2qv57'), environmentId: '9tm27yd',
});
const product = (stack: Stack) => servicecatalog.Product.fromProductArn(stack, 'Product', 'arn:aws:catalog:eu-west-1:111111111111:product/prod-4abc');
const secret = SecretValue.secretsManager('alexa');
const REGIONS = ['eu-west-1'];

const DEPLOYMENTS: [string, (stack: Stack) => Step][] = [
  ['CloudFormationStackSet', () => Deploy.stackSet('Step', { stackSetName: 'shop', targets: StackTargets.accounts(['222222222222'], REGIONS) })],
  ['CloudFormationStackInstances', () => Deploy.stackInstances('Step', { stackSetName: 'shop', targets: StackTargets.file('accounts.json', REGIONS) })],
  ['CodeDeployToECS', stack => Deploy.ecsBlueGreen('Step', {
    deploymentGroup: codedeploy.EcsDeploymentGroup.fromEcsDeploymentGroupAttributes(stack, 'Group', {
      application: codedeploy.EcsApplication.fromEcsApplicationName(stack, 'Application', 'cart'), deploymentGroupName: 'cart',
    }),
    taskRoles: [iam.Role.fromRoleName(stack, 'Task', 'task')],
  })],
  ['CodeDeploy', stack => Deploy.codeDeployLambda('Step', {
    deploymentGroup: codedeploy.LambdaDeploymentGroup.fromLambdaDeploymentGroupAttributes(stack, 'Group', {
      application: codedeploy.LambdaApplication.fromLambdaApplicationName(stack, 'Application', 'orders'), deploymentGroupName: 'invoices',
    }),
  })],
  ['EKS', stack => Deploy.eks('Step', { cluster: clusterIn(stack), manifests: ['a.yaml'] })],
  ['EC2', () => Deploy.ec2('Step', { tagKey: 'app', deploySpec: 'deployspec.yaml' })],
  ['Lambda', stack => Deploy.lambda('Step', { ...functionIn(stack), strategy: LambdaStrategy.canary({ percent: 10, minutes: 5 }) })],
  ['ElasticBeanstalk', () => Deploy.elasticBeanstalk('Step', { applicationName: 'travel', environmentName: 'production' })],
  ['ServiceCatalog', stack => Deploy.serviceCatalog('Step', { product: product(stack), configurationPath: 'product.json' })],
  ['AppConfig', stack => Deploy.appConfig('Step', { environment: environmentIn(stack), configurationProfileId: 'pvjrpu1', configurationPath: 'flags.json' })],
  ['AlexaSkillsKit', () => Deploy.alexa('Step', { clientId: 'client', clientSecret: secret, refreshToken: secret, skillId: 'skill' })],
];

test.each(DEPLOYMENTS)('%s is declared as its row of the catalog says', (provider, step) => {
  const stack = stackIn(HOME);
  pipelineIn(stack).addStage('Stage', { steps: [step(stack)] });
  const { ActionTypeId: type, Configuration: configuration, InputArtifacts: inputs = [], OutputArtifacts: outputs = [], RoleArn: role } = Rendered.of(stack).action('Stage/Step');
  const row = findProvider(type.Category, type.Owner, type.Provider)!;
  expect(type).toEqual({ Category: 'Deploy', Owner: row.owner, Provider: provider, Version: row.version });

  expect(Object.keys(row.configuration)).toEqual(expect.arrayContaining(Object.keys(configuration)));
  for (const [key, { required, values }] of Object.entries(row.configuration)) {
    if (required) expect(configuration[key]).toBeTruthy();
    if (values && key in configuration) expect(values).toContain(configuration[key]);
  }
  for (const value of Object.values(configuration)) expect(typeof value).toBe('string');

  expect(inputs.length).toBeGreaterThanOrEqual(row.inputs.min);
  expect(inputs.length).toBeLessThanOrEqual(row.inputs.max);
  expect(outputs).toEqual([]);
  expect(role !== undefined).toBe(row.owner === 'AWS');
});
