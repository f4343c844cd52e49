import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { runTemplate } from './run';
import { EngineError, readJournal } from '../../src/engine';
import { folder } from '../plan/fixtures/folder';
import { action, commands, source, stage, template } from '../plan/fixtures/template';

const SOURCE = stage('Source', [source('Repo', { Namespace: 'Src' })]);

test('artifacts and variables travel from stage to stage', async () => {
  const { result, ends, lines, home } = await runTemplate(template([
    SOURCE,
    stage('Build', [commands('Make', ['mkdir dist', 'echo "built $(cat a.txt)" > dist/b.txt', 'export Version=1.2'], { OutputArtifacts: [{ Name: 'Built', Files: ['dist/**/*'] }], OutputVariables: ['Version'], Namespace: 'Make' })]),
    stage('Use', [commands('Show', ['cat dist/b.txt', 'echo "#{Make.Version} #{Src.BranchName} #{codepipeline.PipelineExecutionId}"'], { InputArtifacts: [{ Name: 'Built' }] })]),
  ]), { 'a.txt': 'hello' });
  expect(result.status).toBe('Succeeded');
  expect(lines('Show')).toEqual(expect.arrayContaining(['built hello', `1.2 main ${result.executionId}`]));
  expect(ends['Build/Make']).toMatchObject({ status: 'Succeeded', fidelity: 'real', variables: { Version: '1.2' }, artifacts: [{ name: 'Built', bucket: 'artifacts', key: expect.stringMatching(/^Shop\/Built\/\w{7}$/) }] });
  const [{ bucket, key }] = ends['Build/Make'].artifacts;
  expect(existsSync(path.join(home, 'store', bucket, key))).toBe(true);
  expect(readFileSync(ends['Use/Show'].logFile, 'utf8')).toContain('built hello');
});

test('a failure lets siblings finish, stops the rest, and names what never ran', async () => {
  const { result, ends, of } = await runTemplate(template([
    SOURCE,
    stage('Test', [commands('Bad', ['exit 3']), commands('Good', ['sleep 0.2', 'echo fine']), commands('Later', ['true'], { RunOrder: 2 })]),
    stage('Deploy', [commands('Ship', ['true'])]),
  ]));
  expect(result).toMatchObject({ status: 'Failed', message: expect.stringContaining('Test/Bad: BUILD') });
  expect(Object.fromEntries(Object.entries(ends).map(([name, end]) => [name, `${end.status} ${end.fidelity}`]))).toEqual({
    'Source/Repo': 'Succeeded real', 'Test/Bad': 'Failed real', 'Test/Good': 'Succeeded real', 'Test/Later': 'NotRun skipped', 'Deploy/Ship': 'NotRun skipped',
  });
  expect(of('stage-finished').map(({ stage: name, status }) => `${name} ${status}`)).toEqual(['Source Succeeded', 'Test Failed', 'Deploy NotRun']);
});

test('a stage with RETRY runs the failed action once more', async () => {
  const marker = path.join(folder(), 'tried');
  const { result, of } = await runTemplate(template([
    SOURCE,
    stage('Test', [commands('Flaky', [`if [ -e ${marker} ]; then echo better; else touch ${marker}; exit 1; fi`]), commands('Once', ['true'])], { OnFailure: { Result: 'RETRY', RetryConfiguration: { RetryMode: 'FAILED_ACTIONS' } } }),
  ]));
  expect(result.status).toBe('Succeeded');
  expect(of('stage-retried')).toEqual([expect.objectContaining({ stage: 'Test', actions: ['Flaky'] })]);
  expect(of('action-started').filter(event => event.stage === 'Test').map(event => `${event.action} ${event.attempt}`)).toEqual(['Flaky 1', 'Once 1', 'Flaky 2']);
});

test('a stage with ROLLBACK says to which execution it would go back', async () => {
  const shop = (line: string) => template([SOURCE, stage('Deploy', [commands('Ship', [line])], { OnFailure: { Result: 'ROLLBACK' } })]);
  const home = path.join(folder(), 'home');
  const first = await runTemplate(shop('false'), undefined, { home });
  expect(first.of('stage-rollback')).toEqual([expect.objectContaining({ fidelity: 'emulated', message: expect.stringContaining('never succeeded on this machine') })]);
  const good = await runTemplate(shop('true'), undefined, { home });
  const bad = await runTemplate(shop('false'), undefined, { home });
  expect(bad.of('stage-rollback')[0].toExecution).toBe(good.result.executionId);
});

