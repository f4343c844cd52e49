import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { COMMANDS } from '../../catalog/builds';
import { refuse } from '../../refuse';
import { actionEnvironment, checkEnvironment } from '../action-environment';
import { networkOf } from '../network';
import { ProviderStep } from '../provider-step';
import { DefaultInput, IArtifactProducer, IStep, Step } from '../step';

/** Commands in CodePipeline's own compute. */
export interface CommandsProps {
  /** What to run, in one shell: 1 to 50 commands of one line, each of at most 1000 characters. */
  readonly commands: string[];
  /**
   * What it works on.
   * @default - the pipeline's first source
   */
  readonly input?: IArtifactProducer;
  /**
   * Further artifacts. At most nine.
   * @default - none
   */
  readonly additionalInputs?: IArtifactProducer[];
  /**
   * Files that are the step's artifact: 1 to 10 paths or patterns, for example `dist/**`.
   * @default - no artifact
   */
  readonly outputFiles?: string[];
  /**
   * Names of environment variables that become variables of the action: at most 15.
   * @default - none
   */
  readonly outputVariables?: string[];
  /**
   * Environment variables: plain text for what may be read by everyone (1 to 2000 characters), and secrets:
   * `Secret.fromSecretsManager(secret, 'field')`. At most 10; names of 1 to 128 letters, digits and `_`.
   * @default - none
   */
  readonly environmentVariables?: { [name: string]: codebuild.BuildEnvironmentVariable };
  /**
   * The size of the machine.
   * @default - the smallest
   */
  readonly computeType?: codebuild.ComputeType;
  /**
   * The kind of machine.
   * @default - Linux
   */
  readonly environmentType?: codebuild.EnvironmentType;
  /**
   * A network to run in.
   * @default - none of yours
   */
  readonly vpc?: ec2.IVpc;
  /**
   * The subnets, when there is a network.
   * @default - the private ones
   */
  readonly subnets?: ec2.SubnetSelection;
  /**
   * The security groups, when there is a network.
   * @default - a new one that lets the commands reach everything and nothing reach them
   */
  readonly securityGroups?: ec2.ISecurityGroup[];
  /**
   * Steps of the same stage that must have ended before.
   * @default - only the artifacts decide
   */
  readonly after?: IStep[];
}

export function commandsStep(stepName: string, props: CommandsProps, builds: boolean): Step {
  const count = props.commands.length;
  if (count < 1 || count > 50) refuse(stepName, `The step has ${count} commands.`, 'CodePipeline takes 1 to 50; put more into a script.');
  for (const command of props.commands) {
    if (!command) refuse(stepName, 'A command is empty.', 'Leave it out.');
    if (/[\r\n]/.test(command)) refuse(stepName, `The command "${command.split('\n')[0]}…" has more than one line.`, 'Join the lines with && or ;, or put them into a script.');
    if (command.length > 1000) refuse(stepName, `A command has ${command.length} characters.`, 'CodePipeline takes at most 1000; put it into a script.');
  }
  const files = props.outputFiles;
  if (files && (files.length < 1 || files.length > 10)) refuse(stepName, `The step has ${files.length} output files.`, 'CodePipeline takes 1 to 10; a pattern can name many.');
  for (const text of [...files ?? [], ...props.outputVariables ?? []]) {
    if (text.length > 128) refuse(stepName, `"${text.slice(0, 20)}…" has ${text.length} characters.`, 'CodePipeline takes at most 128 in an output file or variable.');
  }
  for (const [what, all] of [['output file', files ?? []], ['output variable', props.outputVariables ?? []]] as const) {
    const twice = all.find((one, at) => all.indexOf(one) !== at);
    if (twice !== undefined) refuse(stepName, `The ${what} "${twice}" is there twice.`, 'Name it once: CloudFormation takes none twice.');
  }
  if (props.outputVariables && props.outputVariables.length > 15) {
    refuse(stepName, `The step has ${props.outputVariables.length} output variables.`, 'CodePipeline takes at most 15.');
  }
  if (props.additionalInputs && !props.input) refuse(stepName, 'The step has further inputs, and no input of its own.', 'Say with `input` which artifact it works on.');
  if (!props.vpc && (props.subnets || props.securityGroups)) refuse(stepName, 'The step has subnets or security groups, and no network.', 'Give it the `vpc` that they are in.');
  checkEnvironment(stepName, props.environmentVariables);
  return new ProviderStep({
    stepName,
    row: COMMANDS,
    builds,
    inputs: props.input ? [props.input, ...(props.additionalInputs ?? [])] : [],
    defaultInput: DefaultInput.SOURCE,
    hasOutput: files !== undefined,
    outputFiles: files,
    after: props.after,
    configure: (scope, context) => {
      context.host.logGroup(); // the service would make the group itself, and keep its logs for ever
      const network = networkOf(scope, props);
      return {
        configuration: {
          EnvironmentType: props.environmentType,
          ComputeType: props.computeType,
          VpcId: network?.vpcId,
          Subnets: network?.subnets.join(','),
          SecurityGroupIds: network?.securityGroups.join(','),
        },
        commands: props.commands,
        outputVariables: props.outputVariables,
        ...actionEnvironment(scope, context, props.environmentVariables),
      };
    },
  });
}
