/** Deployment to a bucket: the files are really copied, into a folder that stands for the bucket. */

import { randomUUID } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { BucketFolder } from '../bucket-folder';
import { EngineError } from '../engine-error';
import { fileName } from '../file-name';
import { pointTo } from '../workspace';
import { bucketTitle } from './bucket-title';
import type { ActionContext, ActionOutcome, ProviderRunner } from './provider-runner';

export const S3_DEPLOY: ProviderRunner = { fidelity: 'emulated', run };

async function run(context: ActionContext): Promise<ActionOutcome> {
  const { configuration, inputs } = context.action;
  const bucket = configuration.BucketName ?? '';
  const title = bucketTitle(context.resources, bucket);
  const folder = path.join(context.out, fileName(bucket));
  const extract = configuration.Extract === 'true';
  const key = keyOf(context, configuration.ObjectKey, extract);
  const target = path.join(folder, key);
  const artifact = inputs[0] ?? '';
  const stand = new BucketFolder(context.out);
  let what = key;
  if (extract) {
    const unpacked = path.join(context.folder, 'artifact');
    context.store.unpack(artifact, unpacked);
    const names = moveInto(realpathSync(unpacked), target, stand, context.log);
    logRemaining(context, target, names);
    what = counted(names.length);
  } else {
    stand.copy(context.store.archive(artifact), target);
  }
  const index = path.join(target, 'index.html');
  const isPage = extract && lstatSync(index, { throwIfNoEntry: false })?.isFile();
  const latest = path.join(context.out, 'latest');
  return {
    status: 'Succeeded',
    message: `${what} for the bucket ${title}, in the folder ${context.shown(extract ? target : folder)}`,
    landings: [{
      what: `bucket ${title}`,
      path: target,
      ...(isPage && { open: index }),
      ...(pointTo(latest, fileName(bucket)) && { latest }),
    }],
  };
}

/** A deployment to a bucket deletes nothing, in AWS as here. */
function logRemaining(context: ActionContext, target: string, names: readonly string[]): void {
  const deployed = new Set(names);
  const remaining = (existsSync(target) ? [...walk(target, '')] : []).filter(({ name }) => !deployed.has(name)).length;
  if (remaining === 0) return;
  const folder = context.shown(target);
  // a name that bash would take apart is quoted
  const word = /^[\w@%+=:,./][\w@%+=:,./-]*$/.test(folder) ? folder : `'${folder.replaceAll("'", "'\\''")}'`;
  const remain = remaining === 1 ? 'remains, as it' : 'remain, as they';
  context.log(`${counted(remaining)} from earlier deployments ${remain} would in S3 (rm -rf ${word} to begin anew)`);
}

function counted(count: number): string {
  return `${count} file${count === 1 ? '' : 's'}`;
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

/**
 * A bucket has no links: what a link inside the artifact points to is copied in its place.
 *
 * @returns the names of the files that are there now
 */
function moveInto(root: string, target: string, bucket: BucketFolder, log: ActionContext['log']): string[] {
  const files = [...walk(root, '')];
  const moved: string[] = [];
  // links first, while the files that they point to are still there
  for (const { name, isFile } of files) {
    if (isFile) continue;
    const source = path.join(root, name);
    const isInside = statSync(source, { throwIfNoEntry: false })?.isFile() && realpathSync(source).startsWith(root + path.sep);
    if (isInside) {
      bucket.copy(realpathSync(source), path.join(target, name));
      moved.push(name);
    } else {
      log(`left out: ${name} is a link to no file of the artifact`);
    }
  }
  for (const { name, isFile } of files) {
    if (!isFile) continue;
    bucket.move(path.join(root, name), path.join(target, name));
    moved.push(name);
  }
  return moved;
}

function* walk(root: string, below: string): Generator<{ name: string; isFile: boolean }> {
  for (const entry of readdirSync(path.join(root, below), { withFileTypes: true })) {
    const name = path.join(below, entry.name);
    if (entry.isDirectory()) yield* walk(root, name);
    else yield { name, isFile: entry.isFile() };
  }
}
