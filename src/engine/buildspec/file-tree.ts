import { Dirent } from 'node:fs';
import { readdir, readlink, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** One entry of a folder, a symbolic link already looked through. */
export interface TreeEntry {
  readonly name: string;
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'other';
  /** what a symbolic link says, when it is one */
  readonly link?: string;
  /** where a symbolic link leads in the end */
  readonly target?: string;
}

/**
 * The files that a build may take, read once each. Symbolic links are followed, as far as what they point to lies
 * under one of the roots; others are left out and remembered.
 */
export class FileTree {
  private readonly leadingOut = new Set<string>();
  private readonly folders = new Map<string, Promise<TreeEntry[]>>();
  private readonly realRoots: Promise<string[]>;

  constructor(roots: readonly string[]) {
    this.realRoots = Promise.all(roots.map(async (root) => realpath(root).catch(() => root)));
  }

  /** Sorted by name; empty when there is no such folder. */
  async list(folder: string): Promise<TreeEntry[]> {
    let entries = this.folders.get(folder);
    if (!entries) {
      entries = this.read(folder);
      this.folders.set(folder, entries);
    }
    return entries;
  }

  /** The symbolic links that lead out of the roots, of the folders read so far. */
  escapes(): string[] {
    return [...this.leadingOut].sort();
  }

  private async read(folder: string): Promise<TreeEntry[]> {
    const found = await readdir(folder, { withFileTypes: true }).catch(() => [] as Dirent[]);
    const entries = await Promise.all(found.map(async (dirent) => this.toEntry(folder, dirent)));
    return entries.filter((entry) => entry !== undefined).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  private async toEntry(folder: string, dirent: Dirent): Promise<TreeEntry | undefined> {
    const { name } = dirent;
    const path = join(folder, name);
    if (!dirent.isSymbolicLink()) return { name, path, kind: kindOf(dirent) };
    const [link, target] = await Promise.all([readlink(path), realpath(path).catch(() => undefined)]);
    if (target === undefined) return { name, path, kind: 'other', link }; // it points to nothing
    if (!(await this.realRoots).some((root) => isWithin(root, target))) {
      this.leadingOut.add(path);
      return undefined;
    }
    const kind = await stat(target).then(kindOf, () => 'other' as const);
    return { name, path, kind, link, target };
  }
}

export function isWithin(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`));
}

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): TreeEntry['kind'] {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : 'other';
}
