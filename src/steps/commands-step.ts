import { ProviderStep } from './provider-step';
import { DefaultInput, IArtifactProducer, IStep, Step } from './step';
import { COMMANDS } from '../catalog/builds';
import { refuse } from '../refuse';

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
  if (props.outputVariables && props.outputVariables.length > 15) {
    refuse(stepName, `The step has ${props.outputVariables.length} output variables.`, 'CodePipeline takes at most 15.');
  }
  if (props.additionalInputs && !props.input) refuse(stepName, 'The step has further inputs, and no input of its own.', 'Say with `input` which artifact it works on.');
  return new ProviderStep({
    stepName,
    row: COMMANDS,
    builds,
    inputs: props.input ? [props.input, ...(props.additionalInputs ?? [])] : [],
    defaultInput: DefaultInput.SOURCE,
    hasOutput: files !== undefined,
    outputFiles: files,
    after: props.after,
    configure: (_scope, context) => {
      context.host.logGroup(); // the service would make the group itself, and keep its logs for ever
      return { configuration: {}, commands: props.commands, outputVariables: props.outputVariables };
    },
  });
}
