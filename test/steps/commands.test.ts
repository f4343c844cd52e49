import { SecretValue } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Build, CommandsProps, Test } from '../../src';
import { HOME, pipelineIn, plain, refusalOf, renderedWith, siteIn, stackIn } from '../fixture';
import { Rendered } from '../rendered';

const { SECRETS_MANAGER, PARAMETER_STORE } = codebuild.BuildEnvironmentVariableType;
const networkIn = (stack = stackIn(HOME, 'Network')) => ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
  vpcId: 'vpc-1', availabilityZones: ['a', 'b'], privateSubnetIds: ['subnet-1', 'subnet-2'], publicSubnetIds: ['subnet-3', 'subnet-4'],
});

const step = (props: Partial<CommandsProps> = {}) => Test.commands('Check', { commands: ['make check'], ...props });

test('commands, files and variables stand beside the configuration, of which there is none', () => {
  const rendered = renderedWith(Build.commands('Compile', { commands: ['npm ci', 'npm run build'], outputFiles: ['dist/**'], outputVariables: ['VERSION'] }));
  expect(rendered.action('Stage/Compile')).toMatchObject({
    ActionTypeId: { Category: 'Compute', Owner: 'AWS', Provider: 'Commands', Version: '1' },
    Commands: ['npm ci', 'npm run build'],
    OutputArtifacts: [{ Name: 'Compile', Files: ['dist/**'] }],
    OutputVariables: ['VERSION'],
    InputArtifacts: [{ Name: 'Source' }],
  });
  expect(rendered.action('Stage/Compile').Configuration).toBeUndefined();
});

test('the log group is made here, so that it does not keep its logs for ever', () => {
  expect(renderedWith(step()).only('AWS::Logs::LogGroup')).toEqual({ LogGroupName: '/aws/codepipeline/Web', RetentionInDays: 90 });
});

test('commands need no project', () => {
  expect(renderedWith(step()).all('AWS::CodeBuild::Project')).toEqual([]);
});

describe('taken are', () => {
  test.each<[string, Partial<CommandsProps>]>([
    ['50 commands', { commands: Array(50).fill('true') }],
    ['a command of 1000 characters', { commands: ['x'.repeat(1000)] }],
    ['10 files', { outputFiles: Array.from({ length: 10 }, (_, at) => `f${at}`) }],
    ['15 variables', { outputVariables: Array.from({ length: 15 }, (_, at) => `V${at}`) }],
  ])('%s', (_what, props) => {
    expect(() => step(props)).not.toThrow();
  });
});

describe('refused are', () => {
  test.each<[string, Partial<CommandsProps>, RegExp]>([
    ['no commands', { commands: [] }, /The step has 0 commands\.[^]*1 to 50[^]*where: Check/],
    ['51 commands', { commands: Array(51).fill('true') }, /The step has 51 commands\./],
    ['a command of 1001 characters', { commands: ['x'.repeat(1001)] }, /1001 characters[^]*at most 1000/],
    ['a command of two lines', { commands: ['if true\nthen make'] }, /"if true…" has more than one line\.[^]*&&/],
    ['a command with a carriage return', { commands: ['make\r'] }, /more than one line/],
    ['an empty command', { commands: [''] }, /empty|0 characters/],
    ['no files', { outputFiles: [] }, /0 output files[^]*1 to 10/],
    ['11 files', { outputFiles: Array(11).fill('a') }, /11 output files/],
    ['a file of 129 characters', { outputFiles: ['f'.repeat(129)] }, /129 characters/],
    ['16 variables', { outputVariables: Array.from({ length: 16 }, (_, index) => `V${index}`) }, /16 output variables[^]*at most 15/],
    ['a variable of 129 characters', { outputVariables: ['V'.repeat(129)] }, /129 characters|not allowed/],
    ['11 environment variables', { environmentVariables: Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`V${at}`, plain('x')])) }, /11 environment variables[^]*at most 10/],
    ['an environment variable with a hyphen', { environmentVariables: { 'A-B': plain('x') } }, /The environment variable name "A-B" is not allowed/],
    ['an empty environment variable', { environmentVariables: { A: plain('') } }, /has 0 characters[^]*1 to 2000/],
    ['an environment variable of 2001 characters', { environmentVariables: { A: plain('x'.repeat(2001)) } }, /has 2001 characters/],
    ['a parameter as environment variable', { environmentVariables: { A: { value: '/shop/a', type: PARAMETER_STORE } } }, /"A" is a parameter\.[^]*CodeBuild takes parameters/],
    ['subnets without a network', { subnets: { subnetType: ec2.SubnetType.PUBLIC } }, /no network[^]*`vpc`/],
    ['further inputs without an input', { additionalInputs: [Build.commands('Other', { commands: ['true'], outputFiles: ['a'] })] }, /no input of its own/],
  ])('%s', (_what, props, expected) => {
    expect(refusalOf(() => step(props))).toMatch(expected);
  });
});

test('what a test leaves is not taken for what was built', () => {
  const stack = stackIn(HOME);
  const pipeline = pipelineIn(stack, {
    builds: [Build.commands('Compile', { commands: ['make'], outputFiles: ['dist/**'] })],
    tests: [Test.commands('Browser', { commands: ['make browser-test'], outputFiles: ['screenshots/**'] })],
  });
  pipeline.addEnvironment('Beta', { deploy: [siteIn(stack)] });
  expect(Rendered.of(stack).inputs('Beta/Site')).toEqual(['Compile']);
});

