/** `conveyor check` */

import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { findingsOf, type Finding } from '../checks';
import { PlanError } from '../plan';
import { findingsAsSarif } from './findings-sarif';
import { findingsAsText } from './findings-text';
import { EXIT, type Io } from './io';
import { positionsIn, readDeployments, type Position } from '../plan/read';

export interface CheckOptions {
  readonly json?: boolean;
  readonly sarif?: boolean;
  readonly strict?: boolean;
}

/** A finding with the place that a person can go to. */
export interface LocatedFinding extends Finding, Position {
  /** the file as it is called from the current folder */
  readonly shown: string;
}

export function check(files: readonly string[], options: CheckOptions, io: Io): number {
  const found: LocatedFinding[] = [];
  let unusable = false;
  for (const file of files) {
    try {
      found.push(...findingsIn(file, io.cwd));
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
      io.err.write(`conveyor: ${error.message}\n`);
      unusable = true;
    }
  }
  found.sort((one, other) => compare(one.shown, other.shown) || one.line - other.line || one.column - other.column || compare(one.id, other.id));
  if (options.json) io.out.write(`${JSON.stringify(summary(found), undefined, 2)}\n`);
  else if (options.sarif) io.out.write(`${JSON.stringify(findingsAsSarif(found), undefined, 2)}\n`);
  else if (!unusable || found.length) io.out.write(findingsAsText(found, io));
  if (unusable) return EXIT.unusable;
  const counts = (finding: Finding) => finding.acknowledged === undefined && (options.strict || finding.severity === 'error');
  return found.some(counts) ? EXIT.failed : EXIT.ok;
}

/** @throws PlanError when the file is no template or assembly, or has no pipeline */
function findingsIn(file: string, cwd: string): LocatedFinding[] {
  const deployments = readDeployments(path.resolve(cwd, file), file);
  if (!deployments.some(plan => plan.pipelines.length > 0)) {
    throw new PlanError(`${file} has no pipeline (no AWS::CodePipeline::Pipeline in any template): name a template or an assembly that has one`);
  }
  const positions = new Map<string, ReturnType<typeof positionsIn>>();
  return findingsOf(deployments).map(finding => {
    const positionOf = positions.get(finding.file) ?? positionsIn(readFileSync(finding.file, 'utf8'));
    positions.set(finding.file, positionOf);
    return { ...finding, ...positionOf(finding.path), shown: path.relative(cwd, finding.file) };
  });
}

function summary(found: readonly LocatedFinding[]) {
  const open = found.filter(({ acknowledged }) => acknowledged === undefined);
  return {
    errors: open.filter(({ severity }) => severity === 'error').length,
    warnings: open.filter(({ severity }) => severity === 'warning').length,
    acknowledged: found.length - open.length,
    findings: found.map(({ shown, file: _file, path: at, ...finding }) => ({ ...finding, file: shown, path: at.join('/') })),
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
