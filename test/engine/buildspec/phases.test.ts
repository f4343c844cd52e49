import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { aBuild, course } from './a-build';

const buildspec = (phases: object, more: object = {}) => JSON.stringify({ version: '0.2', phases, ...more });
const ran = (name: string) => ({ commands: [`echo ${name}`] });

test('phases run in their order, whatever the order in the text', async () => {
  const run = await aBuild(buildspec({ post_build: ran('post_build'), build: ran('build'), install: ran('install'), pre_build: ran('pre_build') }));
  expect(run.output).toEqual(['install', 'pre_build', 'build', 'post_build']);
  expect(course(run)).toEqual(['DOWNLOAD_SOURCE', 'INSTALL', 'PRE_BUILD', 'BUILD', 'POST_BUILD', 'UPLOAD_ARTIFACTS'].map((name) => `${name} SUCCEEDED`));
  expect(run.seen).toEqual(run.phases);
  expect(run.status).toBe('SUCCEEDED');
  expect(run.failure).toBeUndefined();
});

test.each(['install', 'pre_build'])('a failure in %s stops the phases after it', async (phase) => {
  const run = await aBuild(buildspec({ [phase]: { commands: ['false', 'echo never'] }, build: ran('build'), post_build: ran('post_build') }));
  expect(run.output).toEqual([]);
  expect(run.status).toBe('FAILED');
  expect(run.failure).toEqual({ phase: phase.toUpperCase(), message: 'COMMAND_EXECUTION_ERROR: command "false" exited with 1' });
});

test('a failure in build is followed by post_build, which is told of it', async () => {
  const run = await aBuild(buildspec({
    build: { commands: ['echo $CODEBUILD_BUILD_SUCCEEDING', 'false'] },
    post_build: { commands: ['echo $CODEBUILD_BUILD_SUCCEEDING', 'sh -c "echo $CODEBUILD_BUILD_SUCCEEDING"'] },
  }));
  expect(run.output).toEqual(['1', '0', '0']);
  expect(course(run, 'BUILD', 'POST_BUILD')).toEqual(['BUILD FAILED', 'POST_BUILD SUCCEEDED']);
  expect(run.status).toBe('FAILED');
});

test('artifacts are collected even after a failure, and the failure is the first one', async () => {
  const run = await aBuild(buildspec({ build: { commands: ['echo log > build.log', 'exit 2'] } }, { artifacts: { files: ['*.log'] } }));
  expect(run.artifacts?.files.map(({ path }) => path)).toEqual(['build.log']);
  expect(run.failure?.phase).toBe('BUILD');
  const both = await aBuild(buildspec({ build: { commands: ['exit 2'] } }, { artifacts: { files: ['*.log'] } }));
  expect(course(both, 'BUILD', 'UPLOAD_ARTIFACTS')).toEqual(['BUILD FAILED', 'UPLOAD_ARTIFACTS FAILED']);
  expect(both.failure?.phase).toBe('BUILD');
});

test('finally runs after success and after failure, and can fail the phase itself', async () => {
  const run = await aBuild(buildspec({
    install: { commands: ['true'], finally: ['echo finally install'] },
    pre_build: { commands: ['true'], finally: ['echo finally pre_build', 'exit 5', 'echo never'] },
    build: ran('build'),
  }));
  expect(run.output).toEqual(['finally install', 'finally pre_build']);
  expect(run.failure).toEqual({ phase: 'PRE_BUILD', message: 'COMMAND_EXECUTION_ERROR: command "exit 5" exited with 5' });
});

test('when commands and finally both fail, the commands are the reason', async () => {
  const run = await aBuild(buildspec({ build: { commands: ['exit 3'], finally: ['exit 4'] } }));
  expect(run.failure?.message).toContain('exited with 3');
});

