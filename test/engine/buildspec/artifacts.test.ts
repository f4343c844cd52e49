import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { aBuild } from './a-build';
import { temporaryFolder } from './temporary-folder';
import { collectArtifact, Folders } from '../../../src/engine/buildspec/artifacts';
import { ArtifactSpec } from '../../../src/engine/buildspec/buildspec';

const FILES = { 'dist/index.html': '', 'dist/.nojekyll': '', 'dist/js/app.js': '', 'dist/js/app.js.map': '', 'README.md': '' };

async function collect(workspace: string, spec: Partial<ArtifactSpec>, others: Folders['others'] = []) {
  return collectArtifact({ files: ['**/*'], excludePaths: [], discardPaths: false, enableSymlinks: false, ...spec }, { workspace, others });
}

const paths = ({ files }: { files: readonly { path: string }[] }) => files.map(({ path }) => path);

test('every file is taken with its path in the workspace, and with where it is', async () => {
  const workspace = temporaryFolder(FILES);
  const artifact = await collect(workspace, {});
  expect(paths(artifact)).toEqual(['README.md', 'dist/.nojekyll', 'dist/index.html', 'dist/js/app.js', 'dist/js/app.js.map']);
  expect(artifact.files[0]).toEqual({ path: 'README.md', from: join(workspace, 'README.md') });
  expect(artifact.warnings).toEqual([]);
});

test('a base directory is stripped, and excluded paths are relative to it', async () => {
  const artifact = await collect(temporaryFolder(FILES), { baseDirectory: 'dist', excludePaths: ['js/*.map', '**/.*'] });
  expect(paths(artifact)).toEqual(['index.html', 'js/app.js']);
});

test('a base directory may be a pattern: all that match are stripped', async () => {
  const artifact = await collect(temporaryFolder({ 'out-a/x/a': '', 'out-b/b': '', 'out-b/x/a': '', 'outer': '' }), { baseDirectory: 'out-*' });
  expect(paths(artifact)).toEqual(['b', 'x/a']);
  expect(artifact.warnings).toEqual([expect.stringMatching(/out-b\/x\/a is left out: .*out-a\/x\/a is already "x\/a" in the artifact/)]);
});

test('discard-paths leaves the names, and says when two are the same', async () => {
  const artifact = await collect(temporaryFolder({ 'a/x': '', 'b/x': '', 'b/y': '' }), { discardPaths: true });
  expect(paths(artifact)).toEqual(['x', 'y']);
  expect(artifact.warnings).toHaveLength(1);
});

test('files that two patterns find are in the artifact once', async () => {
  const artifact = await collect(temporaryFolder(FILES), { files: ['README.md', '*.md', '**/*.md'] });
  expect(paths(artifact)).toEqual(['README.md']);
  expect(artifact.warnings).toEqual([]);
});

test('a pattern without a file is a warning beside one that has some', async () => {
  const artifact = await collect(temporaryFolder(FILES), { files: ['README.md', 'LICENSE', 'dist'] });
  expect(paths(artifact)).toEqual(['README.md']);
  expect(artifact.warnings).toEqual(['"LICENSE" matches no file', '"dist" names a folder; write "dist/**/*" to take what it holds']);
});

test('no file at all is a failure', async () => {
  await expect(collect(temporaryFolder(FILES), { files: ['dist'] })).rejects.toThrow('no matching artifact paths found');
  await expect(collect(temporaryFolder(FILES), { excludePaths: ['**/*'] })).rejects.toThrow('no matching artifact paths found');
  await expect(collect(temporaryFolder(FILES), { baseDirectory: 'build' })).rejects.toThrow('no matching base directory path found for build');
});

test('patterns and base directories do not climb out of the workspace', async () => {
  const outer = temporaryFolder({ 'secret': '', 'work/a': '' });
  const workspace = join(outer, 'work');
  const artifact = await collect(workspace, { files: ['a', '../secret', join(outer, 'secret'), join(workspace, 'a')] });
  expect(paths(artifact)).toEqual(['a']);
  expect(artifact.warnings).toEqual([expect.stringContaining('"../secret" leads out of the base directory'), expect.stringContaining('leads out')]);
  await expect(collect(workspace, { baseDirectory: '..' })).rejects.toThrow('no matching base directory path found for ..');
});

