/** What failed: the tests by name, the last lines, and where all of them are. */

import { shownPath, type ActionFinished, type TestResults } from '../engine';
import { oneLine } from './one-line';
import type { Painter } from './paint';

const TESTS = 10;

/** @param excerpt the lines before the failure */
export function failureSection(failed: ActionFinished, excerpt: readonly string[], cwd: string, paint: Painter): string[] {
  return [
    '',
    paint('red', `${failed.stage}/${failed.action} failed: ${oneLine(failed.message ?? '')}`),
    ...(failed.tests ? failedTests(failed.tests, paint) : []),
    ...(excerpt.length > 0 ? [paint('dim', excerpt.length === 1 ? 'its last line:' : `its last ${excerpt.length} lines:`)] : []),
    ...excerpt.map(line => `  ${line}`.trimEnd()),
    `log: ${shownPath(failed.logFile, cwd)}`,
  ];
}

function failedTests({ failed, failures }: TestResults, paint: Painter): string[] {
  const shown = failures.slice(0, TESTS);
  return [
    ...shown.flatMap(({ name, message }) => [
      `  ${paint('red', '✗')} ${oneLine(name)}`,
      ...(message?.split('\n') ?? []).map(line => `      ${line}`),
    ]),
    ...(failed > shown.length && shown.length > 0 ? [`  … and ${failed - shown.length} more`] : []),
  ];
}
