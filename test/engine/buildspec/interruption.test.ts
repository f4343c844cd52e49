import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aBuild, building, course } from './a-build';
import { isRunning } from './running-process';

const START_SLEEP = 'sleep 60 & echo $! > pid; wait';

test('a build that runs out of time ends with all its processes', async () => {
  const start = performance.now();
  const run = await aBuild(JSON.stringify({
    version: '0.2', phases: { build: { commands: [START_SLEEP], finally: ['echo never'] }, post_build: { commands: ['echo never'] } }, artifacts: { files: ['pid'] },
  }), { timeoutMs: 300 });
  expect(performance.now() - start).toBeLessThan(5000);
  expect(run.status).toBe('TIMED_OUT');
  expect(course(run, 'BUILD', 'POST_BUILD', 'UPLOAD_ARTIFACTS')).toEqual(['BUILD TIMED_OUT']);
  expect(run.failure).toEqual({ phase: 'BUILD', message: 'BUILD_TIMED_OUT: the build did not end within its time limit, and was ended' });
  expect(run.output).toEqual([]);
  expect(run.artifacts).toBeUndefined();
  expect(isRunning(Number(readFileSync(join(run.workspace, 'pid'), 'utf8')))).toBe(false);
});

test('the caller can stop a build', async () => {
  const controller = new AbortController();
  const run = await aBuild(building('echo started', 'sleep 60', 'echo never'), {
    signal: controller.signal, onLine: (line) => line === 'started' && controller.abort(),
  });
  expect(run.status).toBe('STOPPED');
  expect(run.failure?.phase).toBe('BUILD');
});

test('commands that do not heed SIGTERM are killed after two seconds', async () => {
  const start = performance.now();
  const run = await aBuild(building("trap '' TERM; echo ready; while :; do sleep 0.1; done"), { timeoutMs: 300 });
  expect(run.status).toBe('TIMED_OUT');
  expect(run.output).toEqual(['ready']);
  expect(performance.now() - start).toBeGreaterThan(2000);
  expect(performance.now() - start).toBeLessThan(8000);
});

test('commands may clean up when they are ended', async () => {
  const run = await aBuild(building("bash -c 'trap \"echo cleaned up; exit 1\" TERM; echo ready; sleep 60 & wait'"), { timeoutMs: 500 });
  expect(run.output).toEqual(['ready', 'cleaned up']);
});

test('commands that heed SIGTERM end at once', async () => {
  const controller = new AbortController();
  let stopped = 0;
  const run = await aBuild(building('echo started; sh -c "sleep 60 & sleep 61"'), {
    signal: controller.signal,
    onLine: (line) => {
      if (line !== 'started') return;
      setTimeout(() => {
        stopped = performance.now();
        controller.abort();
      }, 100);
    },
  });
  expect(performance.now() - stopped).toBeLessThan(300);
  expect(run.status).toBe('STOPPED');
});

test('a build that was stopped before it began runs nothing', async () => {
  const run = await aBuild(building('echo never'), { signal: AbortSignal.abort() });
  expect(run.status).toBe('STOPPED');
  expect(course(run)).toEqual(['DOWNLOAD_SOURCE STOPPED']);
  expect(run.output).toEqual([]);
});

test('time runs out for secrets too', async () => {
  const run = await aBuild(JSON.stringify({ version: '0.2', env: { 'secrets-manager': { A: 'a' } }, phases: { build: { commands: ['echo never'] } } }), {
    resolveSecret: async () => new Promise(() => undefined), timeoutMs: 50,
  });
  expect(course(run)).toEqual(['DOWNLOAD_SOURCE TIMED_OUT']);
});
