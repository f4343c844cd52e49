import { SecretValue, Stack } from 'aws-cdk-lib';
import * as actions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as servicecatalog from 'aws-cdk-lib/aws-servicecatalog';
import { Intent, renderAction } from './rendered-action';
import { Deploy } from '../../src';

const productIn = (stack: Stack) => servicecatalog.Product.fromProductArn(stack, 'Product', 'arn:aws:catalog:eu-west-1:111111111111:product/prod-4abc');
const skill = {
  clientId: 'client',
  clientSecret: SecretValue.secretsManager('alexa', { jsonField: 'clientSecret' }),
  refreshToken: SecretValue.secretsManager('alexa', { jsonField: 'refreshToken' }),
  skillId: 'skill',
};

test.each<[string, Intent]>([
  ['an Elastic Beanstalk environment', {
    ours: () => Deploy.elasticBeanstalk('Site', { applicationName: 'travel', environmentName: 'travel-production' }),
    theirs: (_stack, { source }) => new actions.ElasticBeanstalkDeployAction({
      actionName: 'Site', applicationName: 'travel', environmentName: 'travel-production', input: source,
    }),
  }],
  ['a version of a product', {
    ours: stack => Deploy.serviceCatalog('Kit', { product: productIn(stack), templatePath: 'kit.yaml', versionName: '1.2', versionDescription: 'Faster' }),
    theirs: (_stack, { source }) => new actions.ServiceCatalogDeployActionBeta1({
      actionName: 'Kit', productId: 'prod-4abc', templatePath: source.atPath('kit.yaml'), productVersionName: '1.2', productVersionDescription: 'Faster',
    }),
  }],
  ['a skill', {
    ours: () => Deploy.alexa('Skill', skill),
    theirs: (_stack, { source }) => new actions.AlexaSkillDeployAction({ actionName: 'Skill', input: source, ...skill }),
  }],
  ['a skill with overrides of its manifest', {
    ours: (_stack, { source, other }) => Deploy.alexa('Skill', { ...skill, input: source, manifestOverrides: other }),
    theirs: (_stack, { source, other }) => new actions.AlexaSkillDeployAction({ actionName: 'Skill', input: source, parameterOverridesArtifact: other, ...skill }),
  }],
])('%s renders as the L2 renders it', (_name, intent) => {
  const { ours, theirs } = renderAction(intent);
  expect(ours).toEqual(theirs);
});
