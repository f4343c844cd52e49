import { aBuild, building } from './a-build';

const ENV = (env: object, ...commands: string[]) => JSON.stringify({ version: '0.2', env, phases: { build: { commands } } });
const KNOWN: Readonly<Record<string, string>> = { 'prod/token:key': 'hunter22', '/shop/license': 'line-one\nline-two\nab' };
const resolveSecret = async (_kind: string, reference: string) => KNOWN[reference];

test('variables of the project win over the buildspec, which wins over the base environment', async () => {
  const run = await aBuild(ENV({ variables: { A: 'buildspec', B: 'buildspec' } }, 'echo $A $B $C'), {
    environment: { PATH: process.env.PATH ?? '', A: 'base', B: 'base', C: 'base' }, variables: { A: 'project' },
  });
  expect(run.output).toEqual(['project buildspec base']);
});

test('nothing in a value is expanded', async () => {
  const run = await aBuild(ENV({ variables: { A: '$HOME `id` $(id) "x" \\n' } }, 'printf "%s\\n" "$A"'));
  expect(run.output).toEqual(['$HOME `id` $(id) "x" \\n']);
});

test('nothing of this process leaks into a build', async () => {
  process.env.CONVEYOR_LEAK = 'leaked';
  const run = await aBuild(building('env | cut -d= -f1 | sort | grep -v "^_$" | tr "\\n" " "'));
  delete process.env.CONVEYOR_LEAK;
  expect(run.output).toEqual(['CODEBUILD_BUILD_SUCCEEDING CODEBUILD_SRC_DIR HOME PATH PWD SHLVL ']);
});

test.each([['bash'], ['sh']])('a variable that %s cannot name reaches what the commands start, whatever becomes of the shell', async (shell) => {
  const name = 'CODEBUILD_SRC_DIR_web-site.docs';
  const show = `printenv ${name} CODEBUILD_SRC_DIR_Docs`;
  const run = await aBuild(JSON.stringify({
    version: '0.2',
    env: { shell: shell === 'sh' ? '/bin/sh' : 'bash' },
    phases: { build: { 'on-failure': 'CONTINUE', 'commands': [show, 'set -eu; exit 0'] }, post_build: { commands: [show, 'false | true'] } },
  }), { environment: { PATH: process.env.PATH ?? '', [name]: '/in/web-site', CODEBUILD_SRC_DIR_Docs: '/in/docs' } });
  expect(run.output).toEqual(['/in/web-site', '/in/docs', '/in/web-site', '/in/docs']);
  expect(run.status).toBe('SUCCEEDED');
});

test('CODEBUILD_SRC_DIR is the workspace, where the build starts', async () => {
  const run = await aBuild(building('echo $CODEBUILD_SRC_DIR; pwd'));
  expect(run.output).toEqual([run.workspace, run.workspace]);
});

test('secrets are resolved, usable and masked in every line', async () => {
  const lines: string[] = [];
  const run = await aBuild(ENV(
    { 'secrets-manager': { TOKEN: 'prod/token:key' }, 'parameter-store': { LICENSE: '/shop/license' } },
    'echo "token=$TOKEN" >&2; echo "$LICENSE"', '[ "$TOKEN" = hunter""2"2" ] && echo right', 'echo hunter22; false'), {
    resolveSecret, onLine: (line) => lines.push(line),
  });
  expect(lines).toEqual(expect.arrayContaining(['token=***', '***', 'ab', 'right', 'Running command echo ***; false']));
  expect(lines.join('\n')).not.toMatch(/hunter22|line-one|line-two/);
  expect(run.failure?.message).toBe('COMMAND_EXECUTION_ERROR: command "echo ***; false" exited with 1');
});

test('a secret that nobody knows fails DOWNLOAD_SOURCE and says which, and how to give it', async () => {
  const run = await aBuild(ENV({ 'secrets-manager': { TOKEN: 'prod/other' } }, 'echo never'), { resolveSecret });
  expect(run.output).toEqual([]);
  expect(run.phases.map(({ name }) => name)).toEqual(['DOWNLOAD_SOURCE']);
  expect(run.failure).toEqual({
    phase: 'DOWNLOAD_SOURCE',
    message: 'MISSING_SECRET: no value is known here for the secret "prod/other", which the variable TOKEN takes from secrets-manager; '
      + 'give this run a value for it, or set TOKEN among the variables of the project or the action',
  });
});

test('what a resolver throws is the reason', async () => {
  const run = await aBuild(ENV({ 'parameter-store': { A: '/a' } }), { resolveSecret: async () => Promise.reject(new Error('pass --secret /a=…')) });
  expect(run.failure?.message).toBe('SECRET_ERROR: pass --secret /a=…');
});

test('a secret that a project variable hides is not asked for', async () => {
  const run = await aBuild(ENV({ 'secrets-manager': { TOKEN: 'prod/other' } }, 'echo $TOKEN'), { variables: { TOKEN: 'mine' } });
  expect(run.output).toEqual(['mine']);
});

test('secrets of the project are variables that are masked', async () => {
  const run = await aBuild(ENV({ 'exported-variables': ['KEY'] }, 'echo $KEY'), { secrets: { KEY: 'project-secret' } });
  expect(run.output).toEqual(['***']);
  expect(run.exportedVariables).toEqual({});
});

test('exported variables are taken after post_build, exported or not; what is not set is empty', async () => {
  const run = await aBuild(JSON.stringify({
    version: '0.2',
    env: { 'variables': { GIVEN: 'given' }, 'exported-variables': ['PLAIN', 'LOUD', 'GIVEN', 'MISSING', 'LONG', 'LATE'] },
    phases: { build: { commands: ["PLAIN='a  b'; export LOUD=2; LONG=$'one\\ntwo\\n'", 'set -eux'] }, post_build: { commands: ['LATE=yes; PLAIN="$PLAIN!"'] } },
  }));
  expect(run.exportedVariables).toEqual({ PLAIN: 'a  b!', LOUD: '2', GIVEN: 'given', MISSING: '', LONG: 'one\ntwo\n', LATE: 'yes' });
  expect(run.output).toEqual(['++ LATE=yes', "++ PLAIN='a  b!'"]);
});

test('exported variables are there after a failed build too', async () => {
  const run = await aBuild(ENV({ 'exported-variables': ['A'] }, 'A=1; exit 1'));
  expect(run.exportedVariables).toEqual({ A: '1' });
});

test('secrets and AWS_ names are not exported, and the log says so', async () => {
  const run = await aBuild(ENV({ 'secrets-manager': { TOKEN: 'prod/token:key' }, 'exported-variables': ['TOKEN', 'AWS_REGION', 'OK'] }, 'OK=1'), { resolveSecret });
  expect(run.exportedVariables).toEqual({ OK: '1' });
  expect(run.log).toContain('Warning: TOKEN is not exported: it is a secret');
  expect(run.log).toContain('Warning: AWS_REGION is not exported: names that start with AWS_ cannot be');
});
