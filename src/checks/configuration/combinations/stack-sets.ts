import type { Problem } from '../../check';
import type { Configured } from '../configured';
import { needed } from './combination';

export function* stackSet(action: Configured): Generator<Problem> {
  if (action.has('DeploymentTargets')) yield* needed(action, ['Regions'], 'with DeploymentTargets');
  if (action.has('Regions')) yield* needed(action, ['DeploymentTargets'], 'with Regions');
  yield* wrongModel(action);
}

export function* stackInstances(action: Configured): Generator<Problem> {
  yield* needed(action, ['DeploymentTargets', 'Regions'], 'to know where the stacks stand');
}

function* wrongModel(action: Configured): Generator<Problem> {
  const { configuration } = action;
  const model = action.lacks('PermissionModel') ? 'SELF_MANAGED' : action.fixed('PermissionModel');
  const targets = configuration.at('DeploymentTargets');
  const [first = ''] = (action.fixed('DeploymentTargets') ?? '').split(',');
  if (model === 'SERVICE_MANAGED') {
    for (const key of ['AdministrationRoleArn', 'ExecutionRoleName']) {
      if (action.has(key)) yield { at: configuration.at(key), wrong: `A service-managed stack set has no ${key}.`, mend: 'Leave it out: CloudFormation makes the roles.' };
    }
    if (/^\d{12}$/.test(first)) yield { at: targets, wrong: 'A service-managed stack set has accounts as its targets.', mend: 'Name organizational units.' };
  }
  if (model === 'SELF_MANAGED') {
    if (/^(ou|r)-[0-9a-z-]+$/.test(first)) yield { at: targets, wrong: 'A self-managed stack set has organizational units as its targets.', mend: 'Name accounts, or make the PermissionModel SERVICE_MANAGED.' };
    if (action.fixed('OrganizationsAutoDeployment')?.startsWith('Enabled')) {
      yield {
        at: configuration.at('OrganizationsAutoDeployment'),
        wrong: 'A self-managed stack set does not deploy to new accounts on its own.',
        mend: 'Leave OrganizationsAutoDeployment out, or make the PermissionModel SERVICE_MANAGED.',
      };
    }
    if (action.fixed('CallAs') === 'DELEGATED_ADMIN') {
      yield { at: configuration.at('CallAs'), wrong: 'A self-managed stack set has no delegated administrator.', mend: 'Leave CallAs out, or make the PermissionModel SERVICE_MANAGED.' };
    }
  }
}
