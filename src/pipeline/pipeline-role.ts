import { Aws, CfnResource, Lazy, Names, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { policyDocument, trustDocument } from './policy';
import { Permission } from '../catalog/provider';

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
  private readonly assumable = new Set<string>();
  private readonly permissions: Permission[] = [];

  constructor(private readonly scope: Construct, private readonly pipelineName: string) {
    this.resource = this.create(scope);
    const pathAndName = Lazy.string({ produce: () => `${rolePath(pipelineName).slice(1)}${this.name}` });
    const arn = `arn:${Aws.PARTITION}:iam::${Stack.of(scope).account}:role/${pathAndName}`;
    this.role = iam.Role.fromRoleArn(scope, 'RoleReference', arn, { mutable: false });
  }

  /** The pipeline works with its own roles in this account. */
  assumesRolesIn(account: string) {
    this.assumable.add(`arn:${Aws.PARTITION}:iam::${account}:role${rolePath(this.pipelineName)}*`);
  }

  /** The pipeline works with this role, which exists. */
  assumes(roleArn: string) {
    this.assumable.add(roleArn);
  }

  /** For what the pipeline itself must do; a policy beside the pipeline, for it names what stands there. */
  allow(...permissions: readonly Permission[]) {
    if (!this.permissions.length && permissions.length) {
      const policy = new iam.CfnRolePolicy(this.scope, 'RolePolicy', {
        roleName: Lazy.string({ produce: () => this.name }),
        policyName: 'Artifacts',
        policyDocument: Lazy.any({ produce: () => policyDocument(this.permissions) }),
      });
      // an execution starts as soon as the pipeline is there
      this.pipeline?.addResourceDependency(policy);
    }
    this.permissions.push(...permissions);
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

  private create(scope: Construct, id = 'Role', roleName?: string) {
    return new iam.CfnRole(scope, id, {
      roleName,
      path: rolePath(this.pipelineName),
      description: `Pipeline ${this.pipelineName}`,
      assumeRolePolicyDocument: trustDocument({ Service: 'codepipeline.amazonaws.com' }, { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } }),
      policies: Lazy.any({
        produce: () => this.assumable.size ? [{
          policyName: 'Pipeline',
          policyDocument: policyDocument([{
            actions: ['sts:AssumeRole'],
            resources: [...this.assumable],
          }]),
        }] : undefined,
      }),
    });
  }
}