test('a base directory may be named in full: a secondary source, or a folder of its own', async () => {
  const workspace = temporaryFolder(FILES);
  const other = temporaryFolder({ 'b/c': '' });
  expect(paths(await collect(workspace, { baseDirectory: join(workspace, 'dist/js') }))).toEqual(['app.js', 'app.js.map']);
  expect(paths(await collect(workspace, { baseDirectory: join(other, 'b') }, [other]))).toEqual(['c']);
  expect(paths(await collect(workspace, { baseDirectory: other }))).toEqual(['b/c']);
});

describe('symbolic links', () => {
  function linked(): string {
    const workspace = temporaryFolder({ 'lib/a.js': '', 'bin.js': '' });
    symlinkSync('bin.js', join(workspace, 'bin'));
    symlinkSync('lib', join(workspace, 'current'));
    symlinkSync('/etc/passwd', join(workspace, 'passwd'));
    return workspace;
  }

  test('are followed inside the workspace, never out of it', async () => {
    const artifact = await collect(linked(), {});
    expect(paths(artifact)).toEqual(['bin', 'bin.js', 'current/a.js', 'lib/a.js']);
    expect(artifact.files.some(({ link }) => link !== undefined)).toBe(false);
    expect(artifact.warnings).toEqual(["passwd is left out: it is a symbolic link that leads out of the build's folder"]);
  });

  test('are kept as links with enable-symlinks', async () => {
    const artifact = await collect(linked(), { enableSymlinks: true });
    expect(artifact.files.map(({ path, link }) => (link ? `${path} -> ${link}` : path))).toEqual(['bin -> bin.js', 'bin.js', 'current -> lib', 'lib/a.js']);
  });
});

test('two thousand files are found', async () => {
  const workspace = temporaryFolder();
  for (let i = 0; i < 40; i++) mkdirSync(join(workspace, `d${i}`));
  const run = await aBuild(JSON.stringify({
    version: '0.2', phases: { build: { commands: ['for i in {0..39}; do for j in {1..50}; do : > d$i/$j; done; done'] } }, artifacts: { files: ['**/*'] },
  }), { workspace });
  expect(run.artifacts?.files).toHaveLength(2000);
});

test('a build evaluates names and paths in its shell', async () => {
  const run = await aBuild(JSON.stringify({
    version: '0.2',
    env: { shell: 'bash' },
    phases: { build: { commands: ['mkdir -p out/docs; touch out/a out/docs/b; VERSION=1.2; DIR=out; set -eu'] } },
    artifacts: {
      'files': ['**/*'],
      'name': 'shop-$VERSION-$(basename "$PWD/x y")-${MISSING}',
      'base-directory': '$CODEBUILD_SRC_DIR/$DIR',
      'secondary-artifacts': { docs: { 'files': ['$DIR/docs/*'], 'discard-paths': 'yes', 'name': "it's \"docs\"" } },
    },
  }));
  expect(run.status).toBe('SUCCEEDED');
  expect(run.artifacts?.name).toBe('shop-1.2-x y-');
  expect(run.artifacts && paths(run.artifacts)).toEqual(['a', 'docs/b']);
  expect(run.secondaryArtifacts.docs.name).toBe("it's \"docs\"");
  expect(paths(run.secondaryArtifacts.docs)).toEqual(['b']);
});

test('a missing artifact fails UPLOAD_ARTIFACTS, and the others are collected', async () => {
  const run = await aBuild(JSON.stringify({
    version: '0.2',
    phases: { build: { commands: ['touch a'] } },
    artifacts: { 'files': ['a'], 'secondary-artifacts': { docs: { files: ['docs/*'] }, all: { files: ['**/*'] } } },
  }));
  expect(run.failure).toEqual({ phase: 'UPLOAD_ARTIFACTS', message: 'CLIENT_ERROR: no matching artifact paths found (secondary artifact docs)' });
  expect(run.artifacts && paths(run.artifacts)).toEqual(['a']);
  expect(Object.keys(run.secondaryArtifacts)).toEqual(['all']);
});
