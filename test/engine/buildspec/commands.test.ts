import { aBuild, course } from './a-build';
import { buildspecOfCommands } from '../../../src/engine/buildspec';

test('commands run in one shell, and give variables and files', async () => {
  const run = await aBuild(buildspecOfCommands(['cd /; V=1', 'cd $CODEBUILD_SRC_DIR; echo "v is $V" > out.txt'], { outputVariables: ['V'], files: ['out.txt'] }));
  expect(run.status).toBe('SUCCEEDED');
  expect(run.exportedVariables).toEqual({ V: '1' });
  expect(run.artifacts?.files.map(({ path }) => path)).toEqual(['out.txt']);
});

test('a command that fails stops the rest', async () => {
  const run = await aBuild(buildspecOfCommands(['echo one', 'exit 9', 'echo two']));
  expect(run.output).toEqual(['one']);
  expect(course(run, 'BUILD', 'POST_BUILD')).toEqual(['BUILD FAILED']);
  expect(run.failure?.message).toBe('COMMAND_EXECUTION_ERROR: command "exit 9" exited with 9');
});

test('without files there is no artifact', async () => {
  expect((await aBuild(buildspecOfCommands(['true']))).artifacts).toBeUndefined();
});
