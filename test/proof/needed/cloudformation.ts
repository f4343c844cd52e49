/**
 * Reference §2: what deployments through CloudFormation call. Which of the guide's calls each mode makes follows from what
 * the mode does: to a stack, to a change set, or to both.
 */

import { at, calls, Declared, NeedsOf, passRole, Place } from './need';

const WATCHES = 'DescribeStacks DescribeStackEvents';
const MODES: Readonly<Record<string, string>> = {
  CREATE_UPDATE: `${WATCHES} DescribeStackResources GetTemplate CreateStack UpdateStack`,
  REPLACE_ON_FAILURE: `${WATCHES} DescribeStackResources GetTemplate CreateStack UpdateStack DeleteStack`,
  DELETE_ONLY: `${WATCHES} DescribeStackResources DeleteStack`,
  CHANGE_SET_REPLACE: `${WATCHES} GetTemplate DescribeChangeSet CreateChangeSet DeleteChangeSet`,
  CHANGE_SET_EXECUTE: `${WATCHES} DescribeChangeSet ExecuteChangeSet`,
};

/** A delegated administrator's stack sets are the management account's. */
function stackSet({ configuration: c }: Declared, place: Place): string {
  const account = c.CallAs === 'DELEGATED_ADMIN' ? '*' : place.account;
  return at({ ...place, account }, 'cloudformation', `stackset/${c.StackSetName}:*`);
}

const delegated = ({ configuration: c }: Declared) => c.CallAs === 'DELEGATED_ADMIN' ? calls('organizations', 'ListDelegatedAdministrators', '*') : [];

export const CLOUDFORMATION: Readonly<Record<string, NeedsOf>> = {
  'Deploy/AWS/CloudFormation': ({ configuration: c }, place) => [
    ...calls('cloudformation', MODES[`${c.ActionMode}`], at(place, 'cloudformation', `stack/${c.StackName}/*`))
      // a variable in the name is known only when an execution starts
      .map(need => c.ChangeSetName && !c.ChangeSetName.includes('#{') && need.action.endsWith('ChangeSet') ? { ...need, context: { 'cloudformation:ChangeSetName': c.ChangeSetName } } : need),
    ...(c.TemplatePath ? calls('cloudformation', 'ValidateTemplate', '*') : []),
    ...passRole('cloudformation', [c.RoleArn]),
  ],
  'Deploy/AWS/CloudFormationStackSet': (declared, place) => [
    ...calls(
      'cloudformation', 'CreateStackSet UpdateStackSet DescribeStackSet CreateStackInstances DescribeStackSetOperation ListStackInstances',
      stackSet(declared, place),
    ),
    // where no role is named, CloudFormation takes the one of this name: guide of StackSets, "Grant self-managed permissions"
    ...(declared.configuration.PermissionModel === 'SERVICE_MANAGED' ? [] : passRole('cloudformation', [
      declared.configuration.AdministrationRoleArn ?? `arn:${place.partition}:iam::${place.account}:role/AWSCloudFormationStackSetAdministrationRole`,
    ])),
    ...delegated(declared),
  ],
  'Deploy/AWS/CloudFormationStackInstances': (declared, place) => [
    ...calls('cloudformation', 'CreateStackInstances DescribeStackSetOperation', stackSet(declared, place)),
    ...delegated(declared),
  ],
};
