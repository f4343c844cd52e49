/** The end of a run on the screen: every action, the first failure, and where things landed. */

import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { ActionFinished, ExecutionResult } from '../engine';
import { duration } from './durations';
import type { Painter } from './paint';

const TAIL = 20;

export interface Closing {
  readonly pipeline: string;
  readonly result: ExecutionResult;
  /** the last end of every action, in the pipeline's order */
  readonly actions: readonly ActionFinished[];
  /** paths below it are shown relative to it */
  readonly cwd: string;
}

export function closingReport(closing: Closing, paint: Painter): string {
  const { actions, result } = closing;
  return ['', ...table(actions, paint), ...failure(closing, paint), ...landings(closing), '', summary(closing, paint), `logs: ${shown(path.join(result.folder, 'logs'), closing.cwd)}`, '']
    .join('\n');
}

function table(actions: readonly ActionFinished[], paint: Painter): string[] {
  const head = ['Stage', 'Action', 'Provider', 'Status', 'Fidelity', 'Duration'];
  const DURATION = head.length - 1;
  const rows = actions.map(action => [
    action.stage, action.action, `${action.category}/${action.provider}`, statusOf(action), action.fidelity, action.status === 'NotRun' ? '' : duration(action.durationMs),
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map(row => row[column].length)));
  const line = (cells: readonly string[]) => cells
    .map((cell, column) => (column === DURATION ? cell.padStart(widths[column]) : cell.padEnd(widths[column])));
  return [
    paint('bold', line(head).join('  ').trimEnd()),
    ...rows.map((row, index) => {
      const cells = line(row);
      // padded before it is painted: the escape codes have a length, too
      cells[3] = paint(actions[index].status === 'Failed' ? 'red' : actions[index].status === 'Succeeded' && row[4] === 'real' ? 'green' : 'yellow', cells[3]);
      return cells.join('  ').trimEnd();
    }),
  ];
}

/** What was not done is never shown as having succeeded. */
function statusOf({ status, fidelity }: ActionFinished): string {
  if (status === 'NotRun') return 'not run';
  if (status === 'Abandoned') return 'stopped';
  if (status === 'Failed') return 'failed';
  return fidelity === 'stubbed' ? 'not done' : 'succeeded';
}

function failure({ actions, cwd, result }: Closing, paint: Painter): string[] {
  const failed = actions.find(action => action.status === 'Failed');
  if (!failed) return result.message ? ['', paint('red', result.message)] : [];
  return [
    '',
    paint('red', `${failed.stage}/${failed.action} failed: ${failed.message ?? ''}`),
    ...tail(failed.logFile).filter(line => line !== failed.message).map(line => `  ${line}`),
    `log: ${shown(failed.logFile, cwd)}`,
  ];
}

function tail(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-TAIL);
  } catch {
    return []; // an action that failed before it said a word
  }
}

function landings({ actions, cwd }: Closing): string[] {
  const all = actions.flatMap(action => action.landings);
  return all.length === 0 ? [] : ['', ...all.map(landing => `${landing.what}: ${shown(landing.path, cwd)}`)];
}

function summary({ pipeline, result, actions }: Closing, paint: Painter): string {
  const count = (fidelity: string) => actions.filter(action => action.status === 'Succeeded' && action.fidelity === fidelity).length;
  const less = (['emulated', 'stubbed'] as const).filter(fidelity => count(fidelity) > 0).map(fidelity => `${count(fidelity)} ${fidelity}`);
  const but = less.length > 0 ? ` (${less.join(', ')}: nothing changed in AWS)` : '';
  const end = `${pipeline} ${result.status.toLowerCase()} in ${duration(result.durationMs)}${but}`;
  return paint('bold', paint(result.status === 'Succeeded' ? 'green' : 'red', end));
}

function shown(file: string, cwd: string): string {
  const relative = path.relative(cwd, file);
  return relative.startsWith('..') ? file : relative || '.';
}
