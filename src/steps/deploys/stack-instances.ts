import { deployment, DeployProps } from './deploy-props';
import { ProviderStep } from '../provider-step';
import { operation, StackOperationProps } from './stack-operation';
import { StackParameterProps, stackParameters } from './stack-parameters';
import { StackTargets } from './stack-targets';
import { STACK_INSTANCES } from '../../catalog/stack-sets';
import { Step } from '../step';

/** Stacks of a CloudFormation stack set that exists: those that are missing are made, those that are outdated are updated. */
export interface StackInstancesProps extends DeployProps, StackOperationProps, StackParameterProps {
  /** The stack set's name: 1 to 128 letters, digits and `-`, a letter first. */
  readonly stackSetName: string;
  /** Where. Accounts for a self-managed stack set, organizational units for a service-managed one. */
  readonly targets: StackTargets;
}

export function stackInstancesStep(stepName: string, props: StackInstancesProps): Step {
  const { targets } = props;
  const configured = operation(stepName, props.stackSetName, props);
  const parameters = stackParameters(stepName, props);
  const readsFiles = targets._kind === 'file' || props.parametersPath !== undefined;
  return new ProviderStep({
    ...deployment(stepName, STACK_INSTANCES, props),
    ...(!readsFiles && { defaultInput: undefined }),
    configure: (_scope, context) => {
      const artifact = context.inputs[0]?.artifactName;
      return { configuration: { ...configured, ...targets._configuration(artifact), ParameterOverrides: parameters(artifact) } };
    },
  });
}
