import { Permission, PermissionRequest } from './provider';

/** An ARN in the account and region that the action works in. */
export function arn(r: PermissionRequest, service: string, resource: string): string {
  return `arn:${r.partition}:${service}:${r.region}:${r.account}:${resource}`;
}

/** Handing a role on: to these services only; nothing where there is no role. */
export function passRole(service: string | readonly string[], roles: readonly string[] | undefined): Permission[] {
  return roles?.length
    ? [{ actions: ['iam:PassRole'], resources: roles, conditions: { StringEquals: { 'iam:PassedToService': service } } }]
    : [];
}

/** Actions that run in the service's own compute write to the pipeline's own log group. */
export function pipelineLogs(r: PermissionRequest): Permission {
  const group = arn(r, 'logs', `log-group:/aws/codepipeline/${r.pipelineName}`);
  return { actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], resources: [group, `${group}:*`] };
}
