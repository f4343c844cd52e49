import { CfnCapabilities, Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { Configuration } from '../catalog-action';
import { deployment, DeployProps } from './deploy-props';
import { CLOUDFORMATION } from '../../catalog/deploys';
import { distinctName } from '../../catalog/names';
import { refuse } from '../../refuse';
import { executionRole } from '../execution-role';
import { ProviderStep } from '../provider-step';
import { IArtifactProducer, Step } from '../step';
import { StepContext } from '../step-context';

/** A stack that exists, or will. */
export interface DeleteStackProps extends DeployProps {
  /** The stack's name. */
  readonly stackName: string;
  /**
   * The role that CloudFormation works with, in the stack's account.
   * @default - a new one that may do what `permissions` say
   */
  readonly executionRole?: iam.IRole;
  /**
   * What CloudFormation may do to make, change and delete what is in the stack.
   * @default - nothing; one of `permissions`, `executionRole` and `adminPermissions` is required
   */
  readonly permissions?: iam.PolicyStatement[];
  /**
   * Lets CloudFormation do everything in the account.
   * @default false
   */
  readonly adminPermissions?: boolean;
}

/** What a stack is made of. */
export interface ChangeSetProps extends DeleteStackProps {
  /**
   * The template's path in the artifact.
   * @default 'template.yaml'
   */
  readonly templatePath?: string;
  /**
   * The path, in the artifact, of a file with parameters, tags and a stack policy.
   * @default - none
   */
  readonly configurationPath?: string;
  /**
   * Parameters of the template; they win over the file's. At most 1 KB in all.
   * @default - none
   */
  readonly parameters?: { [name: string]: string };
  /**
   * What the template may do that CloudFormation asks about.
   * @default - nothing: the template makes no IAM resource and uses no macro
   */
  readonly capabilities?: CfnCapabilities[];
  /**
   * The change set's name.
   * @default - the stack's name with `-change-set` behind it
   */
  readonly changeSetName?: string;
  /**
   * Further artifacts that the template's parameters name.
   * @default - none
   */
  readonly additionalInputs?: IArtifactProducer[];
}

/** What becomes of a stack's outputs. They are also variables of the action. */
export interface StackOutputProps {
  /**
   * The name of a file with the stack's outputs: the step's artifact.
   * @default - no artifact
   */
  readonly outputFile?: string;
}

/** A stack to create or update. */
export interface CloudFormationProps extends ChangeSetProps, StackOutputProps {
  /**
   * Deletes a stack whose creation failed and creates it again.
   * @default false
   */
  readonly replaceOnFailure?: boolean;
}

/** A change set to carry out. */
export interface ChangeSetExecutionProps extends DeployProps, StackOutputProps {
  /** The stack's name. */
  readonly stackName: string;
  /**
   * The change set's name.
   * @default - the stack's name with `-change-set` behind it
   */
  readonly changeSetName?: string;
}

function changeSetName(props: { stackName: string; changeSetName?: string }): string {
  const standard = `${props.stackName}-change-set`;
  return props.changeSetName ?? (Token.isUnresolved(standard) ? standard : distinctName(standard, /[^A-Za-z0-9-]/g, 128));
}

export function deployStack(stepName: string, props: CloudFormationProps): Step {
  const mode = props.replaceOnFailure ? 'REPLACE_ON_FAILURE' : 'CREATE_UPDATE';
  return templateStep(stepName, props, { ActionMode: mode, OutputFileName: props.outputFile });
}

export function createChangeSet(stepName: string, props: ChangeSetProps): Step {
  return templateStep(stepName, props, { ActionMode: 'CHANGE_SET_REPLACE', ChangeSetName: changeSetName(props) });
}

export function executeChangeSet(stepName: string, props: ChangeSetExecutionProps): Step {
  return new ProviderStep({
    ...deployment(stepName, CLOUDFORMATION, props),
    defaultInput: undefined,
    hasOutput: props.outputFile !== undefined,
    configure: () => ({
      configuration: {
        ActionMode: 'CHANGE_SET_EXECUTE', StackName: props.stackName, ChangeSetName: changeSetName(props), OutputFileName: props.outputFile,
      },
    }),
  });
}

export function deleteStack(stepName: string, props: DeleteStackProps): Step {
  return new ProviderStep({
    ...deployment(stepName, CLOUDFORMATION, props),
    defaultInput: undefined,
    configure: (scope, context) => ({
      configuration: { ActionMode: 'DELETE_ONLY', StackName: props.stackName, RoleArn: executionRole(scope, props, context) },
    }),
  });
}

function templateStep(stepName: string, props: ChangeSetProps, mode: Configuration): Step {
  const base = deployment(stepName, CLOUDFORMATION, props);
  if (props.additionalInputs && !props.input) {
    refuse(stepName, 'The deployment has further inputs, and no input of its own.', 'Say with `input` which artifact the template is in.');
  }
  return new ProviderStep({
    ...base,
    hasOutput: mode.OutputFileName !== undefined,
    inputs: [...base.inputs, ...(props.additionalInputs ?? [])],
    configure: (scope: Construct, context: StepContext) => {
      const [artifact] = context.inputs.map(input => input.artifactName);
      return {
        configuration: {
          ...mode,
          StackName: props.stackName,
          Capabilities: props.capabilities?.length ? props.capabilities.join(',') : undefined,
          RoleArn: executionRole(scope, { ...props, readsArtifacts: !!props.additionalInputs?.length }, context),
          ParameterOverrides: parameterOverrides(scope, props.parameters),
          TemplateConfiguration: props.configurationPath && `${artifact}::${props.configurationPath}`,
          TemplatePath: `${artifact}::${props.templatePath ?? 'template.yaml'}`,
        },
      };
    },
  });
}

function parameterOverrides(scope: Construct, parameters?: { [name: string]: string }): string | undefined {
  if (!parameters || !Object.keys(parameters).length) return undefined;
  const text = JSON.stringify(parameters);
  const bytes = Buffer.byteLength(text);
  if (!Token.isUnresolved(text) && (bytes > 1024 || text.length > 1000)) {
    refuse(scope, `The parameters have ${bytes} bytes.`, 'CodePipeline takes 1000 characters, of at most 1024 bytes; put parameters into a file and name it with `configurationPath`.');
  }
  return Stack.of(scope).toJsonString(parameters);
}
