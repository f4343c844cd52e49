import { isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import { ArtifactSpec } from './buildspec';
import { excluder, matchFiles, matchFolders } from './file-pattern';
import { FileTree, isWithin, TreeEntry } from './file-tree';
import { CollectedArtifact, CollectedFile } from './result';

/** Where the files of a build are. */
export interface Folders {
  readonly workspace: string;
  /** the folders of secondary sources, which may be named as base directories and by symbolic links */
  readonly others: readonly string[];
}

/** Nothing to put into an artifact; the build fails in UPLOAD_ARTIFACTS. */
export class NoArtifact extends Error {}

/**
 * Finds the files of an artifact. Nothing is copied: each file is named where it is.
 *
 * @param spec with all of its texts evaluated
 * @throws NoArtifact
 */
export async function collectArtifact(spec: ArtifactSpec, folders: Folders): Promise<CollectedArtifact> {
  const warnings: string[] = [];
  const { tree, bases } = await baseFolders(spec.baseDirectory, folders);
  const isExcluded = excluder(spec.excludePaths);
  const files = new Map<string, CollectedFile>();
  for (const base of bases) {
    for (const { entry, path } of await filesUnder(tree, base, spec, warnings)) {
      if (isExcluded(path)) continue;
      add(files, {
        path: spec.discardPaths ? posix.basename(path) : path,
        from: entry.path,
        ...(spec.enableSymlinks && entry.link !== undefined ? { link: entry.link } : {}),
      }, warnings);
    }
  }
  for (const link of tree.escapes()) {
    warnings.push(`${relative(folders.workspace, link)} is left out: it is a symbolic link that leads out of the build's folder`);
  }
  if (files.size === 0) throw new NoArtifact('no matching artifact paths found');
  return { name: spec.name, files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), warnings };
}

/** The folder or folders that patterns are relative to, with a tree that may read them. */
export async function baseFolders(baseDirectory: string | undefined, { workspace, others }: Folders): Promise<{ tree: FileTree; bases: string[] }> {
  const wanted = baseDirectory ?? '.';
  const path = resolve(workspace, wanted);
  const roots = [workspace, ...others];
  if (!isWithin(workspace, path) && isAbsolute(wanted)) roots.push(path); // named in full, so it is meant
  const root = roots.find((candidate) => isWithin(candidate, path));
  const tree = new FileTree(roots);
  const bases = root === undefined ? [] : await matchFolders(tree, root, relative(root, path).split(sep).join('/'));
  if (bases.length === 0) throw new NoArtifact(`no matching base directory path found for ${wanted}`);
  return { tree, bases };
}

/** The files under one base folder, with their paths in it. */
export async function filesUnder(
  tree: FileTree, base: string, spec: Pick<ArtifactSpec, 'files'> & Partial<ArtifactSpec>, warnings: string[],
): Promise<{ entry: TreeEntry; path: string }[]> {
  const found: { entry: TreeEntry; path: string }[] = [];
  for (const pattern of spec.files) {
    const way = isAbsolute(pattern) ? relative(base, pattern) : pattern;
    if (isAbsolute(way) || way.split(/[\\/]/).includes('..')) {
      warnings.push(`"${pattern}" leads out of the base directory and is not taken; copy the files below it, or change base-directory`);
      continue;
    }
    const { files, folders } = await matchFiles(tree, base, way.split(sep).join('/'), spec.enableSymlinks);
    found.push(...files.map((entry) => ({ entry, path: relative(base, entry.path).split(sep).join('/') })));
    if (files.length > 0) continue;
    warnings.push(folders.length > 0
      ? `"${pattern}" names a folder; write "${join(pattern, '**/*')}" to take what it holds`
      : `"${pattern}" matches no file`);
  }
  return found;
}

function add(files: Map<string, CollectedFile>, file: CollectedFile, warnings: string[]): void {
  const taken = files.get(file.path);
  if (taken === undefined) files.set(file.path, file);
  else if (taken.from !== file.from) warnings.push(`${file.from} is left out: ${taken.from} is already "${file.path}" in the artifact`);
}
