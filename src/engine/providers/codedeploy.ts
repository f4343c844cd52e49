/** CodeDeploy, to servers and to ECS: what a deployment would read is read and judged, no deployment is made. */

import { isObject } from '../../plan';
import { EngineError } from '../engine-error';
import { artifactDocument, type ArtifactPath } from './artifact-file';
import type { ActionContext, ActionOutcome, ProviderRunner } from './provider-runner';

export const CODE_DEPLOY: ProviderRunner = { fidelity: 'emulated', run: toServers };
export const CODE_DEPLOY_TO_ECS: ProviderRunner = { fidelity: 'emulated', run: toEcs };

async function toServers(context: ActionContext): Promise<ActionOutcome> {
  const artifact = context.action.inputs[0] ?? '';
  const appspec = either(context, artifact, ['appspec.yml', 'appspec.yaml']);
  if (appspec.version === undefined) throw new EngineError(`the appspec in ${artifact} has no version; CodeDeploy takes "version: 0.0"`);
  return done(context, 'would deploy the artifact');
}

async function toEcs(context: ActionContext): Promise<ActionOutcome> {
  const { configuration } = context.action;
  const read = (kind: 'TaskDefinitionTemplate' | 'AppSpecTemplate', fallback: string) => {
    const artifact = configuration[`${kind}Artifact`];
    if (!artifact) throw new EngineError(`${kind}Artifact is missing`);
    return mapping(context, { artifact, path: configuration[`${kind}Path`] || fallback });
  };
  const task = read('TaskDefinitionTemplate', 'taskdef.json');
  read('AppSpecTemplate', 'appspec.yaml');
  const containers = Array.isArray(task.containerDefinitions) ? task.containerDefinitions.length : 0;
  if (containers === 0) throw new EngineError('the task definition has no containerDefinitions');
  for (const number of [1, 2, 3, 4]) {
    const artifact = configuration[`Image${number}ArtifactName`];
    if (!artifact) continue;
    const detail = mapping(context, { artifact, path: 'imageDetail.json' });
    if (typeof detail.ImageURI !== 'string') throw new EngineError(`imageDetail.json in the artifact ${artifact} has no ImageURI`);
    const placeholder = `<${configuration[`Image${number}ContainerName`]}>`;
    if (!JSON.stringify(task).includes(placeholder)) throw new EngineError(`the task definition has no ${placeholder} for the image of ${artifact} to go into`);
  }
  return done(context, `would register a task definition of ${containers} container${containers === 1 ? '' : 's'} and shift traffic to it`);
}

function either(context: ActionContext, artifact: string, names: readonly string[]): Readonly<Record<string, unknown>> {
  let first: unknown;
  for (const name of names) {
    try {
      return mapping(context, { artifact, path: name });
    } catch (error) {
      first ??= error;
    }
  }
  throw first;
}

function mapping(context: ActionContext, where: ArtifactPath): Readonly<Record<string, unknown>> {
  const document = artifactDocument(context, where);
  if (!isObject(document)) throw new EngineError(`${where.path} in the artifact ${where.artifact} is not an object`);
  return document;
}

function done(context: ActionContext, what: string): ActionOutcome {
  const { ApplicationName, DeploymentGroupName } = context.action.configuration;
  const message = `${what} by ${ApplicationName}/${DeploymentGroupName}`;
  return { status: 'Succeeded', message };
}
