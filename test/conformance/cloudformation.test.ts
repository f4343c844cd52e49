import { CfnCapabilities, Stack } from 'aws-cdk-lib';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as actions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Action, Intent, renderAction } from './rendered-action';
import { Deploy } from '../../src';

const roleIn = (stack: Stack) => iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::111111111111:role/deploy');
const base = { actionName: 'Stack', stackName: 'shop', adminPermissions: false };
const template = (artifact: codepipeline.Artifact) => artifact.atPath('template.yaml');

test.each<[string, Intent]>([
  ['create or update', {
    ours: stack => Deploy.cloudFormation('Stack', { stackName: 'shop', executionRole: roleIn(stack) }),
    theirs: (stack, { source }) => new actions.CloudFormationCreateUpdateStackAction({
      ...base, templatePath: template(source), deploymentRole: roleIn(stack),
    }),
  }],
  ['create or update, with everything', {
    ours: (stack, { source, other }) => Deploy.cloudFormation('Stack', {
      stackName: 'shop',
      executionRole: roleIn(stack),
      templatePath: 'out/shop.json',
      configurationPath: 'out/production.json',
      parameters: { Size: 'large', Owner: 'O"Hara' },
      capabilities: [CfnCapabilities.NAMED_IAM, CfnCapabilities.AUTO_EXPAND],
      input: source,
      additionalInputs: [other],
    }),
    theirs: (stack, { source, other }) => new actions.CloudFormationCreateUpdateStackAction({
      ...base,
      deploymentRole: roleIn(stack),
      templatePath: source.atPath('out/shop.json'),
      templateConfiguration: source.atPath('out/production.json'),
      parameterOverrides: { Size: 'large', Owner: 'O"Hara' },
      cfnCapabilities: [CfnCapabilities.NAMED_IAM, CfnCapabilities.AUTO_EXPAND],
      extraInputs: [other],
    }),
  }],
  ['replace on failure', {
    ours: stack => Deploy.cloudFormation('Stack', { stackName: 'shop', executionRole: roleIn(stack), replaceOnFailure: true }),
    theirs: (stack, { source }) => new actions.CloudFormationCreateUpdateStackAction({
      ...base, templatePath: template(source), deploymentRole: roleIn(stack), replaceOnFailure: true,
    }),
  }],
  ['make a change set', {
    ours: stack => Deploy.createChangeSet('Stack', { stackName: 'shop', executionRole: roleIn(stack), capabilities: [CfnCapabilities.ANONYMOUS_IAM] }),
    theirs: (stack, { source }) => new actions.CloudFormationCreateReplaceChangeSetAction({
      ...base, changeSetName: 'shop-change-set', templatePath: template(source), deploymentRole: roleIn(stack), cfnCapabilities: [CfnCapabilities.ANONYMOUS_IAM],
    }),
  }],
  ['carry out a change set', {
    ours: () => Deploy.executeChangeSet('Stack', { stackName: 'shop', changeSetName: 'release' }),
    theirs: () => new actions.CloudFormationExecuteChangeSetAction({ actionName: 'Stack', stackName: 'shop', changeSetName: 'release' }),
  }],
  ['keep the outputs', {
    ours: stack => Deploy.cloudFormation('Stack', { stackName: 'shop', executionRole: roleIn(stack), outputFile: 'outputs.json' }),
    theirs: (stack, { source }) => new actions.CloudFormationCreateUpdateStackAction({
      ...base, templatePath: template(source), deploymentRole: roleIn(stack), outputFileName: 'outputs.json', output: new codepipeline.Artifact('Stack'),
    }),
  }],
  ['carry out a change set and keep the outputs', {
    ours: () => Deploy.executeChangeSet('Stack', { stackName: 'shop', outputFile: 'outputs.json' }),
    theirs: () => new actions.CloudFormationExecuteChangeSetAction({
      actionName: 'Stack', stackName: 'shop', changeSetName: 'shop-change-set', outputFileName: 'outputs.json', output: new codepipeline.Artifact('Stack'),
    }),
  }],
  ['delete', {
    ours: stack => Deploy.deleteStack('Stack', { stackName: 'shop', executionRole: roleIn(stack) }),
    theirs: stack => new actions.CloudFormationDeleteStackAction({ ...base, deploymentRole: roleIn(stack) }),
  }],
])('%s renders as the L2 renders it', (_name, intent) => {
  const { ours, theirs } = renderAction(intent);
  expect(inAnyOrder(ours)).toEqual(inAnyOrder(theirs));
});

/** The action names in its paths which artifact it means: their order says nothing. */
function inAnyOrder(action: Action): Action {
  const inputs = (action.InputArtifacts ?? []) as { Name: string }[];
  return { ...action, InputArtifacts: inputs.map(input => input.Name).sort() };
}
