import { Aws, Names } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { PipelineRole, rolePath } from './pipeline-role';
import { policyDocument, trustDocument } from './policy';
import { Permission } from '../catalog/provider';

/** The roles that a pipeline's actions run with. Actions of an account that need exactly the same share one. */
export class ActionRoles {
  private readonly arns = new Map<string, string>();

  constructor(private readonly pipelineRole: PipelineRole, private readonly pipelineName: string, private readonly account: string) {}

  /**
   * The ARN of a role that allows just this.
   *
   * @param action the action's scope
   * @param home where the role stands: the action's scope, or a stack of the account that the action works in
   */
  roleFor(action: Construct, home: Construct, account: string, permissions: readonly Permission[]): string {
    const need = JSON.stringify([account, permissions]);
    const existing = this.arns.get(need);
    if (existing) return existing;
    const foreign = account !== this.account;
    // another account's role is named from outside, so its name cannot be left to CloudFormation
    const roleName = foreign ? Names.uniqueResourceName(action, { maxLength: 64, separator: '-' }) : undefined;
    const role = new iam.CfnRole(home, foreign ? `${Names.uniqueId(action)}Role` : 'Role', {
      roleName,
      path: rolePath(this.pipelineName),
      description: `Action ${action.node.path}`,
      assumeRolePolicyDocument: trustDocument({ AWS: this.pipelineRole.role.roleArn }),
      policies: [{ policyName: 'Action', policyDocument: policyDocument(permissions) }],
    });
    const arn = foreign ? `arn:${Aws.PARTITION}:iam::${account}:role${rolePath(this.pipelineName)}${roleName}` : role.attrArn;
    this.pipelineRole.assumesRolesIn(account);
    this.arns.set(need, arn);
    return arn;
  }
}
