/** A container image as a source: there is no registry here, so its description stands for it. */

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { ActionContext, ActionOutcome } from './provider-runner';

/** Gives imageDetail.json, as CodePipeline does, for an image that nobody has looked at. */
export function emulatedImage(context: ActionContext): ActionOutcome {
  const { action, pipeline } = context;
  const repository = action.configuration.RepositoryName ?? '';
  const tag = action.configuration.ImageTag ?? 'latest';
  const digest = `sha256:${createHash('sha256').update(`${repository}:${tag}`).digest('hex')}`;
  const uri = `${pipeline.account}.dkr.ecr.${pipeline.region}.amazonaws.com/${repository}@${digest}`;
  const detail = { ImageSizeInBytes: '0', ImageDigest: digest, Version: '1.0', RegistryId: pipeline.account, RepositoryName: repository, ImageURI: uri, ImageTags: [tag] };
  const file = path.join(context.folder, 'imageDetail.json');
  writeFileSync(file, JSON.stringify(detail, undefined, 2));
  const { location } = context.store.put(action.outputs[0]?.name ?? action.name, [{ path: 'imageDetail.json', from: file }]);
  context.log(`no registry was asked: imageDetail.json describes ${repository}:${tag} with a made-up digest`);
  return {
    status: 'Succeeded',
    fidelity: 'emulated',
    artifacts: [location],
    message: `imageDetail.json for ${repository}:${tag}, with a made-up digest`,
    variables: { RegistryId: pipeline.account, RepositoryName: repository, ImageTag: tag, ImageDigest: digest, ImageURI: uri },
  };
}
