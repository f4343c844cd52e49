import { CfnCapabilities } from 'aws-cdk-lib';
import { deployment, DeployProps } from './deploy-props';
import { ProviderStep } from '../provider-step';
import { operation, StackOperationProps, StackSetCaller } from './stack-operation';
import { StackParameterProps, stackParameters } from './stack-parameters';
import { StackSetPermissions } from './stack-set-permissions';
import { StackTargets } from './stack-targets';
import { STACK_SET } from '../../catalog/stack-sets';
import { refuse } from '../../refuse';
import { Step } from '../step';

/** A CloudFormation stack set: one template, with stacks in many accounts and regions. */
export interface StackSetProps extends DeployProps, StackOperationProps, StackParameterProps {
  /** The stack set's name: 1 to 128 letters, digits and `-`, a letter first. */
  readonly stackSetName: string;
  /**
   * What the stack set is for.
   * @default - no description
   */
  readonly description?: string;
  /**
   * The template's path in the artifact. It has at most 460,800 bytes.
   * @default 'template.yaml'
   */
  readonly templatePath?: string;
  /**
   * What the template may do that CloudFormation asks about.
   * @default - nothing: the template makes no IAM resource and uses no macro
   */
  readonly capabilities?: CfnCapabilities[];
  /**
   * With whose roles the stacks are made.
   * @default StackSetPermissions.selfManaged()
   */
  readonly permissions?: StackSetPermissions;
  /**
   * Where stacks are made or updated. Stacks elsewhere become outdated, and `Deploy.stackInstances` brings them up to date.
   * @default - all stacks that there are; a stack set that is new has none
   */
  readonly targets?: StackTargets;
}

export function stackSetStep(stepName: string, props: StackSetProps): Step {
  const { targets } = props;
  const permissions = (props.permissions ?? StackSetPermissions.selfManaged())._configuration;
  const serviceManaged = permissions.PermissionModel === 'SERVICE_MANAGED';
  if (targets?._kind === (serviceManaged ? 'accounts' : 'units')) {
    refuse(stepName, serviceManaged ? 'The stack set is service-managed, and its targets are accounts.' : 'The stack set is self-managed, and its targets are organizational units.',
      'Accounts go with StackSetPermissions.selfManaged(), organizational units with serviceManaged().');
  }
  if (targets && permissions.OrganizationsAutoDeployment?.startsWith('Enabled')) {
    refuse(stepName, 'The stack set brings its stacks to new accounts by itself, and has targets.', 'CodePipeline takes one of `autoDeployment` and `targets`.');
  }
  if (!serviceManaged && props.callAs === StackSetCaller.DELEGATED_ADMIN) {
    refuse(stepName, 'The stack set is self-managed, and only service-managed ones have a delegated administrator.', 'Leave `callAs` out, or use StackSetPermissions.serviceManaged().');
  }
  const configured = operation(stepName, props.stackSetName, props);
  const parameters = stackParameters(stepName, props);
  return new ProviderStep({
    ...deployment(stepName, STACK_SET, props),
    configure: (_scope, context) => {
      const artifact = context.inputs[0].artifactName;
      return {
        configuration: {
          ...configured,
          Description: props.description,
          TemplatePath: `${artifact}::${props.templatePath ?? 'template.yaml'}`,
          Parameters: parameters(artifact),
          Capabilities: props.capabilities?.length ? props.capabilities.join(',') : undefined,
          ...permissions,
          ...targets?._configuration(artifact),
        },
      };
    },
  });
}
