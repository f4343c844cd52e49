import { type Declared, isUnresolved, type PipelinePlan, replaceUnresolved } from '../plan';

/** The account that a role's ARN says; undefined where it is unknown. */
export function accountOf({ written }: Declared): string | undefined {
  return /^arn:[^:]*:iam::(\d{12}):role\//.exec(replaceUnresolved(written ?? '', '?'))?.[1];
}

/** The account that a pipeline is in, which is that of its role; undefined where it is unknown. */
export function ownAccountOf({ declared, account }: PipelinePlan): string | undefined {
  return accountOf(declared.at('RoleArn')) ?? (isUnresolved(account) ? undefined : account);
}
