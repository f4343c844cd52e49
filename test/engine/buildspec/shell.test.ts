import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aBuild, building, course } from './a-build';
import { isRunning } from './running-process';

const PHASES = (phases: Record<string, string[]>, more: object = {}) => JSON.stringify({
  version: '0.2', ...more, phases: Object.fromEntries(Object.entries(phases).map(([name, commands]) => [name, { commands }])),
});

test('variables, functions, aliases, options and the folder carry over commands and phases', async () => {
  const run = await aBuild(PHASES({
    install: ['PLAIN=1; export LOUD=2', 'greet() { echo "hello $1 from $PLAIN"; }', 'mkdir sub && cd sub', 'declare -A map=([k]=v)'],
    pre_build: ['shopt -s expand_aliases', 'alias shout="echo SHOUT"', 'set -f'],
    build: ['greet you; sh -c "echo $LOUD"; basename "$PWD"', 'shout *; echo ${map[k]}'],
  }));
  expect(run.output).toEqual(['hello you from 1', '2', 'sub', 'SHOUT *', 'v']);
  expect(run.status).toBe('SUCCEEDED');
});

test('a command of several lines is one command', async () => {
  const run = await aBuild('version: 0.2\nphases:\n  build:\n    commands:\n      - |\n        for i in 1 2; do\n          echo "line $i"\n        done\n'
    + "        cat <<'END'\n        it's $here\n        END\n      - >-\n        echo folded\n        text\n");
  expect(run.output).toEqual(['line 1', 'line 2', "it's $here", 'folded text']);
  expect(run.log.filter((line) => line.startsWith('Running command'))).toHaveLength(2);
});

test('exit ends its command only; what it left behind is there in finally and post_build', async () => {
  const run = await aBuild(JSON.stringify({
    version: '0.2',
    env: { 'exported-variables': ['A', 'B'] },
    phases: {
      build: {
        commands: ['mkdir sub; f() { echo "f $A $B"; }; A=1', "cd sub; B='two words'; readonly C=3; umask 027; set -o pipefail; exit 3", 'echo never'],
        finally: ['f; basename "$PWD"; echo "$C $(umask)"; [[ -o pipefail ]] && echo pipefail'],
      },
      post_build: { commands: ['f; echo $CODEBUILD_BUILD_SUCCEEDING; unset LOUD'] },
    },
  }), { variables: { LOUD: 'yes' } });
  expect(run.output).toEqual(['f 1 two words', 'sub', '3 0027', 'pipefail', 'f 1 two words', '0']);
  expect(run.failure).toEqual({ phase: 'BUILD', message: expect.stringMatching(/^COMMAND_EXECUTION_ERROR: command "cd sub.*" exited with 3$/) });
  expect(run.exportedVariables).toEqual({ A: '1', B: 'two words' });
});

test('exit 0 is a success, and the commands after it run', async () => {
  const run = await aBuild(building('A=1; exit 0', 'echo "A is $A"'));
  expect(run.status).toBe('SUCCEEDED');
  expect(run.output).toEqual(['A is 1']);
});

test('a variable that was unset stays unset in the shell after an exit', async () => {
  const run = await aBuild(building('unset GIVEN; exit 0', 'echo "[${GIVEN-unset}] $KEPT"'), { variables: { GIVEN: 'x', KEPT: 'y' } });
  expect(run.output).toEqual(['[unset] y']);
});

test('set -e ends a command at its first failure, and holds in later phases', async () => {
  const run = await aBuild(PHASES({ build: ['set -e', 'echo before\nfalse\necho after'], post_build: ['case $- in *e*) echo still errexit;; esac', 'false; echo after'] }));
  expect(run.output).toEqual(['before', 'still errexit']);
  expect(course(run, 'BUILD', 'POST_BUILD')).toEqual(['BUILD FAILED', 'POST_BUILD FAILED']);
});

test('without set -e the last line decides', async () => {
  const run = await aBuild(building('false\necho after'));
  expect([run.status, run.output]).toEqual(['SUCCEEDED', ['after']]);
});

test('an EXIT trap runs when its shell exits; later commands have the state from before that command', async () => {
  const run = await aBuild(PHASES({
    build: ['export KEPT=1', "trap 'echo cleaning' EXIT\nexport LOST=1\nexit 4"], post_build: ['echo "$KEPT ${LOST-lost}"', "trap 'echo at the end' EXIT"],
  }));
  expect(run.output).toEqual(['cleaning', '1 lost', 'at the end']);
  expect(run.failure?.message).toContain('exited with 4');
});

test('an ERR trap holds for later commands', async () => {
  const run = await aBuild(building("trap 'echo caught' ERR", 'false'));
  expect(run.output).toContain('caught');
});

