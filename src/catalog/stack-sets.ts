import { arn, passRole } from './grants';
import { Provider } from './provider';

const GUIDE = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/';
const COMMON = { category: 'Deploy', owner: 'AWS', version: '1', outputs: { min: 0, max: 0 } } as const;
const OPERATION = {
  FailureTolerancePercentage: {},
  MaxConcurrentPercentage: {},
  RegionConcurrencyType: { values: ['SEQUENTIAL', 'PARALLEL'] },
  ConcurrencyMode: { values: ['STRICT_FAILURE_TOLERANCE', 'SOFT_FAILURE_TOLERANCE'] },
  CallAs: { values: ['SELF', 'DELEGATED_ADMIN'] },
};
const DELEGATED = { actions: ['organizations:ListDelegatedAdministrators'], resources: ['*'] };

export const STACK_SET: Provider = {
  ...COMMON,
  provider: 'CloudFormationStackSet',
  inputs: { min: 1, max: 3 },
  configuration: {
    StackSetName: { required: true },
    TemplatePath: { required: true },
    Description: {},
    Parameters: {},
    Capabilities: {},
    PermissionModel: { values: ['SELF_MANAGED', 'SERVICE_MANAGED'] },
    AdministrationRoleArn: {},
    ExecutionRoleName: {},
    OrganizationsAutoDeployment: { values: ['Enabled', 'Disabled', 'EnabledWithStackRetention'] },
    DeploymentTargets: {},
    Regions: {},
    ...OPERATION,
  },
  variables: ['StackSetId', 'OperationId'],
  permissions: r => [
    {
      actions: ['CreateStackSet', 'UpdateStackSet', 'DescribeStackSet', 'CreateStackInstances', 'DescribeStackSetOperation', 'ListStackInstances']
        .map(name => `cloudformation:${name}`),
      resources: [arn(r, 'cloudformation', `stackset/${r.configuration.StackSetName}:*`)],
    },
    // INFERRED: CloudFormation takes the role that is named on at the caller's hand
    ...passRole('cloudformation.amazonaws.com', r.configuration.AdministrationRoleArn ? [r.configuration.AdministrationRoleArn] : undefined),
    ...(r.configuration.CallAs === 'DELEGATED_ADMIN' ? [DELEGATED] : []),
  ],
  source: `${GUIDE}action-reference-StackSets.html`,
};

export const STACK_INSTANCES: Provider = {
  ...COMMON,
  provider: 'CloudFormationStackInstances',
  inputs: { min: 0, max: 2 },
  configuration: { StackSetName: { required: true }, DeploymentTargets: {}, Regions: {}, ParameterOverrides: {}, ...OPERATION },
  variables: ['StackSetId', 'OperationId'],
  permissions: r => [
    {
      actions: ['cloudformation:CreateStackInstances', 'cloudformation:DescribeStackSetOperation'],
      resources: [arn(r, 'cloudformation', `stackset/${r.configuration.StackSetName}:*`)],
    },
    ...(r.configuration.CallAs === 'DELEGATED_ADMIN' ? [DELEGATED] : []),
  ],
  source: `${GUIDE}action-reference-StackSets.html`,
};
