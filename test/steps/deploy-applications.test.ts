import { SecretValue, Stack } from 'aws-cdk-lib';
import * as appconfig from 'aws-cdk-lib/aws-appconfig';
import * as servicecatalog from 'aws-cdk-lib/aws-servicecatalog';
import { AlexaProps, Deploy, ServiceCatalogProps } from '../../src';
import { HOME, pipelineIn, refusalOf, renderedWith, sourceOf, STAGING, stackIn } from '../fixture';
import { Rendered } from '../rendered';

test('an Elastic Beanstalk environment is named with its application, and no action is asked for by a pattern', () => {
  const rendered = renderedWith(Deploy.elasticBeanstalk('Site', { applicationName: 'travel', environmentName: 'production' }));
  expect(rendered.action('Stage/Site').Configuration).toEqual({ ApplicationName: 'travel', EnvironmentName: 'production' });
  expect(rendered.statements('Stage/Site').flatMap(one => one.Action).filter(action => action.includes('*'))).toEqual([]);
});

describe('a configuration of AppConfig', () => {
  const environmentIn = (stack: Stack) => appconfig.Environment.fromEnvironmentAttributes(stack, 'Environment', {
    application: appconfig.Application.fromApplicationId(stack, 'Application', '2s2qv57'), environmentId: '9tm27yd',
  });
  const base = { configurationProfileId: 'pvjrpu1', configurationPath: 'config/flags.json' };

  test('is that of its environment\'s application', () => {
    expect(renderedWith(Deploy.appConfig('Flags', { environment: environmentIn(stackIn(HOME)), ...base })).action('Stage/Flags').Configuration).toEqual({
      Application: '2s2qv57', Environment: '9tm27yd', ConfigurationProfile: 'pvjrpu1', InputArtifactConfigurationPath: 'config/flags.json',
    });
  });

  test('is deployed with its own strategy', () => {
    const stack = stackIn(HOME);
    const deploymentStrategy = appconfig.DeploymentStrategy.fromDeploymentStrategyId(stack, 'Strategy', appconfig.DeploymentStrategyId.ALL_AT_ONCE);
    const rendered = renderedWith(Deploy.appConfig('Flags', { environment: environmentIn(stack), ...base, deploymentStrategy }));
    expect(rendered.action('Stage/Flags').Configuration.DeploymentStrategy).toBe('AppConfig.AllAtOnce');
    expect(rendered.statements('Stage/Flags')[0].Resource.at(-1)).toBe('arn:aws:appconfig:eu-west-1:111111111111:deploymentstrategy/AppConfig.AllAtOnce');
  });

  test('may be made in this app', () => {
    const stack = stackIn(HOME);
    const environment = new appconfig.Application(stack, 'Settings').addEnvironment('Production');
    pipelineIn(stack).addStage('Stage', { steps: [Deploy.appConfig('Flags', { environment, ...base })] });
    expect(Rendered.of(stack).action('Stage/Flags').Configuration).toMatchObject({ Application: '${Settings}' });
  });

  test('is refused without a path', () => {
    expect(refusalOf(() => Deploy.appConfig('Flags', { environment: environmentIn(stackIn(HOME)), ...base, configurationPath: '' }))).toMatch(/has no path[^]*where: Flags/);
  });
});

describe('a version of a product', () => {
  const kit = (props: Partial<ServiceCatalogProps>) => Deploy.serviceCatalog('Kit', {
    product: servicecatalog.Product.fromProductArn(stackIn(HOME), 'Product', 'arn:aws:catalog:eu-west-1:111111111111:product/prod-4abc'), ...props,
  });
  const configuration = (props: Partial<ServiceCatalogProps>) => renderedWith(kit(props)).action('Stage/Kit').Configuration;

  test('is `template.yaml` of its artifact, unless told otherwise', () => {
    expect(configuration({ versionName: '1.2' }))
      .toEqual({ ProductId: 'prod-4abc', TemplateFilePath: 'template.yaml', ProductVersionName: '1.2', ProductType: 'CLOUD_FORMATION_TEMPLATE' });
  });

  test('is told of in a file', () => {
    expect(configuration({ configurationPath: 'product.json' })).toEqual({ ProductId: 'prod-4abc', ConfigurationFilePath: 'product.json' });
  });

  test.each<[string, Partial<ServiceCatalogProps>, RegExp]>([
    ['no name', {}, /has no name\.[^]*`versionName`[^]*where: Kit/],
    ['a name here and a file', { versionName: '1.2', configurationPath: 'product.json' }, /here and in a file/],
    ['a template here and a file', { templatePath: 'kit.yaml', configurationPath: 'product.json' }, /here and in a file/],
  ])('is refused %s', (_what, props, expected) => {
    expect(refusalOf(() => kit(props))).toMatch(expected);
  });
});

describe('a skill for Alexa', () => {
  const secret = (jsonField: string) => SecretValue.secretsManager('alexa', { jsonField });
  const skill = (props: Partial<AlexaProps> = {}) => Deploy.alexa('Skill', {
    clientId: 'client', clientSecret: secret('clientSecret'), refreshToken: secret('refreshToken'), skillId: 'skill', ...props,
  });

  test('is deployed with secrets that stay where they are kept', () => {
    expect(renderedWith(skill()).action('Stage/Skill').Configuration).toEqual({
      ClientId: 'client',
      ClientSecret: '{{resolve:secretsmanager:alexa:SecretString:clientSecret::}}',
      RefreshToken: '{{resolve:secretsmanager:alexa:SecretString:refreshToken::}}',
      SkillId: 'skill',
    });
  });

  test('is deployed without a role, which only actions of AWS have', () => {
    expect(renderedWith(skill()).action('Stage/Skill').RoleArn).toBeUndefined();
  });

  test.each<[string, Partial<AlexaProps>, RegExp]>([
    ['a client\'s secret in plain text', { clientSecret: SecretValue.unsafePlainText('hush') }, /^AlexaSkillsKit's ClientSecret is a secret, and given in plain text\.[^]*SecretValue\.secretsManager[^]*where: Shop\/Web\/Pipeline\/Stage\/Skill/],
    ['a refresh token in plain text', { refreshToken: SecretValue.unsafePlainText('hush') }, /^AlexaSkillsKit's RefreshToken is a secret/],
    ['overrides of its manifest, and no input of its own', { manifestOverrides: sourceOf() }, /Say with `input`/],
  ])('is refused %s', (_what, props, expected) => {
    const message = refusalOf(() => renderedWith(skill(props)));
    expect(message).toMatch(expected);
    expect(message).not.toContain('hush');
  });

  test('is refused in another account than the pipeline\'s', () => {
    expect(refusalOf(() => pipelineIn().addEnvironment('Beta', { env: STAGING, deploy: [skill()] }))).toMatch(/no service of AWS[^]*without an `env`/);
  });
});
