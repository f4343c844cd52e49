import { CfnCapabilities, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CloudFormationProps, Deploy } from '../../src';
import { buildOf, HOME, pipelineIn, refusalOf, stackIn } from '../fixture';
import { Rendered, statementsOf } from '../rendered';

function rendered(props: (stack: Stack) => Partial<CloudFormationProps>) {
  const stack = stackIn(HOME);
  pipelineIn(stack, { builds: [buildOf('Build', 'out')] }).addEnvironment('Beta', { deploy: [Deploy.cloudFormation('Stack', { stackName: 'shop', ...props(stack) })] });
  return Rendered.of(stack);
}

const admin = { adminPermissions: true };
const configuration = (props: Partial<CloudFormationProps> = {}) => rendered(() => ({ ...admin, ...props })).action('Beta/Stack').Configuration;
const executionRole = (template: Rendered) => template.role(template.action('Beta/Stack').Configuration.RoleArn);

test('a template is `template.yaml` of what was built, unless told otherwise', () => {
  expect(configuration()).toMatchObject({ ActionMode: 'CREATE_UPDATE', StackName: 'shop', TemplatePath: 'Build::template.yaml' });
  expect(configuration({ templatePath: 'cdk.out/Shop.json', configurationPath: 'beta.json' }))
    .toMatchObject({ TemplatePath: 'Build::cdk.out/Shop.json', TemplateConfiguration: 'Build::beta.json' });
});

test('what the template may do is said only when it is asked for', () => {
  expect(configuration().Capabilities).toBeUndefined();
  expect(configuration({ capabilities: [CfnCapabilities.NAMED_IAM, CfnCapabilities.AUTO_EXPAND] }).Capabilities).toBe('CAPABILITY_NAMED_IAM,CAPABILITY_AUTO_EXPAND');
});

test('parameters are JSON, of at most 1024 bytes', () => {
  expect(JSON.parse(configuration({ parameters: { Size: 'large', Owner: 'O"Hara' } }).ParameterOverrides)).toEqual({ Size: 'large', Owner: 'O"Hara' });
  expect(configuration({ parameters: {} }).ParameterOverrides).toBeUndefined();
  expect(refusalOf(() => configuration({ parameters: { Long: 'x'.repeat(1100) } }))).toMatch(/The parameters have \d+ bytes[^]*configurationPath/);
});

test('parameters are counted in bytes, not in characters', () => {
  expect(refusalOf(() => configuration({ parameters: { Long: 'ü'.repeat(700) } }))).toMatch(/bytes/);
});

test('parameters have at most 1000 characters, as every value of a configuration', () => {
  expect(configuration({ parameters: { Long: 'x'.repeat(989) } }).ParameterOverrides).toHaveLength(1000);
  expect(refusalOf(() => configuration({ parameters: { Long: 'x'.repeat(990) } }))).toContain('1000 characters');
});

test('the change set of a stack with the longest of names has a name that is allowed', () => {
  const stack = stackIn(HOME);
  pipelineIn(stack).addEnvironment('Beta', { deploy: [Deploy.createChangeSet('Prepare', { stackName: 'x'.repeat(128), ...admin })] });
  expect(Rendered.of(stack).action('Beta/Prepare').Configuration.ChangeSetName).toMatch(/^x+-[a-z0-9]+$/);
  expect(Rendered.of(stack).action('Beta/Prepare').Configuration.ChangeSetName.length).toBeLessThanOrEqual(128);
});

describe('CloudFormation works with', () => {
  test('a role that may do what it is given, and nothing else', () => {
    const role = executionRole(rendered(() => ({ permissions: [new iam.PolicyStatement({ actions: ['sqs:CreateQueue'], resources: ['*'] })] })));
    expect(statementsOf(role)).toEqual([{ Action: 'sqs:CreateQueue', Resource: '*' }]);
    expect(role.AssumeRolePolicyDocument.Statement).toEqual([{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'cloudformation.amazonaws.com' } }]);
  });

  test('everything only when that is asked for', () => {
    expect(statementsOf(executionRole(rendered(() => admin)))).toEqual([{ Action: '*', Resource: '*' }]);
  });

  test('a role that exists, as it is', () => {
    const template = rendered(stack => ({ executionRole: iam.Role.fromRoleName(stack, 'Role', 'deploy') }));
    expect(template.action('Beta/Stack').Configuration.RoleArn).toBe('arn:aws:iam::111111111111:role/deploy');
  });

  test('a role that the action passes on to CloudFormation, and to nobody else', () => {
    const template = rendered(() => admin);
    expect(template.statements('Beta/Stack').find(one => one.Action === 'iam:PassRole')).toEqual({
      Action: 'iam:PassRole',
      Resource: template.action('Beta/Stack').Configuration.RoleArn,
      Condition: { StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' } },
    });
  });

  test('nothing that nobody said: refused, with the three ways and the place', () => {
    expect(refusalOf(() => rendered(() => ({})))).toMatch(/does not say what CloudFormation may do\.[^]*`permissions`[^]*`executionRole`[^]*`adminPermissions: true`[^]*where: Shop\/Web\/Pipeline\/Beta\/Stack/);
  });

  test('one of these and not two', () => {
    expect(refusalOf(() => rendered(() => ({ ...admin, permissions: [] })))).toContain('says more than once what CloudFormation may do');
  });
});

test('a change set is made, and carried out by its name', () => {
  const stack = stackIn(HOME);
  const prepare = Deploy.createChangeSet('Prepare', { stackName: 'shop', ...admin });
  pipelineIn(stack, { builds: [buildOf('Build', 'out')] }).addEnvironment('Beta', { deploy: [prepare, Deploy.executeChangeSet('Execute', { stackName: 'shop', after: [prepare] })] });
  const template = Rendered.of(stack);
  expect(template.action('Beta/Prepare').Configuration).toMatchObject({ ActionMode: 'CHANGE_SET_REPLACE', ChangeSetName: 'shop-change-set' });
  expect(template.action('Beta/Execute').Configuration).toEqual({ ActionMode: 'CHANGE_SET_EXECUTE', StackName: 'shop', ChangeSetName: 'shop-change-set' });
  expect(template.orders('Beta')).toEqual({ Prepare: 1, Execute: 2 });
  expect(template.inputs('Beta/Execute')).toEqual([]);
});

test('a stack is deleted without a template, and its role reads no artifact', () => {
  const stack = stackIn(HOME);
  pipelineIn(stack).addEnvironment('Beta', { deploy: [Deploy.deleteStack('Gone', { stackName: 'shop', ...admin })] });
  const template = Rendered.of(stack);
  expect(template.action('Beta/Gone').Configuration).toMatchObject({ ActionMode: 'DELETE_ONLY', StackName: 'shop' });
  expect(template.inputs('Beta/Gone')).toEqual([]);
  expect(template.artifactStatements('Beta/Gone')).toEqual([]);
});

test('a stack\'s outputs become an artifact that a later step reads', () => {
  const template = rendered(() => ({ ...admin, outputFile: 'outputs.json' }));
  expect(template.action('Beta/Stack')).toMatchObject({ Configuration: { OutputFileName: 'outputs.json' }, OutputArtifacts: [{ Name: 'Stack' }] });
  expect(template.artifactStatements('Beta/Stack')[1].Action).toContain('s3:PutObject');
});

test('further inputs without an input are refused', () => {
  expect(refusalOf(() => Deploy.cloudFormation('Stack', { stackName: 'shop', ...admin, additionalInputs: [buildOf('Build', 'out')] }))).toContain('Say with `input` which artifact the template is in.');
});
