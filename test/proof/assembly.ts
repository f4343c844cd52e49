/** The roles, policies, buckets and keys of a cloud assembly, its intrinsics resolved. */

import { arnOf } from './arn';
import { managedPolicy } from './managed-policies';
import { documentOf, listOf, NamedPolicy, PolicyDocument } from './policy-document';
import type { Plan, ResourcePlan } from '../../src/plan';
import { readPlan } from '../../src/plan/read';

export interface Role {
  readonly arn: string;
  readonly account: string;
  readonly trust?: PolicyDocument;
  readonly policies: readonly NamedPolicy[];
  /** undefined where the assembly only attaches policies to a role that exists */
  readonly resource?: ResourcePlan;
}

export interface Assembly {
  readonly name: string;
  readonly plan: Plan;
  readonly roles: ReadonlyMap<string, Role>;
  /** the policies of resources, by the ARN of the resource: buckets, keys, topics */
  readonly resourcePolicies: ReadonlyMap<string, PolicyDocument>;
  /** accounts of resources whose ARN names none */
  readonly owners: ReadonlyMap<string, string>;
  /** the ARN of a key by its ARN or by that of its alias */
  keyOf(arn: string): string;
}

/** @throws PlanError when the folder holds no assembly */
export function readAssembly(folder: string, name: string): Assembly {
  const plan = readPlan(folder, name);
  const { all } = plan.resources;
  const aliases = new Map<string, string>();
  for (const alias of plan.resources.ofType('AWS::KMS::Alias')) {
    const { AliasName, TargetKeyId } = alias.properties as { AliasName: string; TargetKeyId: string };
    aliases.set(arnOf({ partition: 'aws', service: 'kms', region: alias.region, account: alias.account, resource: AliasName }), TargetKeyId);
  }
  return {
    name,
    plan,
    roles: rolesOf(plan),
    resourcePolicies: new Map(all.flatMap(resource => resourcePolicy(resource, plan))),
    owners: new Map(plan.resources.ofType('AWS::S3::Bucket').map(bucket => [bucket.arn, bucket.account])),
    keyOf: arn => aliases.get(arn) ?? arn,
  };
}

function rolesOf(plan: Plan): Map<string, Role> {
  const policies = new Map<string, NamedPolicy[]>();
  const attach = (arn: string, ...more: NamedPolicy[]) => policies.set(arn, [...policies.get(arn) ?? [], ...more]);
  const known = plan.resources.ofType('AWS::IAM::Role');
  const arnOfRole = (name: string, beside: ResourcePlan) =>
    known.find(role => role.name === name && role.account === beside.account)?.arn ?? `arn:aws:iam::${beside.account}:role/${name}`;

  for (const role of known) attach(role.arn, ...listOf(role.properties.Policies as Inline[] | undefined).map(named));
  for (const policy of plan.resources.ofType('AWS::IAM::RolePolicy')) {
    attach(arnOfRole(String(policy.properties.RoleName), policy), named(policy.properties as unknown as Inline));
  }
  for (const policy of [...plan.resources.ofType('AWS::IAM::Policy'), ...plan.resources.ofType('AWS::IAM::ManagedPolicy')]) {
    const { Roles, PolicyName, PolicyDocument: document } = policy.properties as unknown as Inline & { Roles?: string[] };
    for (const role of Roles ?? []) attach(arnOfRole(role, policy), named({ PolicyName: PolicyName ?? policy.name, PolicyDocument: document }));
  }
  for (const role of known) {
    for (const arn of listOf(role.properties.ManagedPolicyArns as string[] | undefined)) {
      const policy = plan.resources.find('AWS::IAM::ManagedPolicy', arn);
      attach(role.arn, ...(policy ? [named({ PolicyName: policy.name, PolicyDocument: policy.properties.PolicyDocument })] : managedPolicy(arn)));
    }
  }
  return new Map([...policies].map(([arn, own]): [string, Role] => {
    const resource = known.find(role => role.arn === arn);
    return [arn, {
      arn,
      account: arn.split(':')[4],
      trust: resource && documentOf(resource.properties.AssumeRolePolicyDocument),
      policies: own,
      resource,
    }];
  }));
}

interface Inline {
  readonly PolicyName: string;
  readonly PolicyDocument: unknown;
}

const named = ({ PolicyName, PolicyDocument: document }: Inline): NamedPolicy => ({ name: PolicyName, document: documentOf(document) });

function resourcePolicy(resource: ResourcePlan, plan: Plan): [string, PolicyDocument][] {
  const { properties } = resource;
  switch (resource.type) {
    case 'AWS::KMS::Key': return [[resource.arn, documentOf(properties.KeyPolicy)]];
    case 'AWS::S3::BucketPolicy': {
      const bucket = plan.resources.find('AWS::S3::Bucket', String(properties.Bucket), resource.stackName);
      return [[bucket?.arn ?? `arn:aws:s3:::${String(properties.Bucket)}`, documentOf(properties.PolicyDocument)]];
    }
    case 'AWS::SNS::TopicPolicy':
      return listOf(properties.Topics as string[]).map(topic => [topic, documentOf(properties.PolicyDocument)]);
    default: return [];
  }
}