test('a variable that nothing answers fails the action by its name', async () => {
  const { ends } = await runTemplate(template([SOURCE, stage('Use', [commands('Show', ['echo #{Nope.Url}'])])]));
  expect(ends['Use/Show']).toMatchObject({ status: 'Failed', message: expect.stringContaining('#{Nope.Url}') });
});

test('pipeline variables have defaults, and take values from outside', async () => {
  const shop = template([SOURCE, stage('Use', [commands('Show', ['echo "to #{variables.target}"'])])], {}, { Variables: [{ Name: 'target', DefaultValue: 'dev' }] });
  expect((await runTemplate(shop)).lines('Show')).toContain('to dev');
  expect((await runTemplate(shop, undefined, { variables: { target: 'prod' } })).lines('Show')).toContain('to prod');
});

test.each([
  ['a source without a folder', { sources: {} }, 'the source Repo (CodeCommit) needs a folder on this machine: --source Repo=path'],
  ['a source that is not there', { sources: { Repo: '/no/such' } }, 'the source Repo does not exist at /no/such'],
  ['a source that the pipeline lacks', { sources: { Rpo: '/' } }, 'the pipeline has no source action Rpo; it has Repo'],
  ['a variable that the pipeline lacks', { variables: { target: 'x' } }, 'the pipeline has no variable target; it has must'],
  ['a variable without a value', {}, 'the variable must has no default, so every run must give it: --variable must=value'],
])('%s is an error before anything runs', async (_what, options, message) => {
  const shop = template([SOURCE, stage('Use', [commands('Show', ['true'])])], {}, { Variables: [{ Name: 'must' }] });
  const attempt = runTemplate(shop, undefined, options);
  await expect(attempt).rejects.toThrow(EngineError);
  await expect(attempt).rejects.toThrow(message);
});

test('builds see nothing of the host but what was passed', async () => {
  process.env.AWS_SECRET_ACCESS_KEY = 'host-secret';
  try {
    const { lines } = await runTemplate(template([SOURCE, stage('Look', [commands('Env', ['env', 'ls -A "$HOME" | wc -l'])])]));
    const seen = lines('Env').map(line => line.split('=')[0]);
    expect(seen).not.toContain('AWS_SECRET_ACCESS_KEY');
    expect(seen).not.toContain('npm_config_cache');
    expect(seen).toEqual(expect.arrayContaining(['PATH', 'HOME', 'AWS_REGION', 'AWS_DEFAULT_REGION', 'CODEBUILD_SRC_DIR', 'CODEBUILD_BUILD_ID', 'CODEBUILD_INITIATOR', 'CODEBUILD_RESOLVED_SOURCE_VERSION']));
    expect(lines('Env')).toContain('CODEBUILD_INITIATOR=codepipeline/Shop');
    expect(lines('Env').find(line => line.startsWith('HOME='))).not.toBe(`HOME=${process.env.HOME}`);
    expect(lines('Env')).toContain('0');
  } finally {
    delete process.env.AWS_SECRET_ACCESS_KEY;
  }
});

test('secrets reach the build and no event, log or journal', async () => {
  const shop = template([SOURCE, stage('Use', [commands('Show', ['echo "got $TOKEN"', 'test "$TOKEN" = hunter2hunter2'], { EnvironmentVariables: [{ Name: 'TOKEN', Value: 'api:token', Type: 'SECRETS_MANAGER' }] })])]);
  const { result, lines, events } = await runTemplate(shop, undefined, { secrets: { api: '{"token":"hunter2hunter2"}' } });
  expect(result.status).toBe('Succeeded');
  expect(lines('Show')).toContain('got ***');
  expect(JSON.stringify(events)).not.toContain('hunter2');
  for (const name of readdirSync(path.join(result.folder, 'logs'))) expect(readFileSync(path.join(result.folder, 'logs', name), 'utf8')).not.toContain('hunter2');
  const missing = await runTemplate(shop);
  expect(missing.ends['Use/Show'].message).toContain("give it with --secret 'api:token=value'");
});

test('the journal has every event but log lines, and survives a cut', async () => {
  const { result, events } = await runTemplate(template([SOURCE, stage('Use', [commands('Show', ['echo hi'])])]));
  const journal = path.join(result.folder, 'journal.jsonl');
  expect(readJournal(journal)).toEqual(events.filter(event => event.type !== 'log'));
  const cut = path.join(folder({ j: `${readFileSync(journal, 'utf8')}{"type":"pipe` }), 'j');
  expect(readJournal(cut)).toHaveLength(readJournal(journal).length);
});

