/** The policies that stand beside roles and are attached to them. */

import { isUnresolved, type Plan, type ResourcePlan } from '../../plan';

/** Resources that give roles permissions. */
const ATTACHED: readonly string[] = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy'];

export interface Policies {
  /** by the name of the role, as the policy writes it */
  readonly byRole: ReadonlyMap<string, readonly ResourcePlan[]>;
  /** whether there is one of which nobody knows which role it is for */
  readonly stray: boolean;
}

const found = new WeakMap<Plan, Policies>();

export function policiesIn(plan: Plan): Policies {
  const known = found.get(plan);
  if (known) return known;
  const byRole = new Map<string, ResourcePlan[]>();
  let stray = false;
  for (const policy of ATTACHED.flatMap(type => plan.resources.ofType(type))) {
    const list = policy.declared.at('Roles');
    const names = policy.type === 'AWS::IAM::RolePolicy' ? [policy.declared.at('RoleName')] : list.items;
    if (list.given && !list.isList) stray = true;
    for (const { written } of names) {
      if (written === undefined || (isUnresolved(written) && !plan.resources.find('AWS::IAM::Role', written))) stray = true;
      const others = byRole.get(`${written}`);
      if (others) others.push(policy); else byRole.set(`${written}`, [policy]);
    }
  }
  const policies = { byRole, stray };
  found.set(plan, policies);
  return policies;
}

/** The policies that are attached to a role by resources of the document. Without a name of its own, it is only known in its template. */
export function policiesOf(role: ResourcePlan, plan: Plan): readonly ResourcePlan[] {
  const isNamed = !isUnresolved(role.name) && role.name !== role.logicalId;
  return (policiesIn(plan).byRole.get(role.name) ?? []).filter(({ file }) => isNamed || file === role.file);
}

/** The policies that are attached to a role by resources of its own template. */
export function attachedTo(role: ResourcePlan, plan: Plan): readonly ResourcePlan[] {
  return (policiesIn(plan).byRole.get(role.name) ?? []).filter(({ file }) => file === role.file);
}

/** The policy of the document that an ARN in a role's list means. */
export function managedPolicy(arn: string, { stackName }: ResourcePlan, { resources }: Plan): ResourcePlan | undefined {
  const policy = resources.find('AWS::IAM::ManagedPolicy', arn, stackName);
  return policy?.arn === arn ? policy : undefined;
}

/** Whether resources of the document may be attached to a role of which one cannot tell. */
export function mayHaveMore(role: ResourcePlan, plan: Plan): boolean {
  const { byRole, stray } = policiesIn(plan);
  return (stray && role.declared.at('RoleName').given) || (byRole.get(role.name) ?? []).some(({ file }) => file !== role.file);
}

/** Whether a role has policies in this deployment that it may not have in another. */
export function mayHaveLess(role: ResourcePlan, plan: Plan): boolean {
  const ids = new Set(attachedTo(role, plan).map(({ logicalId }) => logicalId));
  return mayBeOther(role, plan) || (ids.size > 0 && plan.varies(role.file, (_, logicalId) => ids.has(logicalId), true));
}

/** Policies of resources, which may allow what no policy of a role does. */
const OF_RESOURCES: ReadonlySet<string> = new Set(['AWS::S3::BucketPolicy', 'AWS::Lambda::Permission']);

/** What may change roles that it is told of. */
const OPAQUE = /^(Custom::|AWS::CloudFormation::(CustomResource|Stack)$)/;

/** What may be otherwise than it looks, of one template. */
interface Doubts {
  readonly policies: boolean;
  /** what opaque resources are told, as JSON */
  readonly told: readonly string[];
}

const doubts = new WeakMap<Plan, Map<string, Doubts>>();

function doubtsIn(file: string, plan: Plan): Doubts {
  const byFile = doubts.get(plan) ?? new Map<string, Doubts>();
  doubts.set(plan, byFile);
  const known = byFile.get(file) ?? {
    policies: plan.varies(file, type => ATTACHED.includes(type) || OF_RESOURCES.has(type)),
    told: plan.resources.all.filter(({ type }) => OPAQUE.test(type)).map(({ properties }) => JSON.stringify(properties)),
  };
  byFile.set(file, known);
  return known;
}

/** Whether policies of the template may be others in another deployment, or something is told of the role that may change it unseen. */
export function isOpen(role: ResourcePlan, plan: Plan): boolean {
  const { policies, told } = doubtsIn(role.file, plan);
  return policies || told.some(text => text.includes(role.name) || text.includes(role.logicalId)) || mayBeOther(role, plan);
}

const others = new WeakMap<ResourcePlan, boolean>();

/** Whether the role itself may be another in another deployment. */
export function mayBeOther(role: ResourcePlan, plan: Plan): boolean {
  const known = others.get(role) ?? plan.varies(role.file, (_, logicalId) => logicalId === role.logicalId);
  others.set(role, known);
  return known;
}
