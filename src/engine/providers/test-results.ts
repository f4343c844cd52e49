/** The tests of a build, from all of its reports. */

import type { BuildResult } from '../buildspec';
import type { TestResults } from '../events';

/** Whoever has more failures than that looks at the report itself. */
const KEPT = 100;

/** @returns undefined when the build has no report with tests in it */
export function testResults({ reports }: BuildResult): TestResults | undefined {
  const counts = reports.flatMap(report => report.tests ?? []);
  if (counts.length === 0) return undefined;
  return {
    total: counts.reduce((sum, one) => sum + one.tests, 0),
    failed: counts.reduce((sum, one) => sum + one.failures + one.errors, 0),
    failures: reports.flatMap(report => report.failed ?? []).slice(0, KEPT),
  };
}

/** `27 tests`, or `1 of 27 tests failed`. */
export function describeTests({ total, failed }: TestResults): string {
  const tests = `${total} test${total === 1 ? '' : 's'}`;
  return failed > 0 ? `${failed} of ${tests} failed` : tests;
}
