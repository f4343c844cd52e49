import { Permission, PermissionRequest } from './provider';

/** why a role names all task definitions */
export const TASK_DEFINITIONS = 'The file in the artifact names the family of the task definition, and its revision is new.';
/** why a role names all deployment configurations */
export const ANY_CONFIGURATION = 'Only the deployment group knows which configuration it uses; it is read, and never changed.';
/** why a role names all streams of a log group */
export const LOG_STREAMS = 'The service names the streams of this pipeline\'s own log group when it runs.';

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
  return { actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], resources: [group, `${group}:*`], why: LOG_STREAMS };
}

/** Using a customer's key for objects in a bucket: INFERRED that S3 alone does, on behalf of the action. */
export function throughS3(r: PermissionRequest, actions: readonly string[], keys: readonly string[] | undefined): Permission[] {
  return keys?.length ? [{ actions, resources: keys, conditions: { StringEquals: { 'kms:ViaService': `s3.${r.region}.amazonaws.com` } } }] : [];
}

/** Reading secrets, by their ARNs, and decrypting those that a customer's key encrypts: through Secrets Manager, in no other way. */
export function readSecrets(region: string, arns: PermissionRequest['arns'], why?: string): Permission[] {
  return readKept('secretsmanager:GetSecretValue', region, arns.secrets, arns.secretKeys, why);
}

/** The same for parameters, which only builds in CodeBuild read. */
export function readParameters(region: string, arns: PermissionRequest['arns'], why?: string): Permission[] {
  return readKept('ssm:GetParameters', region, arns.parameters, arns.parameterKeys, why);
}

function readKept(action: string, region: string, resources: readonly string[] = [], keys: readonly string[] = [], why?: string): Permission[] {
  const conditions = { StringEquals: { 'kms:ViaService': `${action.split(':')[0]}.${region}.amazonaws.com` } };
  return [
    ...(resources.length ? [{ actions: [action], resources, ...(why && { why }) }] : []),
    ...(keys.length ? [{ actions: ['kms:Decrypt'], resources: keys, conditions }] : []),
  ];
}
