import * as actions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Configuration } from '../catalog-action';

/** Roles that somebody keeps in every account. */
export interface SelfManagedProps {
  /**
   * The role that CloudFormation starts from, in the account of the stack set.
   * @default - `AWSCloudFormationStackSetAdministrationRole`
   */
  readonly administrationRole?: iam.IRole;
  /**
   * The name of the role that it takes on in each account.
   * @default - `AWSCloudFormationStackSetExecutionRole`
   */
  readonly executionRoleName?: string;
}

/** Roles that CloudFormation keeps in every account of an organization. */
export interface ServiceManagedProps {
  /**
   * Whether accounts that join an organizational unit get the stacks too. When they do, the stack set itself says where its
   * stacks stand, and the action has no targets.
   * @default StackSetOrganizationsAutoDeployment.DISABLED
   */
  readonly autoDeployment?: actions.StackSetOrganizationsAutoDeployment;
}

/** With whose roles the stacks of a stack set are made. It can be changed only while there are no stacks. */
export class StackSetPermissions {
  /** Roles that you keep in every account. */
  static selfManaged(props: SelfManagedProps = {}): StackSetPermissions {
    return new StackSetPermissions({
      PermissionModel: 'SELF_MANAGED',
      AdministrationRoleArn: props.administrationRole?.roleArn,
      ExecutionRoleName: props.executionRoleName,
    });
  }

  /** Roles that CloudFormation keeps in every account of an organization; the organization must trust it first. */
  static serviceManaged(props: ServiceManagedProps = {}): StackSetPermissions {
    return new StackSetPermissions({ PermissionModel: 'SERVICE_MANAGED', OrganizationsAutoDeployment: props.autoDeployment });
  }

  private constructor(
    /** The part of the configuration that says so. @internal */
    public readonly _configuration: Configuration,
  ) {}
}
