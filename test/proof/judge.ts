/** Asks the judge of an assembly: with the policies of the role, and of the resource, that stand in it. */

import { arnOf, partsOf, sampleOf } from './arn';
import { Assembly, Role } from './assembly';
import { allows, Context } from './evaluator';
import { formsOf, strangerOf } from './iam-actions';
import { Need } from './needed/need';
import { NamedPolicy, PolicyDocument } from './policy-document';
import { Caller } from './subjects';

/** A call by a role of an assembly. */
export interface RoleCall {
  readonly action: string;
  readonly resource: string;
  readonly context?: Context;
}

export class Judge {
  /** @param roles the roles that take part beside the assembly's own: those of a bootstrap */
  constructor(private readonly assembly: Assembly, private readonly roles: ReadonlyMap<string, Role> = new Map()) {}

  /** Whether a role may make a call: by its own policies, and by those of the resource. */
  async may(role: Pick<Role, 'arn' | 'account' | 'policies'>, call: RoleCall): Promise<boolean> {
    const owner = this.ownerOf(call.resource, role.account);
    return allows(
      { ...call, principal: role.arn, owner, context: { ...surroundings(call, role.account, owner), ...call.context } },
      { identity: role.policies, resource: this.policyOf(call) },
    );
  }

  /** Whether the role's own policies alone allow a call, whatever the resource says. */
  async mayByItsPolicies(role: Role, { action, resource, context = {} }: RoleCall): Promise<boolean> {
    return allows({ principal: role.arn, action, resource, owner: role.account, context }, { identity: role.policies });
  }

  /** Whether a service may, which has no policies of its own. */
  async serviceMay(service: string, call: RoleCall, owner: string): Promise<boolean> {
    return allows(
      { principal: service, action: call.action, resource: call.resource, owner, context: { 'aws:SecureTransport': 'true', ...call.context } },
      { identity: [], resource: this.policyOf(call) },
    );
  }

  /** Whether a role lets itself be taken on. */
  async trusts(role: Role, { principal, context }: Caller, identity: readonly NamedPolicy[] = []): Promise<boolean> {
    return allows({ principal, action: 'sts:AssumeRole', resource: role.arn, owner: role.account, context }, { identity, resource: role.trust ?? NOBODY });
  }

  /** The calls that a need comes to, one for each resource that it may meet. */
  async callsOf({ action, resource, context = {} }: Need, { account }: Role, region: string): Promise<RoleCall[]> {
    const sampled = Object.fromEntries(Object.entries(context).map(([key, value]) => [key, typeof value === 'string' ? sampleOf(value) : value]));
    if (resource !== '*') return [{ action, resource: sampleOf(resource), context: sampled }];
    const forms = await formsOf(action);
    return (forms.length ? forms.map(form => strangerOf(form, { region, account })) : ['*']).map(one => ({ action, resource: one, context: sampled }));
  }

  /** The account that a resource belongs to. */
  ownerOf(resource: string, otherwise: string): string {
    // it knows no policies of resources: who works on another account's stack sets does so by the organization's leave
    if (partsOf(resource).service === 'cloudformation') return otherwise;
    return partsOf(resource).account || this.assembly.owners.get(bucketOf(resource)) || otherwise;
  }

  private policyOf({ action, resource }: RoleCall): PolicyDocument | undefined {
    if (action === 'sts:AssumeRole') return (this.assembly.roles.get(resource) ?? this.roles.get(resource))?.trust ?? NOBODY;
    return this.assembly.resourcePolicies.get(bucketOf(resource)) ?? this.assembly.resourcePolicies.get(resource) ?? policyOfImported(resource);
  }
}

/** A key that the assembly does not make has the policy that AWS gives to keys: the policies of its account decide. Where it is in a strange account, nobody here is let in. */
function policyOfImported(resource: string): PolicyDocument | undefined {
  const { service, account } = partsOf(resource);
  return service === 'kms'
    ? { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'kms:*', Resource: '*', Principal: { AWS: `arn:aws:iam::${account}:root` } }] }
    : undefined;
}

/** A trust policy that lets nobody in: that of a role which is not known. */
const NOBODY: PolicyDocument = {
  Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 'sts:AssumeRole', Principal: '*' }],
};

/** An object's bucket; any other resource as it is. */
function bucketOf(resource: string): string {
  const parts = partsOf(resource);
  return parts.service === 's3' && parts.account === '' ? arnOf({ ...parts, resource: parts.resource.split('/')[0] }) : resource;
}

/** What AWS tells of every such request. */
function surroundings({ action }: RoleCall, account: string, owner: string): Context {
  const service = action.split(':')[0];
  return {
    'aws:SecureTransport': 'true',
    'aws:PrincipalAccount': account,
    'aws:ResourceAccount': owner,
    ...(service === 's3' && { 's3:ResourceAccount': owner }),
    ...(service === 'kms' && { 'kms:CallerAccount': account }),
  };
}
