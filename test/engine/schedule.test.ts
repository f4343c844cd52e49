import { runStage, type ActionEnd, type StageWork } from '../../src/engine/schedule';
import { Declared, type ActionPlan, type FailurePlan, type StagePlan } from '../../src/plan';

const action = (name: string, runOrder = 1): ActionPlan => ({
  declared: Declared.NOTHING,
  name,
  runOrder,
  category: 'Compute',
  owner: 'AWS',
  provider: 'Commands',
  version: '1',
  configuration: {},
  commands: [],
  inputs: [],
  outputs: [],
  outputVariables: [],
  environmentVariables: [],
});

/** @param ends how each attempt of an action ends; the last one repeats */
async function run(actions: ActionPlan[], ends: Record<string, ActionEnd[]> = {}, onFailure?: FailurePlan, stopAfter?: string) {
  const trace: string[] = [];
  const attempts: Record<string, number> = {};
  let stopped = false;
  const work: StageWork = {
    run: async ({ name }) => {
      trace.push(`+${name}`);
      await new Promise(resolve => setTimeout(resolve, 2));
      const list = ends[name] ?? ['Succeeded'];
      const end = list[Math.min(attempts[name] ?? 0, list.length - 1)];
      attempts[name] = (attempts[name] ?? 0) + 1;
      trace.push(`-${name}`);
      if (name === stopAfter) stopped = true;
      return end;
    },
    retrying: list => trace.push(`retry ${list.map(one => one.name).join(',')}`),
    stopped: () => stopped,
  };
  const stage: StagePlan = { declared: Declared.NOTHING, name: 'S', actions, onFailure };
  const { status, notRun } = await runStage(stage, work);
  return { trace: trace.join(' '), status, notRun: notRun.map(one => one.name) };
}

const retry = (retryMode?: FailurePlan['retryMode']): FailurePlan => ({ declared: Declared.NOTHING, result: 'RETRY', retryMode, conditions: [] });

test('the same runOrder runs side by side, the next one after all of it, whatever the order in the template', async () => {
  expect(await run([action('C', 2), action('A'), action('B')])).toEqual({ trace: '+A +B -A -B +C -C', status: 'Succeeded', notRun: [] });
});

test('a failed action lets its siblings finish and keeps the rest from starting', async () => {
  expect(await run([action('A'), action('B'), action('C', 2)], { A: ['Failed'] })).toEqual({ trace: '+A +B -A -B', status: 'Failed', notRun: ['C'] });
});

test('RETRY runs what failed once more, and goes on', async () => {
  expect(await run([action('A'), action('B'), action('C', 2)], { A: ['Failed', 'Succeeded'] }, retry('FAILED_ACTIONS')))
    .toEqual({ trace: '+A +B -A -B retry A +A -A +C -C', status: 'Succeeded', notRun: [] });
});

test('RETRY of all actions runs the succeeded ones again, too', async () => {
  expect((await run([action('A'), action('B')], { A: ['Failed', 'Succeeded'] }, retry('ALL_ACTIONS'))).trace).toBe('+A +B -A -B retry A,B +A +B -A -B');
});

test('RETRY happens once', async () => {
  expect(await run([action('A')], { A: ['Failed'] }, retry())).toEqual({ trace: '+A -A retry A +A -A', status: 'Failed', notRun: [] });
});

test('a stop keeps the rest from starting, and nothing is retried', async () => {
  expect(await run([action('A'), action('B', 2)], { A: ['Abandoned'] }, retry(), 'A')).toEqual({ trace: '+A -A', status: 'Stopped', notRun: ['B'] });
});
