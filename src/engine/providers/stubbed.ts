/** What this machine cannot do at all: it says so, and lets the pipeline go on. */

import type { ActionContext, ActionOutcome, ProviderRunner } from './provider-runner';

export const STUBBED: ProviderRunner = { fidelity: 'stubbed', run: context => stub(context, describe(context)) };

/** Succeeds as stubbed; output artifacts exist and are empty, so that what follows can start. */
export async function stub(context: ActionContext, message: string): Promise<ActionOutcome> {
  const artifacts = context.action.outputs.map(output => context.store.put(output.name, []).location);
  for (const { name } of artifacts) context.log(`the output artifact ${name} is empty`);
  return { status: 'Succeeded', fidelity: 'stubbed', message: `did not ${message}`, artifacts };
}

function describe({ action }: ActionContext): string {
  const { configuration: c } = action;
  switch (`${action.category}/${action.provider}`) {
    case 'Invoke/Lambda': return `invoke the function ${c.FunctionName}`;
    case 'Invoke/StepFunctions': return `start the state machine ${c.StateMachineArn}`;
    case 'Invoke/CodePipeline': return `start the pipeline ${c.PipelineName}`;
    case 'Invoke/InspectorScan': return 'scan with Inspector';
    case 'Build/ECRBuildAndPublish': return `build and publish the image ${c.ECRRepositoryName}`;
    case 'Test/DeviceFarm': return `test on the devices of ${c.DevicePoolArn}`;
    default: return `run ${action.category}/${action.provider} of ${action.owner}`;
  }
}
