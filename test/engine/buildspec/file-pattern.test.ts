import { symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { temporaryFolder } from './temporary-folder';
import { excluder, matchFiles, matchFolders } from '../../../src/engine/buildspec/file-pattern';
import { FileTree } from '../../../src/engine/buildspec/file-tree';

async function matches(folder: string, pattern: string): Promise<string[]> {
  const { files } = await matchFiles(new FileTree([folder]), folder, pattern);
  return files.map(({ path }) => relative(folder, path)).sort();
}

const TREE = { 'a.txt': '', '.env': '', 'src/a.ts': '', 'src/.hidden': '', 'src/deep/b.ts': '', 'src/deep/.git/config': '', 'pages/[id].tsx': '' };

test.each([
  ['**/*', Object.keys(TREE)],
  ['**', Object.keys(TREE)],
  ['*', ['.env', 'a.txt']],
  ['src/*', ['src/.hidden', 'src/a.ts']],
  ['src/**/*', ['src/.hidden', 'src/a.ts', 'src/deep/.git/config', 'src/deep/b.ts']],
  ['**/*.ts', ['src/a.ts', 'src/deep/b.ts']],
  ['./src//a.ts', ['src/a.ts']],
  ['src', []],
  ['src/', []],
  ['missing/*', []],
  ['pages/[id].tsx', ['pages/[id].tsx']],
  ['{a,b}.txt', ['a.txt']],
  ['.', []],
])('%s', async (pattern, expected) => {
  expect(await matches(temporaryFolder(TREE), pattern)).toEqual([...expected].sort());
});

test('a walk finds what the pattern matches, and nothing else', async () => {
  const name = fc.constantFrom('a', 'b', '.c', 'ab', 'a.txt');
  const tree = fc.uniqueArray(fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/')), { minLength: 1, maxLength: 8 });
  const pattern = fc.array(fc.constantFrom('a', '*', '**', '.*', 'a*', '?', '[ab]'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
  await fc.assert(fc.asyncProperty(tree, pattern, async (all, glob) => {
    const paths = all.filter((path) => !all.some((other) => other.startsWith(`${path}/`)));
    const expected = paths.filter((path) => picomatch.isMatch(path, glob, { dot: true, strictSlashes: true })).sort();
    expect(await matches(temporaryFolder(Object.fromEntries(paths.map((path) => [path, '']))), glob)).toEqual(expected);
  }), { numRuns: 150 });
});

test('symbolic links are followed inside the folder, and never round in a circle', async () => {
  const folder = temporaryFolder({ 'packages/one/index.js': '', 'b.txt': '' });
  symlinkSync('../packages', join(folder, 'packages', 'loop'));
  symlinkSync('packages/one', join(folder, 'linked'));
  symlinkSync('b.txt', join(folder, 'c.txt'));
  symlinkSync('nowhere', join(folder, 'broken'));
  expect(await matches(folder, '**/*')).toEqual(['b.txt', 'c.txt', 'linked/index.js', 'packages/one/index.js']);
});

test('symbolic links that lead out are left out and remembered', async () => {
  const folder = temporaryFolder({ 'a.txt': '' });
  symlinkSync('/etc', join(folder, 'etc'));
  symlinkSync('/etc/passwd', join(folder, 'passwd'));
  const tree = new FileTree([folder]);
  const { files } = await matchFiles(tree, folder, '**/*');
  expect(files.map(({ name }) => name)).toEqual(['a.txt']);
  expect(tree.escapes().map((path) => relative(folder, path))).toEqual(['etc', 'passwd']);
});

test('folders are found by patterns too', async () => {
  const folder = temporaryFolder({ 'build-a/x/f': '', 'build-b/f': '', 'build-file': '', 'other/f': '' });
  const found = async (pattern: string) => (await matchFolders(new FileTree([folder]), folder, pattern)).map((path) => relative(folder, path));
  expect(await found('build-*')).toEqual(['build-a', 'build-b']);
  expect(await found('*/x')).toEqual(['build-a/x']);
  expect(await found('.')).toEqual(['']);
  expect(await found('none')).toEqual([]);
});

test.each([
  ['**/*.map', ['a.map', 'x/a.map'], ['a.js']],
  ['*.map', ['a.map'], ['x/a.map']],
  ['node_modules/**/*', ['node_modules/a', 'node_modules/b/c'], ['src/node_modules/a']],
  ['**/.*/**/*', ['.git/config', 'a/.b/c/d'], ['.env', 'a/.env']],
  ['**/.*', ['.env', 'a/.env'], ['a/env']],
  ['**/secret/**/*', ['secret', 'a/secret', 'secret/a'], ['secrets']],
])('%s leaves out what CodeBuild leaves out', (pattern, out, kept) => {
  const isExcluded = excluder([pattern]);
  expect(out.filter((path) => !isExcluded(path))).toEqual([]);
  expect(kept.filter((path) => isExcluded(path))).toEqual([]);
});
