import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { app, DEPLOY, SITE, SOURCE } from './app';
import { conveyor } from './terminal';
import { action, commands, stage, template } from '../plan/fixtures/template';

/** What stands after the table's head. */
const closing = (out: string) => out.slice(out.lastIndexOf('\nStage '));
const count = (text: string, part: string) => text.split(part).length - 1;

describe('a run as it happens', () => {
  test('says how long actions and stages took, in parentheses', async () => {
    const { out } = await conveyor(['run'], { cwd: app(SITE) });
    expect(out).toMatch(/^Source\/Repo +✓ succeeded: 3 files from .* \(\d+ ms\)$/m);
    expect(out).toMatch(/^Build\/Make +✓ succeeded \([\d.]+ m?s\)$/m);
    expect(out).toMatch(/^Stage Build succeeded \([\d.]+ m?s\)$/m);
    expect(out).toMatch(/^Stage Deploy succeeded \(\d+ ms, 1 emulated\)$/m);
  });

  test('shows paths as they are read from the current folder, each once', async () => {
    const cwd = app(SITE);
    const live = (await conveyor(['run'], { cwd })).out.split('\n\n')[0];
    expect(live).not.toContain(cwd);
    expect(live).toContain('3 files from a folder on this machine: ., without git (');
    expect(count(live, '.conveyor/out/site')).toBe(1);
    expect(live).toMatch(/Deploy\/Web +✓ emulated: 1 file for the bucket site, in the folder \.conveyor\/out\/site \(/);
  });

  test('leaves nothing at the end of an empty line', async () => {
    const { out } = await conveyor(['run'], { cwd: app(template([SOURCE, stage('Say', [commands('It', ['printf "a\\n\\n  b  \\n"'])])])) });
    expect(out).toContain('Say/It      | a\nSay/It      |\nSay/It      |   b\n');
  });

  test('says what remains of an earlier deployment', async () => {
    const cwd = app(SITE);
    await conveyor(['run'], { cwd });
    writeFileSync(path.join(cwd, '.conveyor/out/site/old.html'), 'old');
    expect((await conveyor(['run'], { cwd })).out).toContain('| 1 file from earlier deployments remains, as it would in S3 (rm -rf .conveyor/out/site to begin anew)\n');
  });
});

test('a page that landed is what to open', async () => {
  const ship = action({ Name: 'Web', type: 'Deploy/S3', InputArtifacts: [{ Name: 'Repo' }], Configuration: { BucketName: 'site', Extract: 'true' } });
  const { out } = await conveyor(['run'], { cwd: app(template([SOURCE, stage('Deploy', [ship])])) });
  expect(closing(out)).toContain('\n\nbucket site: open .conveyor/out/site/index.html\nwhat landed last is always at .conveyor/out/latest\n\n');
});

test('that nothing changed in AWS is said of every run, unless builds had the means to', async () => {
  const shop = template([SOURCE, stage('Use', [commands('Go', ['true'])])]);
  expect((await conveyor(['run'], { cwd: app(shop) })).out).toMatch(/\nShop succeeded in [^(]*; nothing changed in AWS\n/);
  const { out } = await conveyor(['run', '--env', 'AWS_PROFILE=x'], { cwd: app(shop) });
  expect(out).toMatch(/; the engine changed nothing in AWS, but builds had AWS_PROFILE\n/);
});

describe('a failure', () => {
  const failing = (lines: string[], more: unknown[] = []) => app(template([SOURCE, stage('Test', [commands('Unit', lines), ...more]), DEPLOY]));

  test('ends with the action\'s last lines, its log, and status 1', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => `line ${index + 1}`);
    const { status, out } = await conveyor(['run'], { cwd: failing([`printf '${lines.join('\\n')}\\n'; exit 4`]) });
    expect(status).toBe(1);
    const end = closing(out);
    expect(end).toMatch(/Deploy {2}Web {5}Deploy\/S3 +not run +skipped/);
    expect(end).toContain('Test/Unit failed: BUILD: COMMAND_EXECUTION_ERROR');
    expect(end).toContain(`its last 40 lines:\n${lines.slice(20).map(line => `  ${line}\n`).join('')}log: `);
    expect(end).toMatch(/log: \.conveyor\/Shop\/[0-9a-f-]+\/logs\/Test\.Unit\.log/);
    expect(end).toMatch(/Shop failed in .*; nothing changed in AWS/);
  });

  test('is told once as it happens and once at the end', async () => {
    const { out } = await conveyor(['run'], { cwd: failing(['echo why', 'exit 4']) });
    expect(count(out, 'exited with 4')).toBe(2);
    expect(out).not.toMatch(/Entering phase|Phase complete|Command did not exit successfully/);
    expect(closing(out)).toContain('its last 3 lines:\n  Running command echo why\n  why\n  Running command exit 4\nlog: ');
  });

  test('of several actions is told of each', async () => {
    const end = closing((await conveyor(['run'], { cwd: failing(['exit 4'], [commands('Lint', ['exit 5'])]) })).out);
    expect(end).toContain('\nTest/Unit failed: ');
    expect(end).toContain('\nTest/Lint failed: ');
  });

  const project = (phases: object) => ({
    Project: { Type: 'AWS::CodeBuild::Project', Properties: { Name: 'shop', Source: { Type: 'CODEPIPELINE', BuildSpec: JSON.stringify({ version: '0.2', phases, reports: { unit: { files: ['r.xml'] } } }) } } },
  });
  const TEST = stage('Test', [action({ Name: 'Unit', type: 'Test/CodeBuild', InputArtifacts: [{ Name: 'Repo' }], Configuration: { ProjectName: { Ref: 'Project' } } })]);
  const built = (phases: object, xml = '') => {
    const cwd = app(template([SOURCE, TEST], project(phases)));
    writeFileSync(path.join(cwd, 'r.xml'), xml);
    return cwd;
  };

  test('shows the lines of the phase that failed, and none that came after', async () => {
    const { out } = await conveyor(['run'], { cwd: built({ build: { commands: ['echo reason; false'] }, post_build: { commands: ['echo cleaned up'] } }) });
    expect(out).toContain('| cleaned up\n');
    expect(closing(out)).toContain('its last 2 lines:\n  Running command echo reason; false\n  reason\nlog: ');
  });

  test('shows the last attempt of a build that was started again', async () => {
    const { out } = await conveyor(['run'], { cwd: built({ build: { 'on-failure': 'RETRY-1', 'commands': ['echo x >> tries; echo "try $(wc -l < tries | tr -d " ")"; false'] } }) });
    expect(closing(out)).toContain('  try 2\nlog: ');
  });

  test('names the tests that failed, at most ten, before the last lines', async () => {
    const bad = (number: number) => `<testcase name="test ${number}"><failure message="${number} is\nnot 0"/></testcase>`;
    const xml = `<testsuite><testcase name="good"/>${Array.from({ length: 12 }, (_, index) => bad(index + 1)).join('')}</testsuite>`;
    const { out } = await conveyor(['run'], { cwd: built({ build: { commands: ['exit 1'] } }, xml) });
    expect(out).toMatch(/Test\/Unit +✗ failed: 12 of 13 tests failed; BUILD: .* exited with 1 \(/);
    const end = closing(out);
    expect(end).toContain('Test/Unit failed: 12 of 13 tests failed; BUILD: COMMAND_EXECUTION_ERROR: command "exit 1" exited with 1\n  ✗ test 1\n      1 is\n      not 0\n  ✗ test 2\n');
    expect(end).toContain('  ✗ test 10\n      10 is\n      not 0\n  … and 2 more\nits last line:\n  Running command exit 1\nlog: ');
  });
});
