import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { folder } from '../../plan/fixtures/folder';
import { action, commands, source, stage, template } from '../../plan/fixtures/template';
import { runTemplate } from '../run';

const SOURCE = stage('Source', [source('Repo', { Namespace: 'Src' })]);
const project = (properties: Record<string, unknown> = {}) => ({ Project: { Type: 'AWS::CodeBuild::Project', Properties: { Name: 'shop-build', ...properties } } });
const build = (more: Record<string, unknown> = {}) => {
  const { Configuration, ...rest } = more as { Configuration?: object };
  return action({ Name: 'Make', type: 'Build/CodeBuild', InputArtifacts: [{ Name: 'Repo' }], Configuration: { ProjectName: { Ref: 'Project' }, ...Configuration }, ...rest });
};
const inline = (spec: object) => ({ Source: { Type: 'CODEPIPELINE', BuildSpec: JSON.stringify({ version: '0.2', ...spec }) } });

test('runs the project\'s inline buildspec; its artifact and exported variables become the action\'s', async () => {
  const spec = inline({ env: { 'exported-variables': ['VERSION'] }, phases: { build: { commands: ['mkdir dist', 'cp a.txt dist/', 'export VERSION=7'] } }, artifacts: { 'base-directory': 'dist', 'files': ['**/*'] } });
  const { ends, lines } = await runTemplate(template([
    SOURCE, stage('Build', [build({ OutputArtifacts: [{ Name: 'Built' }], Namespace: 'B' })]),
    stage('Use', [commands('Show', ['ls', 'echo "v#{B.VERSION}"'], { InputArtifacts: [{ Name: 'Built' }] })]),
  ], project(spec)));
  expect(ends['Build/Make']).toMatchObject({ status: 'Succeeded', fidelity: 'real', variables: { VERSION: '7' } });
  expect(lines('Show')).toEqual(expect.arrayContaining(['a.txt', 'v7']));
});

test.each([
  ['buildspec.yml of the source by default', {}, {}, 'default'],
  ['the file that the project names', { Source: { BuildSpec: 'ci/other.yml' } }, {}, 'other'],
  ['the action\'s override over the project\'s', { Source: { BuildSpec: 'ci/other.yml' } }, { BuildspecOverride: 'buildspec.yml' }, 'default'],
])('takes %s', async (_what, properties, Configuration, expected) => {
  const spec = (name: string) => `version: 0.2\nphases:\n  build:\n    commands: ["echo this is ${name}"]\n`;
  const { lines } = await runTemplate(template([SOURCE, stage('Build', [build({ Configuration })])], project(properties)), { 'buildspec.yml': spec('default'), 'ci/other.yml': spec('other') });
  expect(lines('Make')).toContain(`this is ${expected}`);
});

test('the action\'s variables win over the project\'s, and secrets come only from the caller', async () => {
  const properties = {
    ...inline({ phases: { build: { commands: ['echo "$A $B $C"', 'test "$T" = secret-value'] } } }),
    Environment: { EnvironmentVariables: [{ Name: 'A', Value: 'project' }, { Name: 'B', Value: 'project' }, { Name: 'T', Value: 'api', Type: 'SECRETS_MANAGER' }] },
  };
  const Configuration = { EnvironmentVariables: JSON.stringify([{ name: 'B', value: '#{Src.BranchName}', type: 'PLAINTEXT' }, { name: 'C', value: 'a "quoted" one' }]) };
  const { lines, ends } = await runTemplate(template([SOURCE, stage('Build', [build({ Configuration })])], project(properties)), undefined, { secrets: { api: 'secret-value' } });
  expect(ends['Build/Make'].status).toBe('Succeeded');
  expect(lines('Make')).toContain('project main a "quoted" one');
});

test('several inputs: the primary is the working folder, the others are told by variables', async () => {
  const spec = inline({ phases: { build: { commands: ['cat a.txt', 'cat "$CODEBUILD_SRC_DIR_Docs/d.txt"'] } } });
  const { lines, ends } = await runTemplate(template([
    stage('Source', [source('Docs'), source('Repo')]),
    stage('Build', [build({ InputArtifacts: [{ Name: 'Docs' }, { Name: 'Repo' }], Configuration: { PrimarySource: 'Repo' } })]),
  ], project(spec)), {}, { sources: { Repo: folder({ 'a.txt': 'main file' }), Docs: folder({ 'd.txt': 'docs file' }) } });
  expect(ends['Build/Make'].message).toBeUndefined();
  expect(lines('Make')).toEqual(expect.arrayContaining(['main file', 'docs file']));
});

describe('several outputs are the secondary artifacts of their names', () => {
  const spec = (names: string[]) => inline({
    phases: { build: { commands: ['mkdir x y', 'touch x/1 y/2'] } },
    artifacts: { 'files': ['a.txt'], 'secondary-artifacts': Object.fromEntries(names.map((name, index) => [name, { 'base-directory': 'xy'[index], 'files': ['**/*'] }])) },
  });
  const outputs = { OutputArtifacts: [{ Name: 'One' }, { Name: 'Two' }] };

  test('each to its own', async () => {
    const { lines } = await runTemplate(template([
      SOURCE, stage('Build', [build(outputs)]), stage('Use', [commands('Show', ['ls', 'ls "$CODEBUILD_SRC_DIR_Two"'], { InputArtifacts: [{ Name: 'One' }, { Name: 'Two' }] })]),
    ], project(spec(['One', 'Two']))));
    expect(lines('Show')).toEqual(expect.arrayContaining(['1', '2']));
  });

  test('one that the buildspec lacks fails the action', async () => {
    const { ends } = await runTemplate(template([SOURCE, stage('Build', [build(outputs)])], project(spec(['One', 'Tow']))));
    expect(ends['Build/Make']).toMatchObject({ status: 'Failed', message: 'the action gives the artifact Two, and the buildspec has no secondary artifact of that name (it has One, Tow)' });
  });
});

