import { Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Deploy, LambdaDeployProps, LambdaStrategy } from '../../src';
import { HOME, pipelineIn, refusalOf, sourceOf, STAGING, stackIn } from '../fixture';
import { Rendered } from '../rendered';

const liveIn = (stack: Stack, name = 'orders') => {
  const version = lambda.Version.fromVersionArn(stack, `${name}-version`, `arn:aws:lambda:eu-west-1:111111111111:function:${name}:1`);
  return { function: version.lambda, alias: lambda.Alias.fromAliasAttributes(stack, `${name}-live`, { aliasName: 'live', aliasVersion: version }) };
};
const alarms = (...names: string[]) => names.map(name => cloudwatch.Alarm.fromAlarmName(stackIn(HOME), name, name));

function rendered(props: Partial<LambdaDeployProps> = {}) {
  const stack = stackIn(HOME);
  pipelineIn(stack).addStage('Stage', { steps: [Deploy.lambda('Orders', { ...liveIn(stack), ...props })] });
  return Rendered.of(stack);
}

describe('a deployment of a function', () => {
  test('moves its alias to a new version', () => {
    expect(rendered().action('Stage/Orders').Configuration).toEqual({ FunctionName: 'orders', FunctionAlias: 'live' });
    expect(rendered().inputs('Stage/Orders')).toEqual(['Source']);
  });

  test('makes only a version when it has no alias', () => {
    expect(rendered({ alias: undefined }).action('Stage/Orders').Configuration).toEqual({ FunctionName: 'orders' });
  });

  test('watches its alarms, and may look at no others', () => {
    const template = rendered({ alarms: alarms('errors', 'slow') });
    expect(template.action('Stage/Orders').Configuration.Alarms).toBe('errors,slow');
    expect(template.statements('Stage/Orders').find(one => one.Action === 'cloudwatch:DescribeAlarms').Resource)
      .toEqual(['arn:aws:cloudwatch:eu-west-1:111111111111:alarm:errors', 'arn:aws:cloudwatch:eu-west-1:111111111111:alarm:slow']);
  });

  test('reads nothing when the version is published already', () => {
    const template = rendered({ publishedVersion: '7' });
    expect(template.action('Stage/Orders').Configuration.PublishedTargetVersion).toBe('7');
    expect(template.inputs('Stage/Orders')).toEqual([]);
    expect(template.artifactStatements('Stage/Orders')).toEqual([]);
  });

  test('keeps its logs for a while only', () => {
    expect(rendered().only('AWS::Logs::LogGroup')).toMatchObject({ LogGroupName: '/aws/codepipeline/Web', RetentionInDays: 90 });
  });

  test('leaves its logs to the service in another account', () => {
    const stack = stackIn(HOME);
    pipelineIn(stack).addEnvironment('Beta', { env: STAGING, deploy: [Deploy.lambda('Orders', liveIn(stack))] });
    expect(Rendered.of(stack).all('AWS::Logs::LogGroup')).toEqual([]);
  });

  test('takes a function and an alias that are made in this app', () => {
    const stack = stackIn(HOME);
    const made = new lambda.Function(stack, 'Orders', { runtime: lambda.Runtime.NODEJS_LATEST, handler: 'index.handler', code: lambda.Code.fromInline('exports.handler = () => 1;') });
    pipelineIn(stack).addStage('Stage', { steps: [Deploy.lambda('Orders', { function: made, alias: made.addAlias('live') })] });
    expect(Rendered.of(stack).action('Stage/Orders').Configuration).toEqual({ FunctionName: '${Orders}', FunctionAlias: 'live' });
  });

  test.each<[string, Partial<LambdaDeployProps>, RegExp]>([
    ['a strategy without an alias', { alias: undefined, strategy: LambdaStrategy.allAtOnce() }, /has a strategy, and no alias[^]*where: Orders/],
    ['a published version without an alias', { alias: undefined, publishedVersion: '7' }, /has a published version, and no alias/],
    ['a published version and an artifact', { publishedVersion: '7', input: sourceOf() }, /Keep `input` or `publishedVersion`\./],
    ['11 alarms', { alarms: alarms(...Array.from({ length: 11 }, (_, at) => `a${at}`)) }, /has 11 alarms\.[^]*at most 10/],
    ['an alarm with a comma in its name', { alarms: alarms('errors,all') }, /"errors,all" has a comma/],
    ['an alias in place of the function', { function: liveIn(stackIn(HOME)).alias }, /not a function\.[^]*the alias as `alias`/],
    ['the alias of another function', { alias: liveIn(stackIn(HOME), 'invoices').alias }, /one of the function "invoices", and the deployment is one of "orders"/],
  ])('is refused %s', (_what, props, expected) => {
    expect(refusalOf(() => rendered(props))).toMatch(expected);
  });
});

