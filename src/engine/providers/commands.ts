/** The Commands action: its lines run in bash in the unpacked input. */

import { buildspecOfCommands } from '../buildspec';
import { build, unpackInputs } from './build-run';
import type { ActionContext, ActionOutcome, ProviderRunner } from './provider-runner';

/** CodePipeline ends Commands after 55 minutes. */
const MINUTES = 55;

export const COMMANDS: ProviderRunner = { fidelity: 'real', run };

async function run(context: ActionContext): Promise<ActionOutcome> {
  const { action } = context;
  const output = action.outputs[0];
  return build(context, {
    buildspec: buildspecOfCommands(action.commands, {
      outputVariables: action.outputVariables,
      files: output && (output.files.length > 0 ? output.files : ['**/*']),
    }),
    inputs: unpackInputs(context),
    project: action.name,
    variables: action.environmentVariables,
    timeoutMinutes: action.timeoutMinutes ?? MINUTES,
  });
}