test.each([
  ['a buildspec that is not in the source', {}, 'buildspec.yml is not in the source: add it, or give the project an inline buildspec'],
  ['a buildspec in S3', { Source: { BuildSpec: 'arn:aws:s3:::b/x.yml' } }, /lies in S3/],
  ['a buildspec outside the source', { Source: { BuildSpec: '../../../../../../../../../etc/passwd' } }, /leads outside the source/],
  ['a broken buildspec', { Source: { BuildSpec: 'version: 0.2\nphases: 3\n' } }, /^buildspec of Project:2:/],
])('%s fails the action with a reason', async (_what, properties, message) => {
  const { ends } = await runTemplate(template([SOURCE, stage('Build', [build()])], project(properties)));
  expect(ends['Build/Make'].status).toBe('Failed');
  expect(ends['Build/Make'].message).toMatch(message);
});

test('a project that is not in the template is stubbed, and what follows can start', async () => {
  const { ends, result } = await runTemplate(template([
    SOURCE, stage('Build', [build({ Configuration: { ProjectName: 'elsewhere' }, OutputArtifacts: [{ Name: 'Built' }] })]), stage('Use', [commands('Show', ['ls'], { InputArtifacts: [{ Name: 'Built' }] })]),
  ]));
  expect(result.status).toBe('Succeeded');
  expect(ends['Build/Make']).toMatchObject({ status: 'Succeeded', fidelity: 'stubbed', message: 'did not run the project elsewhere, which is not in the template' });
});

test('values that only a deployed stack knows are named, and do not keep a build from running', async () => {
  const { lines, ends } = await runTemplate(template([SOURCE, stage('Build', [build()])], {
    ...project({
      Source: { BuildSpec: { 'Fn::Sub': '{"version": "0.2", "phases": {"build": {"commands": ["echo ${Site.DomainName}", "echo $URL"]}}}' } },
      Environment: { EnvironmentVariables: [{ Name: 'URL', Value: { 'Fn::Sub': 'https://${Site.DomainName}' } }] },
    }),
    Site: { Type: 'AWS::CloudFront::Distribution' },
  }));
  expect(ends['Build/Make'].status).toBe('Succeeded');
  expect(lines('Make')).toEqual(expect.arrayContaining([
    'URL is https://{unresolved:Site.DomainName}: only a deployed stack knows it', '{unresolved:Site.DomainName}', 'https://{unresolved:Site.DomainName}',
  ]));
});

describe('tests that a build reports', () => {
  const junit = (...cases: string[]) => `<testsuite>${cases.join('')}</testsuite>`;
  const reporting = async (xml: string, ...lines: string[]) => {
    const spec = inline({ phases: { build: { commands: lines } }, reports: { unit: { files: ['r.xml'] } } });
    return runTemplate(template([SOURCE, stage('Build', [build()])], project(spec)), { 'r.xml': xml });
  };
  const BAD = '<testcase name="adds"><failure message="1 is not 2"/></testcase>';

  test('are counted when all is well', async () => {
    const { ends } = await reporting(junit('<testcase name="a"/>'), 'true');
    expect(ends['Build/Make']).toMatchObject({ status: 'Succeeded', message: '1 test', tests: { total: 1, failed: 0, failures: [] } });
  });

  test('are named beside the command when they failed', async () => {
    const { ends, of } = await reporting(junit('<testcase name="a"/>', BAD), 'exit 1');
    expect(ends['Build/Make']).toMatchObject({
      status: 'Failed',
      message: '1 of 2 tests failed; BUILD: COMMAND_EXECUTION_ERROR: command "exit 1" exited with 1',
      tests: { total: 2, failed: 1, failures: [{ name: 'adds', message: '1 is not 2' }] },
    });
    expect(of('build-phase')).toContainEqual(expect.objectContaining({ phase: 'BUILD', status: 'FAILED', attempt: 1 }));
  });

  test('that failed are told where the build makes nothing of it', async () => {
    const { ends } = await reporting(junit(BAD), 'true');
    expect(ends['Build/Make']).toMatchObject({ status: 'Succeeded', message: '1 of 1 test failed' });
  });
});

test('the number of files of an artifact is said once', async () => {
  const spec = inline({ phases: { build: { commands: ['true'] } }, artifacts: { files: ['**/*'] } });
  const { of } = await runTemplate(template([SOURCE, stage('Build', [build({ OutputArtifacts: [{ Name: 'Built' }] })])], project(spec)));
  const said = of('log').filter(({ action: name, line, from }) => name === 'Make' && from !== 'routine' && line.includes('1 file'));
  expect(said.map(({ line }) => line)).toEqual(['artifact Built: 1 file']);
});

test('files of a failed build stay, with the log', async () => {
  const { ends, result } = await runTemplate(template([SOURCE, stage('Build', [build()])], project(inline({ phases: { build: { commands: ['echo why > trace', 'exit 9'] } } }))));
  expect(readFileSync(path.join(result.folder, 'work/Build/Make/src/trace'), 'utf8')).toBe('why\n');
  expect(readFileSync(ends['Build/Make'].logFile, 'utf8')).toContain('exit 9');
});
