/** The end of a run on the screen: every action, what failed, and where things landed. */

import * as path from 'node:path';
import { shownPath, type ActionFinished, type ExecutionResult } from '../engine';
import { duration } from './durations';
import type { FailureExcerpts } from './failure-excerpt';
import { failureSection } from './failure-section';
import { lessThanReal } from './fidelities';
import { oneLine } from './one-line';
import type { Painter } from './paint';

export interface Closing {
  readonly pipeline: string;
  readonly result: ExecutionResult;
  /** the last end of every action, in the pipeline's order */
  readonly actions: readonly ActionFinished[];
  readonly excerpts: FailureExcerpts;
  /** paths are shown as they are read from here */
  readonly cwd: string;
  /** AWS variables that builds got from the environment, with which they could reach AWS */
  readonly awsVariables: readonly string[];
}

export function closingReport(closing: Closing, paint: Painter): string {
  const { actions, result, cwd } = closing;
  const logs = `logs: ${shownPath(path.join(result.folder, 'logs'), cwd)}`;
  return ['', ...table(actions, paint), ...failures(closing, paint), ...landings(closing), '', summary(closing, paint), logs, ''].join('\n');
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

function failures({ actions, cwd, excerpts, result }: Closing, paint: Painter): string[] {
  const failed = actions.filter(action => action.status === 'Failed');
  if (failed.length > 0) return failed.flatMap(action => failureSection(action, excerpts.of(action), cwd, paint));
  return result.status === 'Failed' && result.message ? ['', paint('red', oneLine(result.message))] : [];
}

function landings({ actions, cwd }: Closing): string[] {
  const all = actions.flatMap(action => action.landings);
  const latest = all.find(landing => landing.latest !== undefined)?.latest;
  return [
    ...(all.length > 0 ? [''] : []),
    ...all.map(({ what, path: where, open }) => `${what}: ${open === undefined ? shownPath(where, cwd) : `open ${shownPath(open, cwd)}`}`),
    ...(latest === undefined ? [] : [`what landed last is always at ${shownPath(latest, cwd)}`]),
  ];
}

function summary({ pipeline, result, actions, awsVariables }: Closing, paint: Painter): string {
  const less = lessThanReal(actions.filter(action => action.status === 'Succeeded').map(action => action.fidelity));
  const how = less.length > 0 ? ` (${less.join(', ')})` : '';
  const time = duration(result.durationMs);
  const end = result.status === 'Stopped' ? `${result.message ?? 'stopped'} after ${time}` : `${result.status.toLowerCase()} in ${time}`;
  const aws = awsVariables.length > 0 ? `the engine changed nothing in AWS, but builds had ${awsVariables.join(', ')}` : 'nothing changed in AWS';
  return paint('bold', paint(result.status === 'Succeeded' ? 'green' : 'red', `${pipeline} ${end}${how}; ${aws}`));
}
