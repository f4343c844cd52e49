/** The files of a source on disk, as a push would carry them. */

import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import * as path from 'node:path';
import { Git, type GitState } from './git';
import type { PackedFile } from './pack';

export interface SourceFiles {
  readonly files: PackedFile[];
  /** undefined for a plain folder */
  readonly git?: GitState;
}

/**
 * @param root a folder; in a git repository, .gitignore is respected and uncommitted changes are taken along
 * @param leftOut absolute folders that are never part of a source: the engine's own
 */
export async function filesOf(root: string, environment: Readonly<Record<string, string>>, leftOut: readonly string[]): Promise<SourceFiles> {
  const folder = realpathSync(root);
  const outside = leftOut.map(one => realPath(one));
  const git = new Git(folder, environment);
  const listed = await git.files();
  // a folder that its repository ignores (a build's output) has no listed file, and is a plain folder then
  if (listed === undefined || listed.length === 0) return { files: [...walk(folder, '', outside)] };
  const files = listed
    .map(name => ({ path: name.replace(/\/$/, ''), from: path.join(folder, name) }))
    .filter(file => !outside.some(one => isWithin(file.from, one)))
    // a file that was deleted and not committed is still listed; a submodule is a folder, and CodePipeline leaves it empty too
    .filter(file => lstatSync(file.from, { throwIfNoEntry: false }) !== undefined);
  return { files, git: await git.state() };
}

function* walk(root: string, below: string, outside: readonly string[]): Generator<PackedFile> {
  const folder = path.join(root, below);
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  if (entries.length === 0 && below !== '') yield { path: below, from: folder };
  for (const entry of entries) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    const from = path.join(root, name);
    if (entry.name === '.git' || outside.some(one => isWithin(from, one))) continue;
    if (entry.isDirectory()) yield* walk(root, name, outside);
    else yield { path: name, from };
  }
}

function isWithin(file: string, folder: string): boolean {
  return file === folder || file.startsWith(folder + path.sep);
}

/** The real path of something that need not exist yet. */
function realPath(file: string): string {
  const absolute = path.resolve(file);
  if (lstatSync(absolute, { throwIfNoEntry: false })) return realpathSync(absolute);
  const parent = path.dirname(absolute);
  return parent === absolute ? absolute : path.join(realPath(parent), path.basename(absolute));
}
