/** Findings for a terminal: where, what, and the mend. */

import type { LocatedFinding } from './check';
import type { Io } from './io';
import { painterOf, type Colour } from './paint';

const COLOURS: Readonly<Record<LocatedFinding['severity'], Colour>> = { error: 'red', warning: 'yellow' };

export function findingsAsText(found: readonly LocatedFinding[], io: Io): string {
  const paint = painterOf(io.out, io.env);
  const lines = found.flatMap(({ shown, line, column, severity, id, message, mend, pipeline, part, constructPath, acknowledged }) => [
    `${paint('bold', `${shown}:${line}:${column}`)}  ${acknowledged === undefined ? paint(COLOURS[severity], severity) : paint('dim', 'acknowledged')}  ${id}`,
    `  ${message}`,
    acknowledged === undefined ? `  mend:  ${mend}` : `  reason: ${acknowledged}`,
    `  where: ${constructPath ?? [pipeline, ...(part ? [part] : [])].join('/')}`,
    '',
  ]);
  return [...lines, `${tally(found)}`, ''].join('\n');
}

function tally(found: readonly LocatedFinding[]): string {
  const open = found.filter(({ acknowledged }) => acknowledged === undefined);
  const of = (severity: LocatedFinding['severity']) => open.filter(one => one.severity === severity).length;
  const acknowledged = found.length - open.length;
  const parts = [counted(of('error'), 'error'), counted(of('warning'), 'warning'), ...(acknowledged ? [`${acknowledged} acknowledged`] : [])];
  return parts.join(', ');
}

function counted(count: number, what: string): string {
  return `${count === 0 ? 'no' : count} ${what}${count === 1 ? '' : 's'}`;
}
