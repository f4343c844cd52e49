import { existsSync, readdirSync, utimesSync } from 'node:fs';
import * as path from 'node:path';
import { runTemplate } from './run';
import { prune } from '../../src/engine/retention';
import { folder } from '../plan/fixtures/folder';
import { commands, source, stage, template } from '../plan/fixtures/template';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

interface PastFixture { readonly id: string; readonly age: number; readonly ended?: boolean; readonly artifacts?: readonly string[] }

/** A home as earlier executions left it: journals, logs, folders of failed actions, archives by key. */
function homeOf(past: readonly PastFixture[], archives: Readonly<Record<string, number>> = {}, pipeline = 'Shop'): string {
  const events = ({ ended = true, artifacts = [] }: PastFixture) => [
    { type: 'action-finished', artifacts: artifacts.map(key => ({ name: 'A', bucket: 'b', key })) },
    ...(ended ? [{ type: 'pipeline-finished' }] : []),
  ].map(event => `${JSON.stringify(event)}\n`).join('');
  const home = folder({
    ...Object.fromEntries(past.flatMap(one => [
      [`${pipeline}/${one.id}/journal.jsonl`, events(one)], [`${pipeline}/${one.id}/logs/T.U.log`, 'why'], [`${pipeline}/${one.id}/work/T/U/trace`, 'x'],
    ])),
    ...Object.fromEntries(Object.keys(archives).map(key => [`store/b/${key}`, 'zip'])),
  });
  const age = (file: string, ms: number) => utimesSync(path.join(home, file), new Date(Date.now() - ms), new Date(Date.now() - ms));
  for (const one of past) age(`${pipeline}/${one.id}/journal.jsonl`, one.age);
  for (const [key, ms] of Object.entries(archives)) age(`store/b/${key}`, ms);
  return home;
}

const withWork = (home: string) => readdirSync(path.join(home, 'Shop')).filter(id => existsSync(path.join(home, 'Shop', id, 'work'))).sort();

test('the last three executions keep the folders of their failed actions, all keep their logs and journals', async () => {
  const home = homeOf([1, 2, 3, 4].map(number => ({ id: `e${number}`, age: number * HOUR })));
  await prune(home, 'Shop', 'e1');
  expect(withWork(home)).toEqual(['e1', 'e2', 'e3']);
  expect(readdirSync(path.join(home, 'Shop/e4'))).toEqual(['journal.jsonl', 'logs']);
});

test('an execution that may still be running keeps its folders, one that was killed long ago does not', async () => {
  const home = homeOf([
    ...[1, 2, 3].map(number => ({ id: `e${number}`, age: number * HOUR })),
    { id: 'waiting', age: 6 * DAY, ended: false },
    { id: 'killed', age: 9 * DAY, ended: false },
  ]);
  await prune(home, 'Shop', 'e1');
  expect(withWork(home)).toEqual(['e1', 'e2', 'e3', 'waiting']);
});

test('archives go when none of the last twenty executions names them', async () => {
  const key = (number: number) => `Shop/A/${String(number).padStart(7, '0')}`;
  const numbers = Array.from({ length: 22 }, (_, index) => index + 1);
  const home = homeOf(
    numbers.map(number => ({ id: `e${number}`, age: number * HOUR, artifacts: [key(number)] })),
    { ...Object.fromEntries(numbers.map(number => [key(number), 2 * HOUR])), 'Shop/A/nobodys': 2 * HOUR, 'Shop/A/justnow': 0, 'Shop/A/readme.txt': 2 * HOUR, 'Other/A/0000000': 2 * HOUR },
  );
  await prune(home, 'Shop', 'e1');
  expect(readdirSync(path.join(home, 'store/b/Shop/A')).sort()).toEqual([...numbers.slice(0, 20).map(number => key(number).slice(7)), 'justnow', 'readme.txt']);
  expect(readdirSync(path.join(home, 'store/b/Other/A'))).toEqual(['0000000']);
});

test('archives of a pipeline whose name begins the same stay', async () => {
  const home = homeOf([{ id: 'e1', age: HOUR, artifacts: ['a-pipeline-with-a-lo/A/0000001'] }], { 'a-pipeline-with-a-lo/A/0000001': 2 * HOUR }, 'a-pipeline-with-a-longer-name');
  await prune(home, 'a-pipeline-with-a-long-name', 'e2');
  expect(readdirSync(path.join(home, 'store/b/a-pipeline-with-a-lo/A'))).toEqual(['0000001']);
});

test('a damaged journal keeps its execution\'s folders, and a home without anything is no error', async () => {
  const damaged = folder({ 'Shop/e1/journal.jsonl': 'x\n', 'Shop/e1/work/a': '', 'Shop/e2/journal.jsonl': '', 'Shop/e3/journal.jsonl': '' });
  for (const [id, ms] of [['e1', 3], ['e2', 2], ['e3', 1]] as const) utimesSync(path.join(damaged, 'Shop', id, 'journal.jsonl'), new Date(), new Date(Date.now() - ms * HOUR));
  await prune(damaged, 'Shop', 'e4');
  expect(existsSync(path.join(damaged, 'Shop/e1/work/a'))).toBe(true);
  await prune(path.join(damaged, 'nowhere'), 'Shop', 'e1');
});

test('every run prunes what is before it', async () => {
  const home = path.join(folder(), 'home');
  const shop = template([stage('Source', [source()]), stage('Test', [commands('Bad', ['false'])])]);
  const folders: string[] = [];
  for (let run = 0; run < 4; run++) folders.push((await runTemplate(shop, undefined, { home })).result.folder);
  expect(folders.map(one => existsSync(path.join(one, 'work/Test/Bad')))).toEqual([false, true, true, true]);
  expect(folders.every(one => existsSync(path.join(one, 'logs/Test.Bad.log')))).toBe(true);
});
