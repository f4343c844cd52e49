import { Names } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { StepContext } from './step-context';
import { AWS_PARTITION, writtenArn } from './written-arn';
import { refuse } from '../refuse';

/** Who CloudFormation is when it works on a stack. */
export interface Execution {
  readonly executionRole?: iam.IRole;
  readonly permissions?: iam.PolicyStatement[];
  readonly adminPermissions?: boolean;
  /** whether the template takes from the artifacts what CloudFormation itself then fetches: code of functions, say */
  readonly readsArtifacts?: boolean;
}

/** The ARN of the role that CloudFormation works with: it stands in the account of the stack. */
export function executionRole(scope: Construct, props: Execution, context: StepContext): string {
  const ways = [props.executionRole, props.permissions, props.adminPermissions || undefined].filter(way => way !== undefined).length;
  if (ways !== 1 || props.permissions?.length === 0) {
    refuse(scope, ways > 1 ? 'The deployment says more than once what CloudFormation may do.' : 'The deployment does not say what CloudFormation may do.',
      'Give one of `permissions` (statements), `executionRole` (a role of yours) and `adminPermissions: true`.');
  }
  if (props.executionRole) return props.executionRole.roleArn;
  const support = context.host.supportScope(context.account);
  const statements = props.permissions ?? [new iam.PolicyStatement({ actions: ['*'], resources: ['*'] })];
  const away = context.account !== context.host.account;
  // another account's role is named from outside, so its name cannot be left to CloudFormation
  const roleName = away ? `${Names.uniqueResourceName(scope, { maxLength: 54, separator: '-' })}-Execution` : undefined;
  const role = new iam.Role(support, `${Names.uniqueId(scope)}ExecutionRole`, {
    roleName,
    path: context.host.rolePath,
    assumedBy: new iam.ServicePrincipal('cloudformation.amazonaws.com'),
    description: `CloudFormation, for ${context.host.pipelineName}/${context.stageName}/${context.actionName}`,
    inlinePolicies: { Execution: new iam.PolicyDocument({ statements }) },
  });
  if (props.readsArtifacts) context.host.admitReader(role, context.account, context.region);
  return away ? writtenArn(`arn:${AWS_PARTITION}:iam::${context.account}:role${context.host.rolePath}${roleName}`) : role.roleArn;
}
