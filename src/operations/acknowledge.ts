import { Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct, IConstruct } from 'constructs';
import { Permission } from '../catalog/provider';
import { WITHOUT_RESOURCE } from '../catalog/without-resource';

/*
 * What cdk-nag's AwsSolutions finds in this library's own resources, and why it is so. Its findings of wildcards name the
 * resource as the template does, so they are told when the template is: users see none of it, and other findings stay open.
 */

const KEY = Validations.ACKNOWLEDGED_RULES_METADATA_KEY;

/**
 * Tells why a rule of cdk-nag does not hold for a construct.
 *
 * It is what `Validations.acknowledge` records, without a stack trace each time and without its grammar for ids, which
 * refuses some of the names that a wildcard may have.
 *
 * @param rule the finding, `AwsSolutions-S1` or `AwsSolutions-IAM5[Resource::…]`
 */
export function acknowledge(where: IConstruct, rule: string, reason: string) {
  const id = `Annotation::${rule}`;
  // an app may be synthesized more than once
  if (where.node.metadata.some(({ type, data }) => type === KEY && id in data)) return;
  where.node.addMetadata(KEY, { [id]: reason });
}

/**
 * Tells why a policy names more than one thing. A wildcard that any of its actions has no reason for is not acknowledged,
 * so what somebody else adds to the policy is still found.
 *
 * @param where the role or policy that holds the statements
 * @param permissions all that it allows, when the template is made
 * @param document the part of them that stands there; all of them when it is left out
 */
export function acknowledgeWildcards(where: IConstruct, permissions: () => readonly Permission[], document?: () => unknown) {
  where.node.addValidation({
    validate: () => {
      const text = document && JSON.stringify(document());
      // no token of this library hides a wildcard
      const stands = (resource: string) => resource.includes('*') && (!text || text.includes(JSON.stringify(resource)));
      for (const [resource, reasons] of wildcards(where, permissions(), stands)) {
        if (reasons.has(undefined)) continue;
        acknowledge(where, `AwsSolutions-IAM5[Resource::${resource}]`, [...reasons].join(' '));
      }
      return [];
    },
  });
}

/**
 * The same for statements that were added to somebody's policy.
 *
 * @param grantee who got them
 * @param added what this library added, and why
 */
export function acknowledgeAdded(grantee: iam.IGrantable, added: readonly Permission[]) {
  const principal = grantee.grantPrincipal;
  const policies = Construct.isConstruct(principal) ? principal.node.children.filter(child => child instanceof iam.Policy) : [];
  const whys = new Map(added.flatMap(({ actions, resources, why }) => pairs(actions, resources).map(pair => [pair.join(), why] as const)));
  for (const policy of policies) {
    acknowledgeWildcards(policy.node.defaultChild!, () => allowed(policy).map(([action, resource]) => ({
      actions: [action], resources: [resource], why: whys.get([action, resource].join()),
    })));
  }
}

/** Each action that a policy allows, with each resource. */
function allowed(policy: iam.Policy) {
  const { Statement = [] } = (policy.document.toJSON() ?? {}) as { Statement?: { Effect: string; Action?: Listed; Resource?: Listed }[] };
  return Statement.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action, Resource }) => pairs(list(Action), list(Resource)));
}

type Listed = string | string[];
const list = (one?: Listed): string[] => one === undefined ? [] : [one].flat();
const pairs = (actions: readonly string[], resources: readonly string[]) =>
  actions.flatMap(action => resources.map(resource => [action, resource] as const));

/** Each resource with a wildcard, as cdk-nag writes it, with the reasons of those who name it. */
function wildcards(where: IConstruct, permissions: readonly Permission[], stands: (resource: string) => boolean) {
  const found = new Map<string, Set<string | undefined>>();
  for (const { actions, resources, why } of permissions) {
    for (const resource of resources.filter(stands)) {
      const name = written(Stack.of(where).resolve(resource));
      const reasons = found.get(name) ?? new Set();
      for (const action of actions) {
        reasons.add(name === '*' && WITHOUT_RESOURCE.has(action) ? 'IAM knows no resource for these actions.' : why);
      }
      found.set(name, reasons);
    }
  }
  return found;
}

/** A value of a template in one line: `<Bucket.Arn>/site/*`. */
function written(value: unknown): string {
  if (typeof value === 'string') return value.replace(/\$\{/g, '<').replace(/\}/g, '>');
  const [[kind, of]] = Object.entries(value as Record<string, unknown>);
  switch (kind) {
    case 'Ref': return `<${written(of)}>`;
    case 'Fn::GetAtt': return `<${(of as unknown[]).map(written).join('.')}>`;
    case 'Fn::Join': return (of as [string, unknown[]])[1].map(written).join((of as [string, unknown[]])[0]);
    case 'Fn::Sub':
    case 'Fn::ImportValue': return written(of);
    default: return JSON.stringify(value);
  }
}
