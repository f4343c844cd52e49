import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { app, appIn, SITE, SOURCE } from './app';
import { conveyor } from './terminal';
import { folder } from '../plan/fixtures/folder';
import { commands, source, stage, template } from '../plan/fixtures/template';

describe('conveyor list', () => {
  test('shows pipelines with stages, and what runs after what', async () => {
    const { status, out } = await conveyor(['list'], { cwd: app(template([SOURCE, stage('Build', [commands('B', ['x']), commands('A', ['x']), commands('C', ['x'], { RunOrder: 2 })])])) });
    expect(status).toBe(0);
    expect(out).toBe('Shop  stack S0, V2 QUEUED, 222222222222/eu-west-1\n  Source  Repo (CodeCommit)\n  Build   B (Commands), A (Commands) → C (Commands)\n');
  });

  test.each([
    ['aws://unknown-account/unknown-region', 'any account/any region'],
    ['aws://unknown-account/eu-west-1', 'any account/eu-west-1'],
    ['aws://222222222222/us-east-1', '222222222222/us-east-1'],
  ])('shows %s as %s', async (environment, place) => {
    const { out } = await conveyor(['list'], { cwd: appIn(environment, SITE) });
    expect(out).toContain(`V2 QUEUED, ${place}\n`);
  });

  test('gives the plans as JSON', async () => {
    const { out } = await conveyor(['list', '--json'], { cwd: app(SITE) });
    expect(JSON.parse(out)).toEqual([expect.objectContaining({ name: 'Shop' })]);
  });
});

