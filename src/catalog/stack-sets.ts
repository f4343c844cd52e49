import { CAPABILITIES, PARAMETERS, REGIONS, ROLE_ARN, ROLE_NAME, STACK_SET_NAME, TARGETS } from './forms';
import { arn, passRole } from './grants';
import { PermissionRequest, Provider } from './provider';

const GUIDE = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/';
const COMMON = { category: 'Deploy', owner: 'AWS', version: '1', outputs: { min: 0, max: 0 } } as const;
const OPERATION = {
  FailureTolerancePercentage: { range: { min: 0, max: 100 } },
  MaxConcurrentPercentage: { range: { min: 1, max: 100 } },
  RegionConcurrencyType: { values: ['SEQUENTIAL', 'PARALLEL'] },
  ConcurrencyMode: { values: ['STRICT_FAILURE_TOLERANCE', 'SOFT_FAILURE_TOLERANCE'] },
  CallAs: { values: ['SELF', 'DELEGATED_ADMIN'] },
};
const DELEGATED = { actions: ['organizations:ListDelegatedAdministrators'], resources: ['*'] };

const STACK_SET_ID = 'The end of a stack set\'s ARN is CloudFormation\'s; its name is given.';

/** INFERRED: what a delegated administrator deploys stands in the organization's management account, which the action does not name. */
function stackSet(r: PermissionRequest): string {
  const account = r.configuration.CallAs === 'DELEGATED_ADMIN' ? '*' : r.account;
  return arn({ ...r, account }, 'cloudformation', `stackset/${r.configuration.StackSetName}:*`);
}

/** The role that CloudFormation administers a self-managed stack set with: the one that is named, else the one that it takes by its name. */
function administrationRole({ configuration, partition, account }: PermissionRequest): string[] {
  if (configuration.PermissionModel === 'SERVICE_MANAGED') return [];
  return [configuration.AdministrationRoleArn ?? `arn:${partition}:iam::${account}:role/AWSCloudFormationStackSetAdministrationRole`];
}

export const STACK_SET: Provider = {
  ...COMMON,
  provider: 'CloudFormationStackSet',
  factories: ['Deploy.stackSet'],
  inputs: { min: 1, max: 3 },
  configuration: {
    StackSetName: { required: true, form: STACK_SET_NAME },
    TemplatePath: { required: true, artifact: 'file' },
    Description: {},
    Parameters: { form: PARAMETERS, artifact: 'maybe' },
    Capabilities: { form: CAPABILITIES },
    PermissionModel: { values: ['SELF_MANAGED', 'SERVICE_MANAGED'] },
    AdministrationRoleArn: { form: ROLE_ARN },
    ExecutionRoleName: { form: ROLE_NAME },
    OrganizationsAutoDeployment: { values: ['Enabled', 'Disabled', 'EnabledWithStackRetention'] },
    DeploymentTargets: { form: TARGETS, artifact: 'maybe' },
    Regions: { form: REGIONS },
    ...OPERATION,
  },
  variables: ['StackSetId', 'OperationId'],
  permissions: r => [
    {
      actions: ['CreateStackSet', 'UpdateStackSet', 'DescribeStackSet', 'CreateStackInstances', 'DescribeStackSetOperation', 'ListStackInstances']
        .map(name => `cloudformation:${name}`),
      resources: [stackSet(r)],
      why: STACK_SET_ID,
    },
    // INFERRED: CloudFormation takes the role on at the caller's hand
    ...passRole('cloudformation.amazonaws.com', administrationRole(r)),
    ...(r.configuration.CallAs === 'DELEGATED_ADMIN' ? [DELEGATED] : []),
  ],
  source: `${GUIDE}action-reference-StackSets.html`,
};

export const STACK_INSTANCES: Provider = {
  ...COMMON,
  provider: 'CloudFormationStackInstances',
  factories: ['Deploy.stackInstances'],
  inputs: { min: 0, max: 2 },
  configuration: {
    StackSetName: { required: true, form: STACK_SET_NAME },
    DeploymentTargets: { form: TARGETS, artifact: 'maybe' },
    Regions: { form: REGIONS },
    ParameterOverrides: { form: PARAMETERS, artifact: 'maybe' },
    ...OPERATION,
  },
  variables: ['StackSetId', 'OperationId'],
  permissions: r => [
    {
      actions: ['cloudformation:CreateStackInstances', 'cloudformation:DescribeStackSetOperation'],
      resources: [stackSet(r)],
      why: STACK_SET_ID,
    },
    ...(r.configuration.CallAs === 'DELEGATED_ADMIN' ? [DELEGATED] : []),
  ],
  source: `${GUIDE}action-reference-StackSets.html`,
};