test('exec, return, break and a killed shell are failures of one command at most', async () => {
  const run = await aBuild(JSON.stringify({
    version: '0.2',
    phases: {
      install: { 'on-failure': 'CONTINUE', 'commands': ['A=1', 'exec false'] },
      pre_build: { 'on-failure': 'CONTINUE', 'commands': ['kill -9 $$'] },
      build: { commands: ['break 2>/dev/null; return 2>/dev/null; true', 'echo $A', 'set -o posix; return 7'] },
      post_build: { commands: ['echo still here'] },
    },
  }));
  expect(run.output.filter((line) => !line.startsWith('bash:'))).toEqual(['1', 'still here']);
  expect(run.phases.map(({ message }) => message?.replace(/^.* exited/, 'exited'))).toEqual([
    undefined, 'exited with 1', 'exited with 137', expect.stringMatching(/^exited with [1-9]/), undefined, undefined,
  ]);
});

test('a syntax error fails the command and shows what bash says', async () => {
  const run = await aBuild(PHASES({ build: ['if then'], post_build: ['echo next'] }));
  expect(run.output[0]).toMatch(/syntax error/);
  expect(run.output.at(-1)).toBe('next');
  expect(course(run, 'BUILD')).toEqual(['BUILD FAILED']);
});

test('a command that reads its input finds it empty', async () => {
  const run = await aBuild(building('cat', 'read line; echo "read gave $?"', 'cat | wc -c', 'bash -c cat', 'echo through'));
  expect(run.output.map((line) => line.trim())).toEqual(['read gave 1', '0', 'through']);
});

test('tracing shows the commands and nothing of the machinery', async () => {
  const run = await aBuild(building('set -x', 'echo one', 'exit 0', 'echo two', 'set +x', 'echo three'));
  expect(run.output).toEqual(['++ echo one', 'one', '++ exit 0', '++ echo two', 'two', '++ set +x', 'three']);
});

test('nounset, noclobber, closed streams and low descriptors do not disturb the shell', async () => {
  const run = await aBuild(building('set -u; set -C', 'exec 3>&1 4>out; echo to-three >&3; echo to-four >&4', 'exec 3>&- 4>&-; cat out', 'echo ${undefined_here}'));
  expect(run.output.slice(0, 2)).toEqual(['to-three', 'to-four']);
  expect(run.output[2]).toMatch(/undefined_here: unbound variable/);
  expect(run.status).toBe('FAILED');
});

test('exported functions reach child shells, also after an exit', async () => {
  const run = await aBuild(building('f() { echo "f in $1"; }; export -f f; bash -c "f child"; exit 0', 'bash -c "f child"'));
  expect(run.output).toEqual(['f in child', 'f in child']);
});

test('/bin/sh is bash as sh, and keeps state as well', async () => {
  const run = await aBuild(PHASES({ build: ['A=1; f() { echo "$0 $A"; }; case $SHELLOPTS in *posix*) echo posix;; esac', 'f; exit 1'], post_build: ['f'] }, { env: { shell: '/bin/sh' } }));
  expect(run.output).toEqual(['posix', 'sh 1', 'sh 1']);
});

test('version 0.1 runs each command in a shell of its own', async () => {
  const run = await aBuild(PHASES({ build: ['cd /; A=1; export B=2', 'echo "${A-unset} ${B-unset} $GIVEN"; pwd', 'exit 3'], post_build: ['echo $CODEBUILD_BUILD_SUCCEEDING'] }, {
    version: '0.1', env: { 'variables': { GIVEN: 'g' }, 'exported-variables': ['GIVEN', 'B'] },
  }));
  expect(run.output).toEqual(['unset unset g', run.workspace, '0']);
  expect(run.failure?.message).toContain('exited with 3');
  expect(run.exportedVariables).toEqual({ GIVEN: 'g', B: '' });
});

test('a background child that holds the output stalls nothing and is ended with the build', async () => {
  const start = performance.now();
  const run = await aBuild(PHASES({ build: ['sleep 60 & echo $! > pid; echo started'], post_build: ['kill -0 $(cat pid) && echo alive'] }));
  expect(performance.now() - start).toBeLessThan(5000);
  expect(run.output).toEqual(['started', 'alive']);
  expect(isRunning(Number(readFileSync(join(run.workspace, 'pid'), 'utf8')))).toBe(false);
});

test('what bash says of a command starts with the name of the shell', async () => {
  const run = await aBuild(building('no-such-command'));
  expect(run.output[0]).toMatch(/^bash: line \d+: no-such-command: command not found$/);
  expect(run.failure?.message).toBe('COMMAND_EXECUTION_ERROR: command "no-such-command" exited with 127');
});
