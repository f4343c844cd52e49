import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { app, SOURCE } from './app';
import { conveyor } from './terminal';
import { action, commands, stage, template } from '../plan/fixtures/template';

const GATE = stage('Gate', [action({ Name: 'Ok', type: 'Approval/Manual' })]);
const gated = () => app(template([SOURCE, GATE, stage('Ship', [commands('Go', ['true'])])]));
const row = (out: string) => /^Gate +Ok.*$/m.exec(out)?.[0].split(/ {2,}/).slice(3, 5);

test.each([
  [['--approve'], 0, '✓ emulated: approved by --approve, asked nobody (', ['succeeded', 'emulated']],
  [['--reject'], 1, '✗ failed: rejected by --reject, asked nobody (', ['failed', 'emulated']],
])('%j decides and asks nobody, which is not real', async (options, status, text, cells) => {
  const session = await conveyor(['run', ...options], { cwd: gated() });
  expect(session.out).toContain(text);
  expect(row(session.out)).toEqual(cells);
  expect(session.status).toBe(status);
});

test.each([['y', 0], ['YES ', 0], ['', 1], ['no', 1]])('%j of a person at the terminal leaves status %i, and is real', async (answer, status) => {
  const questions: string[] = [];
  const session = await conveyor(['run'], { cwd: gated(), question: async prompt => { questions.push(prompt); return answer; } });
  expect(questions).toEqual(['Approve Gate/Ok? [y/N] ']);
  expect(session.out).toContain(`${status === 0 ? '✓ succeeded: approved' : '✗ failed: rejected'} by a person at the terminal (`);
  expect(row(session.out)?.[1]).toBe('real');
  expect(session.status).toBe(status);
});

test.each([
  ['without a terminal', [], {}, 'there is no terminal to ask'],
  ['between lines of JSON', ['--json'], { question: async () => 'y' }, 'with --json nobody is asked'],
])('that nobody could decide %s is refused before anything runs', async (_what, options, io, why) => {
  const cwd = gated();
  expect(await conveyor(['run', ...options], { cwd, ...io })).toEqual({
    status: 2, out: '', err: `conveyor: Gate/Ok waits for approval, and ${why}: run with --approve (or --reject), or in a terminal\n`,
  });
  expect(existsSync(path.join(cwd, '.conveyor'))).toBe(false);
});

test('events say that nobody was asked', async () => {
  const { status, out } = await conveyor(['run', '--json', '--approve'], { cwd: gated() });
  const given = out.trim().split('\n').map(line => JSON.parse(line) as { type: string }).find(event => event.type === 'approval-given');
  expect(given).toMatchObject({ approved: true, by: '--approve, asked nobody', fidelity: 'emulated' });
  expect(status).toBe(0);
});
