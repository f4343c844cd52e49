/** Rolling deployments on ECS: the list of images is read and judged, no service is touched. */

import { isObject } from '../../plan';
import { EngineError } from '../engine-error';
import { artifactDocument } from './artifact-file';
import type { ActionContext, ActionOutcome, ProviderRunner } from './provider-runner';

export const ECS: ProviderRunner = { fidelity: 'emulated', run };

async function run(context: ActionContext): Promise<ActionOutcome> {
  const { configuration, inputs } = context.action;
  const path = configuration.FileName || 'imagedefinitions.json';
  const images = artifactDocument(context, { artifact: inputs[0] ?? '', path });
  const shape = '[{"name": "<container>", "imageUri": "<image>"}]';
  if (!Array.isArray(images) || images.length === 0) throw new EngineError(`${path} must be a list of images, ${shape}`);
  for (const [index, image] of images.entries()) {
    if (!isObject(image) || typeof image.name !== 'string' || typeof image.imageUri !== 'string') {
      throw new EngineError(`entry ${index + 1} of ${path} has no name or no imageUri; the form is ${shape}`);
    }
    context.log(`would run ${image.imageUri} as ${image.name}`);
  }
  const message = `would update the service ${configuration.ServiceName} of ${configuration.ClusterName} with ${images.length} image${images.length === 1 ? '' : 's'}`;
  return { status: 'Succeeded', message };
}