describe('a strategy', () => {
  test.each([
    [LambdaStrategy.allAtOnce(), 'AllAtOnce'],
    [LambdaStrategy.canary({ percent: 10, minutes: 5 }), 'Canary10Percent5Minutes'],
    [LambdaStrategy.canary({ percent: 1, minutes: 2880 }), 'Canary1Percent2880Minutes'],
    [LambdaStrategy.linear({ percent: 10, minutes: 1 }), 'Linear10PercentEvery1Minute'],
    [LambdaStrategy.linear({ percent: 25, minutes: 960 }), 'Linear25PercentEvery960Minutes'],
  ])('%j is said as %s', (strategy, name) => {
    expect(strategy.name).toBe(name);
    expect(rendered({ strategy }).action('Stage/Orders').Configuration.DeployStrategy).toBe(name);
  });

  test.each([
    ['0 percent', { percent: 0, minutes: 5 }, /0 percent of the calls cannot move/],
    ['100 percent', { percent: 100, minutes: 5 }, /LambdaStrategy\.allAtOnce\(\)/],
    ['half a percent', { percent: 0.5, minutes: 5 }, /whole number/],
    ['no minute', { percent: 10, minutes: 0 }, /cannot wait 0 minutes/],
    ['one and a half minutes', { percent: 10, minutes: 1.5 }, /cannot wait 1\.5 minutes/],
  ])('of %s is refused', (_what, shift, expected) => {
    expect(refusalOf(() => LambdaStrategy.canary(shift))).toMatch(expected);
    expect(refusalOf(() => LambdaStrategy.linear(shift))).toMatch(expected);
  });

  test('waits two days at most', () => {
    expect(refusalOf(() => LambdaStrategy.canary({ percent: 10, minutes: 2881 }))).toMatch(/waits 2881 minutes in all\.[^]*2880[^]*where: LambdaStrategy\.canary/);
    expect(refusalOf(() => LambdaStrategy.linear({ percent: 25, minutes: 961 }))).toMatch(/waits 2883 minutes in all\./);
  });
});

test('a function is deployed through CodeDeploy by its group, with the group\'s own configuration', () => {
  const stack = stackIn(HOME);
  const deploymentGroup = codedeploy.LambdaDeploymentGroup.fromLambdaDeploymentGroupAttributes(stack, 'Group', {
    application: codedeploy.LambdaApplication.fromLambdaApplicationName(stack, 'Application', 'orders'),
    deploymentGroupName: 'invoices',
    deploymentConfig: codedeploy.LambdaDeploymentConfig.LINEAR_10PERCENT_EVERY_1MINUTE,
  });
  pipelineIn(stack).addStage('Stage', { steps: [Deploy.codeDeployLambda('Invoices', { deploymentGroup })] });
  const template = Rendered.of(stack);
  expect(template.action('Stage/Invoices')).toMatchObject({
    ActionTypeId: { Category: 'Deploy', Owner: 'AWS', Provider: 'CodeDeploy', Version: '1' },
    Configuration: { ApplicationName: 'orders', DeploymentGroupName: 'invoices' },
  });
  expect(template.statements('Stage/Invoices').find(one => one.Action === 'codedeploy:GetDeploymentConfig').Resource)
    .toBe('arn:aws:codedeploy:eu-west-1:111111111111:deploymentconfig:CodeDeployDefault.LambdaLinear10PercentEvery1Minute');
});
