import { CfnCapabilities, Stack } from 'aws-cdk-lib';
import * as actions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Intent, renderAction } from './rendered-action';
import { Deploy, StackInstancesProps, StackSetPermissions, StackSetProps, StackTargets } from '../../src';

const roleIn = (stack: Stack) => iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::111111111111:role/administration');
const [ACCOUNTS, REGIONS] = [['222222222222', '333333333333'], ['eu-west-1', 'us-east-1']];
const { StackInstances, StackSetDeploymentModel, StackSetOrganizationsAutoDeployment, StackSetParameters, StackSetTemplate } = actions;

type Theirs<T> = Omit<T, 'actionName' | 'stackSetName' | 'template'>;

const set = (ours: Omit<StackSetProps, 'stackSetName'>, theirs: Theirs<actions.CloudFormationDeployStackSetActionProps>): Intent => ({
  ours: stack => Deploy.stackSet('Set', { stackSetName: 'shop', permissions: StackSetPermissions.selfManaged({ administrationRole: roleIn(stack) }), ...ours }),
  theirs: (stack, { source }) => new actions.CloudFormationDeployStackSetAction({
    actionName: 'Set',
    stackSetName: 'shop',
    template: StackSetTemplate.fromArtifactPath(source.atPath('template.yaml')),
    deploymentModel: StackSetDeploymentModel.selfManaged({ administrationRole: roleIn(stack) }),
    ...theirs,
  }),
});

const instances = (ours: Partial<StackInstancesProps>, theirs: Partial<Theirs<actions.CloudFormationDeployStackInstancesActionProps>>): Intent => ({
  ours: () => Deploy.stackInstances('Set', { stackSetName: 'shop', targets: StackTargets.accounts(ACCOUNTS, REGIONS), ...ours }),
  theirs: () => new actions.CloudFormationDeployStackInstancesAction({
    actionName: 'Set', stackSetName: 'shop', stackInstances: StackInstances.inAccounts(ACCOUNTS, REGIONS), ...theirs,
  }),
});

test.each<[string, Intent]>([
  ['a stack set without stacks', set({}, {})],
  ['a stack set in accounts', set({ targets: StackTargets.accounts(ACCOUNTS, REGIONS) }, { stackInstances: StackInstances.inAccounts(ACCOUNTS, REGIONS) })],
  ['a stack set with everything', set({
    description: 'What every shop has',
    parameters: { Size: 'large', Owner: 'shop' },
    keptParameters: ['Image'],
    capabilities: [CfnCapabilities.NAMED_IAM, CfnCapabilities.AUTO_EXPAND],
    failureTolerancePercentage: 10,
    maxConcurrentPercentage: 50,
  }, {
    description: 'What every shop has',
    parameters: StackSetParameters.fromLiteral({ Size: 'large', Owner: 'shop' }, ['Image']),
    cfnCapabilities: [CfnCapabilities.NAMED_IAM, CfnCapabilities.AUTO_EXPAND],
    failureTolerancePercentage: 10,
    maxAccountConcurrencyPercentage: 50,
  })],
  ['a stack set in organizational units', set(
    { permissions: StackSetPermissions.serviceManaged(), targets: StackTargets.organizationalUnits(['ou-ab12-cdef3456'], REGIONS) },
    { deploymentModel: StackSetDeploymentModel.organizations(), stackInstances: StackInstances.inOrganizationalUnits(['ou-ab12-cdef3456'], REGIONS) },
  )],
  ['a stack set that follows its organizational units', set(
    { permissions: StackSetPermissions.serviceManaged({ autoDeployment: StackSetOrganizationsAutoDeployment.ENABLED }) },
    { deploymentModel: StackSetDeploymentModel.organizations({ autoDeployment: StackSetOrganizationsAutoDeployment.ENABLED }) },
  )],
  ['stacks in accounts', instances({}, {})],
  ['stacks with parameters of their own', instances(
    { parameters: { Size: 'large' }, failureTolerancePercentage: 0, maxConcurrentPercentage: 100 },
    { parameterOverrides: StackSetParameters.fromLiteral({ Size: 'large' }), failureTolerancePercentage: 0, maxAccountConcurrencyPercentage: 100 },
  )],
])('%s renders as the L2 renders it', (_name, intent) => {
  const { ours, theirs } = renderAction(intent);
  expect(ours).toEqual(theirs);
});

test('files of the artifact are named as the L2 names them', () => {
  const { ours, theirs } = renderAction({
    ours: (_stack, { source }) => Deploy.stackInstances('Set', {
      stackSetName: 'shop', targets: StackTargets.file('accounts.json', REGIONS), parametersPath: 'overrides.json', input: source,
    }),
    theirs: (_stack, { source }) => new actions.CloudFormationDeployStackInstancesAction({
      actionName: 'Set',
      stackSetName: 'shop',
      stackInstances: StackInstances.fromArtifactPath(source.atPath('accounts.json'), REGIONS),
      parameterOverrides: StackSetParameters.fromArtifactPath(source.atPath('overrides.json')),
    }),
  });
  expect(ours).toEqual(theirs);
});
