import { Aws, Lazy, Names, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { ArtifactBucket } from './artifact-bucket';
import { ArtifactStore } from './artifact-store';
import { Declaration } from './declaration';
import { GrownPolicy } from './grown-policy';
import { managedPolicies } from './managed-policies';
import { PipelineHost } from './pipeline-host';
import { PipelineRole, rolePath } from './pipeline-role';
import { statementsOf, trustDocument } from './policy';
import { INLINE_SIZE } from './policy-size';
import { spread } from './spread';
import { supportStack } from './support-stack';
import { artifactAccess } from '../catalog/artifact-access';
import { Permission } from '../catalog/provider';
import { acknowledgeWildcards } from '../operations/acknowledge';

/** What an action or a rule must be able to do. */
export interface RoleNeed {
  readonly account: string;
  readonly region: string;
  readonly permissions: readonly Permission[];
  /** whether it reads artifacts, and writes them */
  readonly reads: boolean;
  readonly writes: boolean;
  /** a role that exists, to be used as it is */
  readonly given?: string;
  /** who it shares a role with, if they differ only in what they name */
  readonly pool?: string;
  /** actions of others than AWS have none: the pipeline itself brings and fetches their artifacts */
  readonly roleless?: boolean;
}

/** A role, what it has come to allow, and its policy where that grows. */
interface Made {
  readonly arn: string;
  readonly allowed: Permission[];
  readonly pool?: GrownPolicy;
}

/**
 * The roles that a pipeline's actions run with. Actions of an account that need exactly the same share one; builds of
 * a stage do when they need the same of different projects. (The pipeline may take on every role of its own anyway.)
 * What IAM's sizes leave no room for goes on: a pool in a further role, one action's permissions in managed policies.
 */
export class ActionRoles {
  private readonly roles = new Map<string, Made>();

  constructor(
    private readonly scope: Construct,
    private readonly role: PipelineRole,
    private readonly host: PipelineHost,
    private readonly store: ArtifactStore,
    private readonly declaration: Declaration,
  ) {}

  /**
   * The ARN of the role of an action; none where it needs none.
   *
   * @param action the action's scope
   */
  roleFor(action: Construct, need: RoleNeed): string | undefined {
    const { account, region, reads, writes } = need;
    const away = account !== this.host.account;
    const bucket = this.store._in(region, action);
    const artifacts = artifactAccess(bucket.locationFrom(away || region !== this.host.region, region, this.host), reads, writes);
    if (region !== this.host.region) this.replicateTo(region, action);
    if (need.given) {
      this.role.assumes(need.given);
      if (artifacts.length) bucket.admit(need.given, this.host.pipelineName, { reads, writes, away });
      return need.given;
    }
    if (need.roleless) {
      this.role.allow(...artifacts);
      return undefined;
    }
    const permissions = [...need.permissions, ...artifacts];
    if (!permissions.length) return undefined;
    this.role.assumesRolesIn(account);
    if (!away) return this.made(action, action, need, permissions);

    this.before(account, bucket);
    const roleArn = this.made(action, supportStack(this.scope, account), need, permissions);
    if (artifacts.length) bucket.admit(roleArn, this.host.pipelineName, { reads, writes, away });
    return roleArn;
  }

  /** A role that an action which this library did not write grants itself what it needs in. */
  openRole(action: Construct, { account, region, reads, writes }: Omit<RoleNeed, 'permissions'>): iam.IRole {
    const away = account !== this.host.account;
    const bucket = this.store._in(region, action);
    if (region !== this.host.region) this.replicateTo(region, action);
    this.role.assumesRolesIn(account);
    const role = new iam.Role(away ? supportStack(this.scope, account) : action, away ? `${Names.uniqueId(action)}Role` : 'Role', {
      roleName: away ? Names.uniqueResourceName(action, { maxLength: 64, separator: '-' }) : undefined,
      path: rolePath(this.host.pipelineName),
      description: `Action ${action.node.path}`,
      assumedBy: new iam.ArnPrincipal(this.role.role.roleArn),
    });
    if (away) {
      this.before(account, bucket);
      if (reads || writes) bucket.admit(role.roleArn, this.host.pipelineName, { reads, writes, away });
    }
    return role;
  }

  /** A role with these permissions, or one that has been made already. */
  private made(action: Construct, home: Construct, { account, pool: shared }: RoleNeed, permissions: readonly Permission[]): string {
    const same = JSON.stringify([account, shared, shared ? permissions.map(({ actions, conditions }) => [actions, conditions]) : permissions]);
    const statements = statementsOf(permissions);
    const existing = this.roles.get(same);
    if (existing && (!shared || existing.pool?.takes(statements, INLINE_SIZE))) {
      existing.pool?.add(statements);
      if (shared) existing.allowed.push(...permissions);
      return existing.arn;
    }
    const path = rolePath(this.host.pipelineName);
    const away = home !== action;
    const id = away ? `${Names.uniqueId(action)}Role` : 'Role';
    const { own, managed } = spread(action, statements);
    const pool = shared && !managed.length ? new GrownPolicy(statements) : undefined;
    const allowed = [...permissions];
    // another account's role is named from outside, so its name cannot be left to CloudFormation
    const roleName = away ? Names.uniqueResourceName(action, { maxLength: 64, separator: '-' }) : undefined;
    const role = new iam.CfnRole(home, id, {
      roleName,
      path,
      description: `Action ${action.node.path}`,
      assumeRolePolicyDocument: trustDocument({ AWS: this.role.role.roleArn }),
      policies: [{ policyName: 'Action', policyDocument: pool ? Lazy.any({ produce: () => pool.document }) : own }],
      managedPolicyArns: managedPolicies(home, id, { path, description: `Action ${action.node.path}` }, managed, allowed),
    });
    acknowledgeWildcards(role, () => allowed, managed.length ? () => own : undefined);
    const arn = away ? `arn:${Aws.PARTITION}:iam::${account}:role${path}${roleName}` : role.attrArn;
    this.roles.set(same, { arn, allowed, pool });
    return arn;
  }

  /** The pipeline's role first, then the roles that trust it, then the bucket and the key that admit those. */
  private before(account: string, bucket: ArtifactBucket) {
    const [own, support] = [supportStack(this.scope, this.host.account), supportStack(this.scope, account)];
    this.role.moveTo(own);
    support.addStackDependency(own, 'its roles trust the role of the pipeline');
    for (const stack of new Set([Stack.of(this.scope), ...bucket.stacks])) stack.addStackDependency(support, 'it admits the roles there');
  }

  /** INFERRED from what aws-codepipeline grants: the pipeline itself copies artifacts between its regions. */
  private replicateTo(region: string, action: Construct) {
    const replica = this.store._in(region, action);
    Stack.of(this.scope).addStackDependency(Stack.of(replica), 'the pipeline copies artifacts there');
    if (!this.declaration.addRegion(region)) return;
    for (const [bucket, elsewhere] of [[this.store._in(this.host.region, action), false], [replica, true]] as const) {
      this.role.allow(...artifactAccess(bucket.locationFrom(elsewhere, Stack.of(bucket).region, this.host), true, true));
    }
  }
}