describe('conveyor run', () => {
  test('runs the only pipeline on the current folder and says what became of it', async () => {
    const cwd = app(SITE);
    const { status, out } = await conveyor(['run'], { cwd });
    expect(out).toContain('Build/Make  | made it\n');
    expect(out).not.toContain('Entering phase');
    const table = out.slice(out.lastIndexOf('\nStage ')).trim().split('\n').map(line => line.split(/ {2,}/));
    expect(table.slice(0, 4)).toEqual([
      ['Stage', 'Action', 'Provider', 'Status', 'Fidelity', 'Duration'],
      ['Source', 'Repo', 'Source/CodeCommit', 'succeeded', 'real', expect.any(String)],
      ['Build', 'Make', 'Compute/Commands', 'succeeded', 'real', expect.any(String)],
      ['Deploy', 'Web', 'Deploy/S3', 'succeeded', 'emulated', expect.any(String)],
    ]);
    expect(out).toContain('bucket site: .conveyor/out/site\nwhat landed last is always at .conveyor/out/latest\n');
    expect(out).toMatch(/Shop succeeded in .* \(1 emulated\); nothing changed in AWS\n/);
    expect(readFileSync(path.join(cwd, '.conveyor/out/site/dist/index.html'), 'utf8')).toBe('<h1>hi</h1>');
    expect(status).toBe(0);
    expect((await conveyor(['run'], { cwd })).status).toBe(0); // and again, over what the first run has left
  });

  test('chooses by name, logical id, path or the end of it', async () => {
    const named = (name: string, cdkPath: string) => ({ Resources: { [`${name}Id`]: { ...(SITE.Resources as Record<string, object>).Pipeline, Metadata: { 'aws:cdk:path': cdkPath } } } });
    const two = app(named('A', 'App/One/Resource'), named('B', 'App/Two/Resource'));
    for (const word of ['App/One', 'One', 'AId']) expect((await conveyor(['run', word], { cwd: two })).status).toBe(0);
    expect(await conveyor(['run'], { cwd: two })).toMatchObject({ status: 2, err: 'conveyor: cdk.out has 2 pipelines, so say which: Shop (App/One), Shop (App/Two)\n' });
    expect(await conveyor(['run', 'Shop'], { cwd: two })).toMatchObject({ status: 2, err: 'conveyor: Shop means 2 pipelines of cdk.out: App/One/Resource, App/Two/Resource\n' });
    expect(await conveyor(['run', 'Three'], { cwd: two })).toMatchObject({ status: 2, err: 'conveyor: cdk.out has no pipeline Three; it has Shop (App/One), Shop (App/Two)\n' });
  });

  test('several sources want their names', async () => {
    const cwd = app(template([stage('Source', [source('Repo'), source('Docs')]), stage('Use', [commands('Show', ['ls'])])]));
    expect(await conveyor(['run', '--source', '.'], { cwd })).toMatchObject({ status: 2, err: expect.stringContaining('so say which: --source Repo=., --source Docs=.') });
    expect(await conveyor(['run', '--source', 'Repo=.'], { cwd })).toMatchObject({ status: 2, err: 'conveyor: the source Docs (CodeCommit) needs a folder on this machine: --source Docs=path\n' });
    expect((await conveyor(['run', '--source', 'Repo=.', '--source', 'Docs=.'], { cwd })).status).toBe(0);
  });

  test('a source that the pipeline lacks is named with those that it has', async () => {
    const cwd = app(SITE);
    expect(await conveyor(['run', '--source', 'Nope=.'], { cwd })).toMatchObject({
      status: 2, err: 'conveyor: --source Nope=.: the pipeline has no source action Nope; it has Repo (a path that holds "=" is given as Repo=Nope=.)\n',
    });
    const odd = folder({ 'a=b/index.html': 'hi' });
    for (const given of ['Repo=a=b', './a=b', path.join(odd, 'a=b')]) {
      expect((await conveyor(['run', '--app', path.join(cwd, 'cdk.out'), '--source', given], { cwd: odd })).status).toBe(0);
    }
  });

  test('passes variables, secrets and named variables of the environment on', async () => {
    const cwd = app(template([SOURCE, stage('Use', [
      commands('Show', ['echo "#{variables.to} $MINE $OTHER [$HIDDEN]"', 'echo "$TOKEN"'], { EnvironmentVariables: [{ Name: 'TOKEN', Value: 'api', Type: 'SECRETS_MANAGER' }] }),
    ])], {}, { Variables: [{ Name: 'to' }] }));
    const { out } = await conveyor(['run', '--variable', 'to=prod=1', '--secret', 'api=very-secret', '--env', 'MINE', '--env', 'OTHER=o'], { cwd, env: { PATH: process.env.PATH, MINE: 'm', HIDDEN: 'h' } });
    expect(out).toContain('| prod=1 m o []\n');
    expect(out).toContain('| ***\n');
    expect(out).not.toContain('very-secret');
  });

  test('secrets may come from a file, and a broken one is not quoted', async () => {
    const cwd = app(template([SOURCE, stage('Use', [commands('Show', ['test "$TOKEN" = very-secret'], { EnvironmentVariables: [{ Name: 'TOKEN', Value: 'api:t', Type: 'SECRETS_MANAGER' }] })])]));
    const secrets = folder({ 'good.json': { api: { t: 'very-secret' } }, 'bad.json': '{ "api": very-secret' });
    expect((await conveyor(['run', '--secrets', path.join(secrets, 'good.json')], { cwd })).status).toBe(0);
    const bad = await conveyor(['run', '--secrets', path.join(secrets, 'bad.json')], { cwd });
    expect(bad).toMatchObject({ status: 2, err: expect.stringMatching(/^conveyor: --secrets .*bad\.json is not valid JSON\n$/) });
  });

  test('writes events as JSON lines when asked', async () => {
    const { out } = await conveyor(['run', '--json'], { cwd: app(SITE) });
    const events = out.trim().split('\n').map(line => JSON.parse(line) as { type: string; at: string });
    expect([events[0].type, events[events.length - 1].type]).toEqual(['pipeline-started', 'pipeline-finished']);
  });

  test('puts everything where it is told', async () => {
    const cwd = app(SITE);
    await conveyor(['run', '--home', 'here', '--out', 'there'], { cwd });
    expect(existsSync(path.join(cwd, 'there/site/dist/index.html'))).toBe(true);
    expect(existsSync(path.join(cwd, 'here/Shop/latest/journal.jsonl'))).toBe(true);
    expect(existsSync(path.join(cwd, '.conveyor'))).toBe(false);
  });

  test('Ctrl-C ends what runs and leaves 130', async () => {
    let interrupt = (_by: string): void => undefined;
    const out: string[] = [];
    const { status } = await conveyor(['run'], {
      cwd: app(template([SOURCE, stage('Wait', [commands('Sleep', ['echo asleep', 'sleep 30'])])])),
      out: { isTTY: false, write: text => { out.push(text); if (text.includes('| asleep')) interrupt('Ctrl-C'); } },
      onInterrupt: listener => { interrupt = listener; return () => undefined; },
    });
    expect(status).toBe(130);
    expect(out.join('')).toMatch(/Wait\/Sleep +✗ stopped \(\d+ ms\)\nStage Wait stopped \(/);
    expect(out.join('')).toMatch(/\n\nShop stopped by Ctrl-C after .*; nothing changed in AWS\n/);
    expect(out.join('').match(/stopped by/g)).toHaveLength(1);
  });

  test('colour appears on a terminal, and not with NO_COLOR', async () => {
    const escape = String.fromCharCode(27);
    const env = { PATH: process.env.PATH };
    expect((await conveyor(['list'], { cwd: app(SITE), tty: true })).out.includes(escape)).toBe('styleText' in jest.requireActual<object>('node:util'));
    expect((await conveyor(['list'], { cwd: app(SITE), tty: true, env: { ...env, NO_COLOR: '1' } })).out).not.toContain(escape);
    expect((await conveyor(['run'], { cwd: app(SITE) })).out).not.toContain(escape);
  });
});

describe('unusable input leaves status 2 and one line', () => {
  test.each<[string, string[], RegExp]>([
    ['no assembly', ['run'], /^conveyor: cdk\.out does not exist: run "npx cdk synth" first/],
    ['no pipeline', ['run', '--app', 'empty.json'], /^conveyor: empty\.json has no pipeline/],
    ['a broken template', ['list', '--app', 'broken.json'], /^conveyor: broken\.json:1:\d+ is not valid JSON/],
    ['an unknown option', ['run', '--aprove'], /^error: unknown option '--aprove'/],
    ['both ways of an approval', ['run', '--approve', '--reject'], /cannot be used with option/],
    ['a variable without a value', ['run', '--variable', 'x'], /must be of the form name=value/],
    ['a variable that this environment lacks', ['run', '--app', 'site.json', '--env', 'NOPE'], /^conveyor: --env NOPE: this environment has no NOPE/],
  ])('%s', async (_what, argv, message) => {
    const { status, err } = await conveyor(argv, { cwd: folder({ 'empty.json': { Resources: {} }, 'broken.json': '{ "a": ', 'site.json': SITE }) });
    expect(err).toMatch(message);
    expect(status).toBe(2);
  });
});

test('help is no failure', async () => {
  const { status, out } = await conveyor(['run', '--help']);
  expect(status).toBe(0);
  expect(out).toContain('--source <[name=]path>');
});

test('the entry passes arguments in and the status out, and stops on a signal', async () => {
  const entry = path.join(__dirname, '../../src/cli/main.ts');
  const tsx = path.join(__dirname, '../../node_modules/tsx/dist/cli.mjs');
  const run = async (cwd: string, ...argv: string[]) => new Promise<{ code: unknown; out: string }>(resolve => {
    const child = execFile(process.execPath, [tsx, entry, ...argv], { cwd }, (error, stdout, stderr) => {
      resolve({ code: error ? error.code : 0, out: stdout + stderr });
    });
    let seen = '';
    child.stdout?.on('data', (text: string) => {
      seen += text;
      if (seen.includes('| asleep')) child.kill('SIGINT');
    });
  });
  expect(await run(folder(), 'list')).toEqual({ code: 2, out: expect.stringContaining('conveyor: cdk.out does not exist') });
  const sleeping = app(template([SOURCE, stage('Wait', [commands('Sleep', ['echo asleep', 'sleep 30'])])]));
  expect((await run(sleeping, 'run')).code).toBe(130);
});