describe('environment variables', () => {
  test('stand with the action, plain text and secrets', () => {
    const rendered = renderedWith(step({ environmentVariables: { STAGE: plain('beta'), TOKEN: { value: 'npm:token', type: SECRETS_MANAGER } } }));
    expect(rendered.action('Stage/Check').EnvironmentVariables).toEqual([
      { Name: 'STAGE', Type: 'PLAINTEXT', Value: 'beta' }, { Name: 'TOKEN', Type: 'SECRETS_MANAGER', Value: 'npm:token' },
    ]);
  });

  test('that are secret are read by the action\'s role, and no other secret is', () => {
    const rendered = renderedWith(step({ environmentVariables: { STAGE: plain('beta'), TOKEN: { value: 'npm:token', type: SECRETS_MANAGER } } }));
    expect(rendered.statements('Stage/Check').slice(1))
      .toEqual([{ Action: 'secretsmanager:GetSecretValue', Resource: 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:npm-??????' }]);
    expect(renderedWith(step({ environmentVariables: { STAGE: plain('beta') } })).statements('Stage/Check')).toHaveLength(1);
  });

  test('may name a secret of this app', () => {
    const stack = stackIn(HOME);
    const token = new secretsmanager.Secret(stack, 'Token');
    pipelineIn(stack).addStage('Stage', { steps: [step({ environmentVariables: { TOKEN: { value: token.secretArn, type: SECRETS_MANAGER } } })] });
    expect(Rendered.of(stack).statements('Stage/Check')[1].Resource).toBe('${Token}');
  });

  test('are refused a secret in plain text', () => {
    const value = SecretValue.secretsManager('npm');
    expect(refusalOf(() => renderedWith(step({ environmentVariables: { TOKEN: { value } } })))).toMatch(/The environment variable "TOKEN" is plain text, and its value is a secret\.[^]*Secret\.fromSecretsManager[^]*where: Shop\/Web\/Pipeline\/Stage\/Check/);
  });
});

describe('a network', () => {
  const allowed = (props: Partial<CommandsProps>) => renderedWith(step(props)).statements('Stage/Check').slice(1);

  test('is told by its ids, with the private subnets and a group that nothing reaches', () => {
    const stack = stackIn(HOME);
    pipelineIn(stack).addStage('Stage', { steps: [step({ vpc: networkIn(stack) })] });
    const rendered = Rendered.of(stack);
    expect(rendered.action('Stage/Check').Configuration)
      .toEqual({ VpcId: 'vpc-1', Subnets: 'subnet-1,subnet-2', SecurityGroupIds: expect.stringMatching(/^\$\{\w*SecurityGroup\.GroupId\}$/) });
    expect(rendered.only('AWS::EC2::SecurityGroup').SecurityGroupIngress).toBeUndefined();
  });

  test('may be given groups and subnets', () => {
    const stack = stackIn(HOME);
    const securityGroups = ['sg-1', 'sg-2'].map(id => ec2.SecurityGroup.fromSecurityGroupId(stack, id, id));
    pipelineIn(stack).addStage('Stage', { steps: [step({ vpc: networkIn(stack), securityGroups, subnets: { subnetType: ec2.SubnetType.PUBLIC } })] });
    expect(Rendered.of(stack).action('Stage/Check').Configuration).toEqual({ VpcId: 'vpc-1', Subnets: 'subnet-3,subnet-4', SecurityGroupIds: 'sg-1,sg-2' });
  });

  test('is reached by interfaces that the action\'s role makes; without a network it makes none', () => {
    const vpc = networkIn();
    const securityGroups = [ec2.SecurityGroup.fromSecurityGroupId(vpc, 'Group', 'sg-1')];
    expect(allowed({ vpc, securityGroups })).toEqual([{
      Action: [
        'ec2:CreateNetworkInterface', 'ec2:CreateNetworkInterfacePermission', 'ec2:DeleteNetworkInterface', 'ec2:DescribeDhcpOptions',
        'ec2:DescribeNetworkInterfaces', 'ec2:DescribeRouteTables', 'ec2:DescribeSecurityGroups', 'ec2:DescribeSubnets', 'ec2:DescribeVpcs',
      ],
      Resource: '*',
    }]);
    expect(allowed({})).toEqual([]);
  });
});

test('the machine is the smallest on Linux unless told otherwise', () => {
  const large = step({ computeType: codebuild.ComputeType.LARGE, environmentType: codebuild.EnvironmentType.ARM_CONTAINER });
  expect(renderedWith(large).action('Stage/Check').Configuration).toEqual({ ComputeType: 'BUILD_GENERAL1_LARGE', EnvironmentType: 'ARM_CONTAINER' });
});

test.each<[string, Partial<CommandsProps>]>([
  ['an output file', { outputFiles: ['dist/**', 'dist/**'] }],
  ['an output variable', { outputVariables: ['VERSION', 'VERSION'] }],
])('%s that is there twice is refused', (_, props) => {
  expect(refusalOf(() => step(props))).toMatch(/is there twice\.[^]*Name it once/);
});