test('a stop ends what runs and leaves the rest', async () => {
  const stop = new AbortController();
  const { result, ends } = await runTemplate(
    template([SOURCE, stage('Wait', [commands('Sleep', ['echo asleep', 'sleep 30'])]), stage('After', [commands('Never', ['true'])])]),
    undefined,
    { signal: stop.signal, onEvent: event => { if (event.type === 'log' && event.line === 'asleep') stop.abort('SIGTERM'); } },
  );
  expect(result).toMatchObject({ status: 'Stopped', message: 'stopped by SIGTERM' });
  expect(ends['Wait/Sleep'].message).toBeUndefined();
  expect(result.durationMs).toBeLessThan(10_000);
  expect([ends['Wait/Sleep'].status, ends['After/Never'].status]).toEqual(['Abandoned', 'NotRun']);
});

describe('approval', () => {
  const shop = template([SOURCE, stage('Gate', [action({ Name: 'Ok', type: 'Approval/Manual', Configuration: { CustomData: 'look at #{Src.CommitId}', ExternalEntityLink: 'https://acme.com' } })]), stage('Ship', [commands('Go', ['true'])])]);

  test('waits for the answer, with the message and the link', async () => {
    const asked: unknown[] = [];
    const { result, of } = await runTemplate(shop, undefined, { ask: async request => { asked.push(request); return { approved: true, summary: 'fine' }; } });
    expect(result.status).toBe('Succeeded');
    expect(asked).toEqual([{ pipeline: 'Shop', stage: 'Gate', action: 'Ok', message: expect.stringMatching(/^look at [0-9a-f]{40}$/), link: 'https://acme.com' }]);
    expect(of('approval-given')).toEqual([expect.objectContaining({ approved: true, summary: 'fine' })]);
  });

  test('that is refused fails the pipeline', async () => {
    const { ends } = await runTemplate(shop, undefined, { ask: async () => ({ approved: false, summary: 'not today' }) });
    expect(ends['Gate/Ok']).toMatchObject({ status: 'Failed', fidelity: 'real', message: 'rejected: not today' });
    expect(ends['Ship/Go'].status).toBe('NotRun');
  });

  test('that asks nobody is emulated, and says who has decided', async () => {
    const { ends, of } = await runTemplate(shop, undefined, { ask: async () => ({ approved: true, by: 'an option', fidelity: 'emulated' }) });
    expect(ends['Gate/Ok']).toMatchObject({ status: 'Succeeded', fidelity: 'emulated', message: 'approved by an option' });
    expect(of('approval-given')).toEqual([expect.objectContaining({ approved: true, by: 'an option', fidelity: 'emulated' })]);
  });

  test('that nobody gives can be stopped', async () => {
    const stop = new AbortController();
    const { result } = await runTemplate(shop, undefined, {
      signal: stop.signal,
      ask: async (_request, signal) => new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        setTimeout(() => stop.abort(), 10);
      }),
    });
    expect(result.status).toBe('Stopped');
  });
});

test('an entry condition that does not hold skips the stage, or fails it', async () => {
  const entry = (Result: string) => ({ BeforeEntry: { Conditions: [{ Result, Rules: [{ Name: 'OnlyDev', RuleTypeId: { Provider: 'VariableCheck' }, Configuration: { Variable: '#{Src.BranchName}', Value: 'dev', Operator: 'EQ' } }] }] } });
  const shop = (result: string) => template([SOURCE, stage('Dev', [commands('Go', ['true'])], entry(result)), stage('End', [commands('Last', ['true'])])]);
  const skipped = await runTemplate(shop('SKIP'));
  expect([skipped.result.status, skipped.ends['Dev/Go'].status, skipped.ends['End/Last'].status]).toEqual(['Succeeded', 'NotRun', 'Succeeded']);
  const failed = await runTemplate(shop('FAIL'));
  expect([failed.result.status, failed.ends['End/Last'].status]).toEqual(['Failed', 'NotRun']);
});

test('a log file ends with what became of the action', async () => {
  const { ends } = await runTemplate(template([SOURCE]));
  expect(readFileSync(ends['Source/Repo'].logFile, 'utf8')).toBe(`${ends['Source/Repo'].message}\n`);
});

test('folders of succeeded actions go, those of failed ones stay', async () => {
  const { result } = await runTemplate(template([SOURCE, stage('A', [commands('Good', ['true']), commands('Bad', ['touch trace', 'false'])])]));
  expect(readdirSync(path.join(result.folder, 'work', 'A'))).toEqual(['Bad']);
  expect(existsSync(path.join(result.folder, 'work', 'A', 'Bad', 'src', 'trace'))).toBe(true);
});
