import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { filesOf } from '../../src/engine/source-files';
import { folder } from '../plan/fixtures/folder';

const environment = { PATH: process.env.PATH ?? '' };
const listed = async (root: string, leftOut: string[] = []) => (await filesOf(root, environment, leftOut)).files.map(file => file.path).sort();

function repository(files: Record<string, unknown>): string {
  const root = folder(files);
  const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@acme.com', ...args], { cwd: root });
  git('init', '-q', '-b', 'trunk');
  git('add', '.');
  git('commit', '-qm', 'First "words"\n\nand more');
  return root;
}

test('a repository gives its working tree: changes and new files, but nothing ignored, deleted or of git itself', async () => {
  const root = repository({ '.gitignore': 'node_modules\n*.log', 'a.txt': 'a', 'gone.txt': 'x', 'sub/ü b.txt': 'b' });
  writeFileSync(path.join(root, 'new.txt'), 'n');
  writeFileSync(path.join(root, 'x.log'), 'x');
  mkdirSync(path.join(root, 'node_modules'));
  writeFileSync(path.join(root, 'node_modules/x.js'), 'x');
  rmSync(path.join(root, 'gone.txt'));
  expect(await listed(root)).toEqual(['.gitignore', 'a.txt', 'new.txt', 'sub/ü b.txt']);
  expect(await listed(path.join(root, 'sub'))).toEqual(['ü b.txt']);
});

test('git tells the commit, the branch and whether there are changes', async () => {
  const root = repository({ 'a.txt': 'a' });
  expect((await filesOf(root, environment, [])).git).toMatchObject({
    branch: 'trunk',
    changed: false,
    commit: { id: expect.stringMatching(/^[0-9a-f]{40}$/), message: 'First "words"\n\nand more', authorName: 'Ann', authorEmail: 'ann@acme.com' },
  });
  writeFileSync(path.join(root, 'a.txt'), 'b');
  expect((await filesOf(root, environment, [])).git?.changed).toBe(true);
});

test('a plain folder gives everything, also empty folders and what a build would leave', async () => {
  const root = folder({ 'a.txt': 'a', 'node_modules/x.js': 'x', '.hidden': 'h' });
  mkdirSync(path.join(root, 'empty'));
  expect(await listed(root)).toEqual(['.hidden', 'a.txt', 'empty', 'node_modules/x.js']);
});

test('a folder that its repository ignores is a plain folder', async () => {
  const root = repository({ '.gitignore': 'dist', 'a.txt': 'a' });
  mkdirSync(path.join(root, 'dist'));
  writeFileSync(path.join(root, 'dist/x'), 'x');
  expect(await listed(path.join(root, 'dist'))).toEqual(['x']);
});

test('the engine\'s own folder is never part of a source', async () => {
  const files = { 'a.txt': 'a', '.conveyor/x/y': 'y' };
  for (const root of [folder(files), repository(files)]) expect(await listed(root, [path.join(root, '.conveyor')])).toEqual(['a.txt']);
});

test('an address with a token in it is told without', async () => {
  const root = repository({ 'a.txt': 'a' });
  execFileSync('git', ['remote', 'add', 'origin', 'https://me:secret@github.com/acme/shop.git'], { cwd: root });
  expect((await filesOf(root, environment, [])).git?.remote).toBe('https://github.com/acme/shop.git');
});
