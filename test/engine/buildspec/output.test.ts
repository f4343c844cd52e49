import { aBuild, building } from './a-build';

test('standard output and error keep their order', async () => {
  const run = await aBuild(building('for i in $(seq 1 500); do echo "out $i"; echo "err $i" >&2; done'));
  expect(run.output).toEqual(Array.from({ length: 500 }, (_, i) => [`out ${i + 1}`, `err ${i + 1}`]).flat());
});

test('output without a line end is a line, and does not run into the next command', async () => {
  const run = await aBuild(building('printf one', 'printf two; printf three >&2', 'echo four'));
  expect(run.output).toEqual(['one', 'twothree', 'four']);
});

test('what a command says comes between the lines about it', async () => {
  const lines: string[] = [];
  await aBuild(building('printf a', 'printf b; exit 1'), { onLine: (line) => lines.push(line) });
  const at = lines.indexOf('Entering phase BUILD');
  expect(lines.slice(at, at + 7)).toEqual([
    'Entering phase BUILD',
    'Running command printf a', 'a',
    'Running command printf b; exit 1', 'b',
    'Command did not exit successfully printf b; exit 1 exit status 1',
    'Phase complete: BUILD State: FAILED',
  ]);
});

test('what is told again at the end, or of every phase, is routine; a second failure is not', async () => {
  const lines: string[] = [];
  const request = { onLine: (line: string, from: string) => lines.push(`${from}: ${line}`) };
  await aBuild(JSON.stringify({ version: '0.2', phases: { build: { commands: ['exit 3'] }, post_build: { commands: ['exit 4'] } } }), request);
  expect(lines).toEqual(expect.arrayContaining([
    'routine: Entering phase BUILD',
    'build: Running command exit 3',
    'routine: Command did not exit successfully exit 3 exit status 3',
    'routine: Phase complete: BUILD State: FAILED',
    'routine: COMMAND_EXECUTION_ERROR: command "exit 3" exited with 3',
    'build: COMMAND_EXECUTION_ERROR: command "exit 4" exited with 4',
  ]));
});

test('a hundred thousand lines arrive in order', async () => {
  const run = await aBuild(building('seq 1 100000'));
  expect(run.output).toHaveLength(100_000);
  expect(run.output.every((line, index) => line === String(index + 1))).toBe(true);
});

test('a line of megabytes arrives whole', async () => {
  const run = await aBuild(building("head -c 5000000 /dev/zero | tr '\\0' x; echo; echo after"));
  expect(run.output.at(-1)).toBe('after');
  expect(run.output.slice(0, -1).join('')).toHaveLength(5_000_000);
});

test('bytes that are no text do not stop the log', async () => {
  const run = await aBuild(building("printf '\\377\\000\\n'; head -c 100000 /dev/urandom; echo", 'echo after'));
  expect(run.output[0]).toBe('\ufffd\0');
  expect(run.output.at(-1)).toBe('after');
});

test('/dev/stdout and /dev/stderr can be opened', async () => {
  const run = await aBuild(building('echo a > /dev/stdout; echo b > /dev/stderr; echo c | tee /dev/stderr'));
  expect(run.output).toEqual(['a', 'b', 'c', 'c']);
  expect(run.status).toBe('SUCCEEDED');
});
