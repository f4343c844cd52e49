/** Deployment to a bucket: the files are really copied, into a folder that stands for the bucket. */

import { randomUUID } from 'node:crypto';
import { copyFileSync, lstatSync, mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { EngineError } from '../engine-error';
import { fileName } from '../file-name';
import { pointTo } from '../workspace';
import type { ActionContext, ActionOutcome, ProviderRunner } from './provider-runner';

export const S3_DEPLOY: ProviderRunner = { fidelity: 'emulated', run };

async function run(context: ActionContext): Promise<ActionOutcome> {
  const { configuration, inputs } = context.action;
  const bucket = configuration.BucketName ?? '';
  const folder = path.join(context.out, fileName(bucket));
  const extract = configuration.Extract === 'true';
  const key = keyOf(context, configuration.ObjectKey, extract);
  const target = path.join(folder, key);
  const artifact = inputs[0] ?? '';
  let what: string;
  if (extract) {
    const unpacked = path.join(context.folder, 'artifact');
    context.store.unpack(artifact, unpacked);
    const count = copyInto(realpathSync(unpacked), unpacked, target, context);
    what = `${count} file${count === 1 ? '' : 's'}`;
  } else {
    place(context.store.archive(artifact), target, context.out);
    what = key;
  }
  pointTo(path.join(context.out, 'latest'), fileName(bucket));
  const message = `${what} to the folder that stands for the bucket ${bucket}`;
  context.log(`copied ${message}: ${target}`);
  return { status: 'Succeeded', message, landings: [{ what: `bucket ${bucket}`, path: target }] };
}

/** `{datetime}` and `{uuid}` are CodePipeline's own placeholders. @throws EngineError when the key would leave the bucket */
function keyOf(context: ActionContext, key: string | undefined, extract: boolean): string {
  if (!key) {
    if (extract) return '';
    throw new EngineError('ObjectKey is missing; an artifact that is not extracted needs a name');
  }
  const filled = key.replaceAll('{datetime}', context.now().toISOString().replace(/\.\d+Z$/, 'Z')).replaceAll('{uuid}', randomUUID());
  const parts = filled.split('/').filter(part => part !== '');
  if (parts.includes('..') || parts.includes('.') || filled.includes('\0')) throw new EngineError(`ObjectKey leads outside the bucket: ${filled}`);
  return parts.join('/');
}

/** A bucket has no links: what a link inside the artifact points to is copied in its place. */
function copyInto(root: string, from: string, to: string, context: ActionContext): number {
  let count = 0;
  for (const name of readdirSync(from)) {
    const source = path.join(from, name);
    const stats = statSync(source, { throwIfNoEntry: false });
    const isLink = lstatSync(source).isSymbolicLink();
    if (!stats || (isLink && (stats.isDirectory() || !realpathSync(source).startsWith(root + path.sep)))) {
      context.log(`left out: the link ${path.relative(root, source)}`);
    } else if (stats.isDirectory()) {
      count += copyInto(root, source, path.join(to, name), context);
    } else {
      place(source, path.join(to, name), context.out);
      count++;
    }
  }
  return count;
}

/** What stands in the folder may come from anyone: nothing is written through a link that was put there. */
function place(source: string, target: string, out: string): void {
  const relative = path.relative(out, target).split(path.sep);
  let at = out;
  for (const part of relative) {
    at = path.join(at, part);
    if (lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink()) throw new EngineError(`${at} is a link, so nothing is written there`);
  }
  mkdirSync(path.dirname(target), { recursive: true });
  copyFileSync(source, target);
}