describe('on-failure', () => {
  test('ABORT keeps post_build from running', async () => {
    const run = await aBuild(buildspec({ build: { 'on-failure': 'ABORT', 'commands': ['false'] }, post_build: ran('post_build') }));
    expect(run.output).toEqual([]);
    expect(course(run, 'POST_BUILD', 'UPLOAD_ARTIFACTS')).toEqual(['UPLOAD_ARTIFACTS SUCCEEDED']);
  });

  test('CONTINUE goes on with the next phase; the build fails all the same', async () => {
    const run = await aBuild(buildspec({
      install: { 'on-failure': 'CONTINUE', 'commands': ['false'] },
      build: { commands: ['echo $CODEBUILD_BUILD_SUCCEEDING'] },
    }));
    expect(run.output).toEqual(['0']);
    expect([run.status, run.failure?.phase]).toEqual(['FAILED', 'INSTALL']);
  });

  test('RETRY starts the build again in a fresh shell until it succeeds', async () => {
    const run = await aBuild(buildspec({
      install: { commands: ['echo "install ${LEFT-fresh}"', 'LEFT=over'] },
      build: { 'on-failure': 'RETRY', 'commands': ['echo x >> tries', '[ $(wc -l < tries) -eq 3 ]'] },
      post_build: ran('post_build'),
    }));
    expect(run.status).toBe('SUCCEEDED');
    expect(run.failure).toBeUndefined();
    expect(run.output).toEqual(['install fresh', 'install fresh', 'install fresh', 'post_build']);
    expect(run.phases.filter(({ name }) => name === 'BUILD').map(({ attempt, status }) => `${attempt} ${status}`)).toEqual(['1 FAILED', '2 FAILED', '3 SUCCEEDED']);
  });

  test('RETRY gives up after its count, and then the usual order holds', async () => {
    const run = await aBuild(buildspec({ build: { 'on-failure': 'RETRY-1', 'commands': ['echo try', 'false'] }, post_build: ran('post_build') }));
    expect(run.output).toEqual(['try', 'try', 'post_build']);
    expect(run.status).toBe('FAILED');
    expect(run.log).toContain('Starting the build again because BUILD failed: retry 1 of 1');
  });

  test('RETRY without a count stops after three retries, RETRY-0 at once', async () => {
    expect((await aBuild(buildspec({ build: { 'on-failure': 'RETRY', 'commands': ['echo try; false'] } }))).output).toHaveLength(4);
    expect((await aBuild(buildspec({ build: { 'on-failure': 'RETRY-0', 'commands': ['echo try; false'] } }))).output).toHaveLength(1);
  });

  test('RETRY with a pattern looks at what the failed command said', async () => {
    const retry = (pattern: string) => buildspec({ build: { 'on-failure': `RETRY-1-${pattern}`, 'commands': ['echo earlier', 'echo "connection reset" >&2; false'] } });
    expect((await aBuild(retry('connection (reset|refused)'))).output).toHaveLength(4);
    expect((await aBuild(retry('earlier'))).output).toHaveLength(2);
    expect((await aBuild(retry('exited with 1'))).output).toHaveLength(4);
  });
});

test('runtime versions are named beside what the machine has', async () => {
  const run = await aBuild(buildspec({ install: { 'runtime-versions': { nodejs: 22, cobol: 85 } }, build: ran('build') }));
  expect(run.log).toContain(`runtime-versions asks for nodejs 22; this build uses the machine's own: node ${process.version}`);
  expect(run.log).toContain("runtime-versions asks for cobol 85; this build uses the machine's own: none found in PATH");
});

test('what cannot be honoured here is said once', async () => {
  const run = await aBuild(buildspec(
    { build: { ...ran('build'), 'run-as': 'nobody-here' } }, { 'run-as': 'nobody-here', 'cache': { paths: ['x'] }, 'batch': { 'fast-fail': 'true' }, 'oops': 1 }));
  const log = run.log.join('\n');
  expect(log.match(/run-as nobody-here is not possible here/g)).toHaveLength(1);
  expect(log).toContain('cache is not used here');
  expect(log).toContain('batch is not run here');
  expect(log).toContain('Warning: buildspec.yml:1:');
});

test('a workspace that does not exist fails DOWNLOAD_SOURCE', async () => {
  const run = await aBuild(buildspec({ build: ran('build') }), { workspace: '/does/not/exist' });
  expect(run.failure).toEqual({ phase: 'DOWNLOAD_SOURCE', message: 'CLIENT_ERROR: the source folder /does/not/exist does not exist' });
  expect(course(run)).toEqual(['DOWNLOAD_SOURCE FAILED']);
});

test('nothing is left in the temporary folder', async () => {
  const run = await aBuild(buildspec({ build: { commands: ['mkdir tmp; ls $TMPDIR | wc -l', 'exit 1'] } }));
  const again = await aBuild(buildspec({ build: { commands: ['ls $TMPDIR | grep -c conveyor-build'] } }), {
    workspace: run.workspace, environment: { PATH: process.env.PATH ?? '', TMPDIR: join(run.workspace, 'tmp') },
  });
  expect(again.output).toEqual(['1']);
  expect(existsSync(join(run.workspace, 'tmp'))).toBe(true);
  expect(readdirSync(join(run.workspace, 'tmp'))).toEqual([]);
});
