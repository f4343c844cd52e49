/** Files on disk → a zip file, and back, without ever writing outside the folder it was told. */

import { chmodSync, lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { EngineError } from './engine-error';
import { eachEntry, type ZipEntry } from './zip-read';
import { ZipWriter } from './zip-write';

/** A file that goes into an archive. */
export interface PackedFile {
  /** path inside the archive, with slashes */
  readonly path: string;
  /** absolute path on disk */
  readonly from: string;
  /** what a link points to goes in, not the link */
  readonly follow?: boolean;
}

/**
 * Packs files; folders appear through what they hold, unless they are listed themselves.
 *
 * @returns the paths of links that were left out because they point outside the archive
 */
export function pack(files: Iterable<PackedFile>, target: string): string[] {
  mkdirSync(path.dirname(target), { recursive: true });
  const writer = new ZipWriter(target);
  const leftOut: string[] = [];
  try {
    for (const file of files) {
      const stats = (file.follow ? statSync : lstatSync)(file.from, { throwIfNoEntry: false });
      if (stats?.isSymbolicLink()) {
        const link = readlinkSync(file.from);
        if (staysInside(file.path, link)) writer.add(file.path, Buffer.from(link), 0o777, 'link', stats.mtime);
        else leftOut.push(file.path);
      } else if (stats?.isFile()) {
        writer.add(file.path, readFileSync(file.from), stats.mode, 'file', stats.mtime);
      } else if (stats?.isDirectory()) {
        writer.add(file.path, Buffer.alloc(0), stats.mode, 'folder', stats.mtime);
      }
    }
    writer.close();
  } catch (error) {
    writer.abandon();
    rmSync(target, { force: true });
    throw error;
  }
  return leftOut;
}

/**
 * Unpacks an archive into a new folder.
 *
 * @throws EngineError when an entry would land, or a link would lead, outside the folder
 */
export function unpack(archive: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const links: { name: string; to: string }[] = [];
  const made = new Set<string>();
  const folderFor = (file: string) => {
    const parent = path.dirname(file);
    if (made.has(parent)) return;
    mkdirSync(parent, { recursive: true });
    made.add(parent);
  };
  eachEntry(archive, entry => {
    const name = safeName(entry, archive);
    const file = path.join(folder, name);
    if (entry.kind === 'folder') {
      mkdirSync(file, { recursive: true });
    } else if (entry.kind === 'link') {
      const to = entry.read().toString('utf8');
      if (!staysInside(name, to)) throw new EngineError(`${path.basename(archive)}: the link ${name} leads outside the artifact (to ${to}), so it is not unpacked`);
      links.push({ name, to });
    } else {
      folderFor(file);
      const mode = entry.mode % 0o1000; // no set-user-id from an archive
      writeFileSync(file, entry.read(), { mode: 0o600 });
      // explicitly, because the mode of an open() is cut down by the process's umask
      chmodSync(file, mode === 0 ? 0o644 : mode);
    }
  });
  // last, so that no entry can be written through a link of the same archive
  for (const { name, to } of links) {
    const file = path.join(folder, name);
    folderFor(file);
    if (throughLink(folder, path.dirname(name)) || lstatSync(file, { throwIfNoEntry: false })) {
      throw new EngineError(`${path.basename(archive)}: the link ${name} stands where something else does, so it is not unpacked`);
    }
    symlinkSync(to, file);
  }
}

/** Asked of the disk and not of the names, because some file systems take `A` and `a` for the same. */
function throughLink(folder: string, name: string): boolean {
  if (name === '.') return false;
  return throughLink(folder, path.dirname(name)) || lstatSync(path.join(folder, name)).isSymbolicLink();
}

function safeName(entry: ZipEntry, archive: string): string {
  const name = entry.name.replace(/\/+$/, '');
  const parts = name.split(/[/\\]/);
  if (name === '' || name.includes('\0') || path.posix.isAbsolute(name) || path.win32.isAbsolute(name) || /^[A-Za-z]:/.test(name) || parts.includes('..')) {
    throw new EngineError(`${path.basename(archive)}: the entry ${JSON.stringify(entry.name)} would land outside the artifact, so it is not unpacked`);
  }
  return name;
}

/**
 * Whether a link stays in the archive whatever the other links in it are: it may climb no higher than its own folder
 * is deep, and never after it has descended (where it might pass through another link).
 */
export function staysInside(name: string, to: string): boolean {
  if (to === '' || to.includes('\0') || path.posix.isAbsolute(to) || path.win32.isAbsolute(to)) return false;
  let depth = path.posix.normalize(name).split('/').length - 1;
  let descended = false;
  for (const part of to.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') descended = true;
    else if (descended || --depth < 0) return false;
  }
  return true;
}
