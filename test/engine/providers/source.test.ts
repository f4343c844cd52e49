import { execFileSync } from 'node:child_process';
import * as path from 'node:path';
import { folder } from '../../plan/fixtures/folder';
import { action, commands, source, stage, template } from '../../plan/fixtures/template';
import { runTemplate } from '../run';

const REST = stage('Use', [commands('Show', ['ls'])]);

test('variables come from git', async () => {
  const root = folder({ 'a.txt': 'a' });
  const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@acme.com', ...args], { cwd: root }).toString().trim();
  git('init', '-q', '-b', 'trunk');
  git('add', '.');
  git('commit', '-qm', 'First');
  const connection = action({ Name: 'Repo', type: 'Source/CodeStarSourceConnection', Configuration: { ConnectionArn: 'arn:x', FullRepositoryId: 'acme/shop', BranchName: 'main' }, OutputArtifacts: [{ Name: 'Repo' }] });
  const { ends, lines } = await runTemplate(template([stage('Source', [connection]), REST]), {}, { sources: { Repo: root } });
  expect(ends['Source/Repo']).toMatchObject({
    status: 'Succeeded',
    fidelity: 'real',
    message: expect.stringMatching(/^1 file from a folder on this machine: .*, trunk at [0-9a-f]{8}$/),
    variables: { CommitId: git('rev-parse', 'HEAD'), CommitMessage: 'First', BranchName: 'trunk', FullRepositoryName: 'acme/shop', AuthorEmail: 'ann@acme.com', AuthorDisplayName: 'Ann', ProviderType: 'GitHub' },
  });
  expect(lines('Repo')).toContain('the branch on disk is trunk; AWS would take main');
});

test('a plain folder has its content for a commit: the same files, the same id', async () => {
  const root = folder({ 'a.txt': 'a' });
  const ids = [];
  for (let i = 0; i < 2; i++) ids.push((await runTemplate(template([stage('Source', [source()]), REST]), {}, { sources: { Repo: root } })).ends['Source/Repo'].variables.CommitId);
  expect(ids[0]).toMatch(/^[0-9a-f]{40}$/);
  expect(ids[1]).toBe(ids[0]);
});

test('the folder is told as it is read from where the run was started', async () => {
  const root = folder({ 'in/app/a.txt': 'a' });
  const from = async (shownFrom: string) => (await runTemplate(template([stage('Source', [source()]), REST]), {}, { sources: { Repo: path.join(root, 'in/app') }, shownFrom })).ends['Source/Repo'].message;
  expect(await from(root)).toBe('1 file from a folder on this machine: in/app, without git');
  expect(await from(path.join(root, 'in/other'))).toBe('1 file from a folder on this machine: ../app, without git');
  expect(await from('/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p')).toBe(`1 file from a folder on this machine: ${path.join(root, 'in/app')}, without git`);
});

test('an S3 source may be the zip file itself', async () => {
  const root = folder({ 'in/a.txt': 'zipped' });
  execFileSync('zip', ['-qr', '../a.zip', '.'], { cwd: path.join(root, 'in') });
  const s3 = action({ Name: 'Repo', type: 'Source/S3', Configuration: { S3Bucket: 'b', S3ObjectKey: 'a.zip' }, OutputArtifacts: [{ Name: 'Repo' }] });
  const { ends, lines } = await runTemplate(template([stage('Source', [s3]), REST]), {}, { sources: { Repo: path.join(root, 'a.zip') } });
  expect(ends['Source/Repo'].variables).toMatchObject({ BucketName: 'b', ObjectKey: 'a.zip', ETag: expect.stringMatching(/^[0-9a-f]{32}$/) });
  expect(ends['Source/Repo'].message).toBe(`a file on this machine: ${path.join(root, 'a.zip')}`);
  expect(lines('Show')).toContain('a.txt');
});

test('an image source needs no folder, and does not claim to be real', async () => {
  const ecr = action({ Name: 'Repo', type: 'Source/ECR', Configuration: { RepositoryName: 'web' }, OutputArtifacts: [{ Name: 'Repo' }] });
  const { ends, lines } = await runTemplate(template([stage('Source', [ecr]), REST]), {}, { sources: {} });
  expect(ends['Source/Repo']).toMatchObject({ fidelity: 'emulated', variables: { ImageURI: expect.stringContaining('.amazonaws.com/web@sha256:') } });
  expect(lines('Show')).toContain('imageDetail.json');
});
