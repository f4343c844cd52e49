import { Permission } from '../catalog/provider';

/** A statement in the form that CloudFormation takes. */
export type Statement = Readonly<Record<string, unknown>>;

/** A policy document of plain permissions. */
export function policyDocument(permissions: readonly Permission[]) {
  return documentOf(statementsOf(permissions));
}

export function documentOf(statements: readonly Statement[]) {
  return { Version: '2012-10-17', Statement: statements };
}

export function statementsOf(permissions: readonly Permission[]): Statement[] {
  return permissions.map(permission => ({
    Effect: 'Allow',
    Action: one(permission.actions),
    Resource: one(permission.resources),
    ...(permission.conditions && { Condition: permission.conditions }),
  }));
}

/** Who may take a role on. */
export function trustDocument(principal: Readonly<Record<string, string>>, conditions?: Permission['conditions']) {
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal, ...(conditions && { Condition: conditions }) }],
  };
}

function one(list: readonly string[]) {
  return list.length === 1 ? list[0] : list;
}
