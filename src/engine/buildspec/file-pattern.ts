import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { FileTree, TreeEntry } from './file-tree';

const OPTIONS = { dot: true, nonegate: true, noextglob: true };

/** What one pattern of a buildspec finds. */
export interface PatternMatches {
  readonly files: readonly TreeEntry[];
  /** folders that the whole pattern names: CodeBuild takes files only */
  readonly folders: readonly TreeEntry[];
}

type Segment = '**' | ((name: string) => boolean);

/**
 * Finds files by a pattern as CodeBuild reads it: `*` stays within one name, `**` crosses folders, names that start
 * with a dot are like any other. Folders that the pattern cannot reach are not read.
 *
 * @param keepLinks whether symbolic links are taken as they are instead of being followed
 */
export async function matchFiles(tree: FileTree, folder: string, pattern: string, keepLinks = false): Promise<PatternMatches> {
  const walk = new Walk(tree, keepLinks);
  await walk.descend({ path: folder, real: await realpath(folder).catch(() => folder), above: [] }, segmentsOf(pattern));
  return { files: [...walk.files.values()], folders: [...walk.folders.values()] };
}

/** Folders by a pattern such as `dir*`; the pattern of no segments (`.`) is the folder itself. */
export async function matchFolders(tree: FileTree, folder: string, pattern: string): Promise<string[]> {
  let found = [folder];
  for (const segment of segmentsOf(pattern)) {
    const next = await Promise.all(found.map(async (path) => (await tree.list(path)).filter(({ kind, name }) =>
      kind === 'folder' && (segment === '**' || segment(name)))));
    found = next.flat().map(({ path }) => path);
  }
  return found;
}

/** Whether a path is left out. `**\/name/**\/*` also leaves out a file of that name, as CodeBuild documents. */
export function excluder(patterns: readonly string[]): (path: string) => boolean {
  const written = patterns.map((pattern) => partsOf(pattern).join('/')).filter((pattern) => pattern !== '');
  const names = written.map((pattern) => /^(.*\/[^/*?[\]{}]+)\/\*\*\/\*$/.exec(pattern)?.[1]).filter((pattern) => pattern !== undefined);
  const matchers = [...written, ...names].map((pattern) => picomatch(pattern, OPTIONS));
  return (path) => matchers.some((matches) => matches(path));
}

/** A folder on the way of a walk; the real paths above it show when a symbolic link leads round in a circle. */
interface Place {
  readonly path: string;
  readonly real: string;
  readonly above: readonly string[];
}

class Walk {
  readonly files = new Map<string, TreeEntry>();
  readonly folders = new Map<string, TreeEntry>();

  constructor(private readonly tree: FileTree, private readonly keepLinks: boolean) {}

  async descend(place: Place, [segment, ...rest]: readonly Segment[]): Promise<void> {
    if (segment === undefined) return;
    const entries = await this.tree.list(place.path);
    if (segment === '**') {
      await this.descend(place, rest.length > 0 ? rest : [() => true]);
      for (const entry of entries) await this.into(place, entry, [segment, ...rest]);
      return;
    }
    for (const entry of entries.filter(({ name }) => segment(name))) {
      if (rest.length > 0) await this.into(place, entry, rest);
      else this.take(entry);
    }
  }

  private async into(place: Place, entry: TreeEntry, segments: readonly Segment[]): Promise<void> {
    if (entry.kind !== 'folder' || this.isKeptLink(entry)) return;
    const real = entry.target ?? join(place.real, entry.name);
    const above = [...place.above, place.real];
    if (!above.includes(real)) await this.descend({ path: entry.path, real, above }, segments);
  }

  private take(entry: TreeEntry): void {
    if (entry.kind === 'file' || this.isKeptLink(entry)) this.files.set(entry.path, entry);
    else if (entry.kind === 'folder') this.folders.set(entry.path, entry);
  }

  private isKeptLink(entry: TreeEntry): boolean {
    return this.keepLinks && entry.link !== undefined;
  }
}

function segmentsOf(pattern: string): Segment[] {
  return partsOf(pattern).map((part) => {
    if (part === '**') return part;
    const matches = picomatch(part, OPTIONS);
    return (name) => name === part || matches(name); // a name may hold "[" or "{" and be meant as it is
  });
}

function partsOf(pattern: string): string[] {
  return pattern.split('/').filter((part) => part !== '' && part !== '.');
}
