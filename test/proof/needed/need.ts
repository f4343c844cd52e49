/** A call that something in a pipeline must be able to make. */

import type { ResourceIndex } from '../../../src/plan';
import type { Context } from '../evaluator';

export interface Need {
  readonly action: string;
  /** an ARN; `*` in it stands for what only the run decides. `*` alone: reference §2 has no narrower resource */
  readonly resource: string;
  readonly context?: Context;
}

/** Where a call is made from. */
export interface Place {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly pipelineName: string;
  readonly resources: ResourceIndex;
  /** what the example's program says of the action and its declaration does not */
  readonly said: Said;
}

export interface Said {
  readonly taskRoles?: readonly string[];
  readonly targetGroups?: readonly string[];
  readonly deploymentConfig?: string;
  /** the key of the topic that an approval tells, where it has one */
  readonly topicKey?: string;
  /** the customer's keys of what the action or its build reads and writes, where these have one */
  readonly keys?: Readonly<Partial<Record<'source' | 'target' | 'secrets' | 'parameters', string>>>;
  /** what else the example's program allows a build */
  readonly allows?: readonly Need[];
}

/** An action or a rule as its pipeline declares it. */
export interface Declared {
  readonly configuration: Readonly<Record<string, string | undefined>>;
  readonly environmentVariables?: readonly { readonly name: string; readonly value: string; readonly type: string }[];
}

export type NeedsOf = (declared: Declared, place: Place) => Need[];

/** The same calls on the same resources. */
export function calls(service: string, names: string, on: string | readonly string[], context?: Context): Need[] {
  const resources = typeof on === 'string' ? [on] : on;
  return names.trim().split(/\s+/).flatMap(name => resources.map(resource => ({ action: `${service}:${name}`, resource, context })));
}

/** An ARN in the place of the call. */
export function at(place: Place, service: string, resource: string): string {
  return `arn:${place.partition}:${service}:${place.region}:${place.account}:${resource}`;
}

/** A customer's key is used through the service that keeps what it encrypts: the guide of AWS KMS, "kms:ViaService". Nothing where there is none. */
export function useKey(names: string, key: string | undefined, service: string, { region }: Place): Need[] {
  return key ? calls('kms', names, key, { 'kms:ViaService': `${service}.${region}.amazonaws.com` }) : [];
}

export function passRole(service: string | readonly string[], roles: readonly (string | undefined)[]): Need[] {
  const services = typeof service === 'string' ? [service] : service;
  return services.flatMap(one => roles.flatMap(role => role
    ? [{ action: 'iam:PassRole', resource: role, context: { 'iam:PassedToService': `${one}.amazonaws.com` } }]
    : []));
}

/** Reference §2, L: what an action in the service's own compute writes. */
export function logs(place: Place): Need[] {
  const group = at(place, 'logs', `log-group:/aws/codepipeline/${place.pipelineName}`);
  return [...calls('logs', 'CreateLogGroup', group), ...calls('logs', 'CreateLogStream PutLogEvents', `${group}:log-stream:*`)];
}

/** Reference §2, EKS: what an action in a network of one's own does there. */
export const network = (): Need[] => calls('ec2', [
  'CreateNetworkInterface CreateNetworkInterfacePermission DeleteNetworkInterface',
  'DescribeDhcpOptions DescribeNetworkInterfaces DescribeSubnets DescribeSecurityGroups DescribeVpcs DescribeRouteTables',
].join(' '), '*');
