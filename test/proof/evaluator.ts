/** The judge: whether IAM would allow a call. The only file that knows who judges. */

import { createValidatedPolicy, validateIdentityPolicy, validateResourcePolicy, validateTrustPolicy } from '@cloud-copilot/iam-policy';
import { runSimulation, runUnsafeSimulation, Simulation } from '@cloud-copilot/iam-simulate';
import { formsOf, hasForm } from './iam-actions';
import { NamedPolicy, PolicyDocument } from './policy-document';

export type Context = Readonly<Record<string, string | readonly string[]>>;

/** A call to AWS: a role's, or a service's. */
export interface Call {
  /** the ARN of a role, or the name of a service */
  readonly principal: string;
  readonly action: string;
  /** an ARN, or `*` for actions that take no resource */
  readonly resource: string;
  /** the account that the resource belongs to */
  readonly owner: string;
  readonly context: Context;
}

/** The policies that bear on a call. */
export interface Bearing {
  readonly identity: readonly NamedPolicy[];
  /** the policy of the resource: of a bucket, a key, a topic; or who may take a role on */
  readonly resource?: PolicyDocument;
}

const validated = new WeakMap<object, unknown>();

function valid(document: PolicyDocument, kind: 'identity' | 'resource' | 'trust', name: string): unknown {
  const known = validated.get(document);
  if (known) return known;
  const rules = { identity: validateIdentityPolicy, resource: validateResourcePolicy, trust: validateTrustPolicy };
  const policy = createValidatedPolicy(document, rules[kind], { name });
  if (policy.errors.length) throw new Error(`The ${kind} policy "${name}" is not valid: ${JSON.stringify(policy.errors)}`);
  validated.set(document, policy);
  return policy;
}

/** @throws when AWS has no such action, when the action does not take that resource, or when a policy is not valid */
export async function allows({ principal, action, resource, owner, context }: Call, bearing: Bearing): Promise<boolean> {
  const simulation: Simulation = {
    request: {
      principal,
      action,
      resource: { resource, accountId: owner },
      contextVariables: { ...(principal.startsWith('arn:') && { 'aws:PrincipalArn': principal }), ...context } as Record<string, string | string[]>,
    },
    identityPolicies: bearing.identity.map(({ name, document }) => ({ name, policy: valid(document, 'identity', name) })),
    resourcePolicy: bearing.resource && valid(bearing.resource, action === 'sts:AssumeRole' ? 'trust' : 'resource', 'of the resource'),
    serviceControlPolicies: [],
    resourceControlPolicies: [],
  };
  const forms = await formsOf(action);
  if (!forms.length) {
    if (resource !== '*') throw new Error(`${action} takes no resource, and was asked of ${resource}.`);
    const answer = await runSimulation(simulation, {});
    if (answer.resultType === 'error') throw new Error(`${action}: ${JSON.stringify(answer.errors)}`);
    return answer.overallResult === 'Allowed';
  }
  if (!forms.some(form => hasForm(form, resource))) throw new Error(`${action} does not take ${resource}: it takes ${forms.join(', ')}.`);
  // the other entrance drops the keys of encryption contexts; what it checks beside them is checked above
  return runUnsafeSimulation(simulation, {}) === 'Allowed';
}
