import { Aws, CfnResource, Lazy, Names, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { GrownPolicy } from './grown-policy';
import { Statement, statementsOf, trustDocument } from './policy';
import { INLINE_SIZE, MANAGED_COUNT, MANAGED_SIZE } from './policy-size';
import { refuseOutgrown } from './spread';
import { Permission } from '../catalog/provider';
import { acknowledgeWildcards } from '../operations/acknowledge';

/** The path of every role of a pipeline: what the pipeline may take on is said by it, in constant size. */
export const rolePath = (pipelineName: string) => `/conveyor/${pipelineName}/`;

/**
 * The pipeline's own role: it takes on the roles of its actions, and touches nothing else.
 *
 * It stands beside the pipeline until an action works in another account. The roles there trust this one by name, so
 * it must be there before them, and they before the pipeline: it then moves to a stack of its own.
 */
export class PipelineRole {
  /** the role as the pipeline sees it: no grant changes it */
  readonly role: iam.IRole;
  /** what runs with the role */
  pipeline?: CfnResource;
  private resource: iam.CfnRole;
  private fixedName?: string;
  /** all that it may do, and the policies that hold it: the role's own, the one beside the pipeline, and what has no room in them */
  private readonly allowed: Permission[] = [];
  private readonly assuming = new GrownPolicy();
  private readonly artifacts = new GrownPolicy();
  private readonly further: GrownPolicy[] = [];

  constructor(private readonly scope: Construct, private readonly pipelineName: string) {
    this.resource = this.create(scope);
    const pathAndName = Lazy.string({ produce: () => `${rolePath(pipelineName).slice(1)}${this.name}` });
    const arn = `arn:${Aws.PARTITION}:iam::${Stack.of(scope).account}:role/${pathAndName}`;
    this.role = iam.Role.fromRoleArn(scope, 'RoleReference', arn, { mutable: false });
  }

  /** The pipeline works with its own roles in this account. */
  assumesRolesIn(account: string) {
    this.put(this.assuming, {
      actions: ['sts:AssumeRole'],
      resources: [`arn:${Aws.PARTITION}:iam::${account}:role${rolePath(this.pipelineName)}*`],
      why: 'The path holds the roles of pipelines of this name alone, each of which says whom it trusts; so the policy stays small however many they are.',
    });
  }

  /** The pipeline works with this role, which exists. */
  assumes(roleArn: string) {
    this.put(this.assuming, { actions: ['sts:AssumeRole'], resources: [roleArn] });
  }

  /** For what the pipeline itself must do; a policy beside the pipeline, for it names what stands there. */
  allow(...permissions: readonly Permission[]) {
    for (const permission of permissions) this.put(this.artifacts, permission);
    if (this.artifacts.isEmpty || this.scope.node.tryFindChild('RolePolicy')) return;
    this.precede(new iam.CfnRolePolicy(this.scope, 'RolePolicy', {
      roleName: Lazy.string({ produce: () => this.name }),
      policyName: 'Artifacts',
      policyDocument: Lazy.any({ produce: () => this.artifacts.document }),
    }), this.artifacts);
  }

  moveTo(stack: Stack) {
    if (this.fixedName) return;
    this.fixedName = Names.uniqueResourceName(this.scope, { maxLength: 64, separator: '-' });
    this.scope.node.tryRemoveChild(this.resource.node.id);
    this.resource = this.create(stack, `${Names.uniqueId(this.scope)}Role`, this.fixedName);
  }

  private get name(): string {
    return this.fixedName ?? this.resource.ref;
  }

  /** Into the policy where it belongs, or into a managed one: both inline policies of the role have one size together. */
  private put(policy: GrownPolicy, permission: Permission) {
    this.allowed.push(permission);
    const statements = statementsOf([permission]);
    const other = policy === this.assuming ? this.artifacts : this.assuming;
    const room = policy.takes(statements, INLINE_SIZE - other.size) ? policy : this.further.find(one => one.takes(statements, MANAGED_SIZE));
    (room ?? this.another(statements)).add(statements);
  }

  private another(statements: readonly Statement[]): GrownPolicy {
    const policy = new GrownPolicy();
    if (this.further.length === MANAGED_COUNT || !policy.takes(statements, MANAGED_SIZE)) refuseOutgrown(this.scope, 'The role of the pipeline is to be allowed');
    this.precede(new iam.CfnManagedPolicy(this.scope, `RolePolicy${this.further.push(policy)}`, {
      path: rolePath(this.pipelineName),
      description: `Pipeline ${this.pipelineName}`,
      roles: [Lazy.string({ produce: () => this.name })],
      policyDocument: Lazy.any({ produce: () => policy.document }),
    }), policy);
    return policy;
  }

  /** An execution starts as soon as the pipeline is there. */
  private precede(policy: CfnResource, content: GrownPolicy) {
    acknowledgeWildcards(policy, () => this.allowed, () => content.document);
    this.pipeline?.addResourceDependency(policy);
  }

  private create(scope: Construct, id = 'Role', roleName?: string) {
    const role = new iam.CfnRole(scope, id, {
      roleName,
      path: rolePath(this.pipelineName),
      description: `Pipeline ${this.pipelineName}`,
      assumeRolePolicyDocument: trustDocument({ Service: 'codepipeline.amazonaws.com' }, { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } }),
      policies: Lazy.any({
        produce: () => this.assuming.isEmpty ? undefined : [{ policyName: 'Pipeline', policyDocument: this.assuming.document }],
      }),
    });
    acknowledgeWildcards(role, () => this.allowed, () => this.assuming.document);
    return role;
  }
}
