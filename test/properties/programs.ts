/** Random programs over the public API, and what becomes of them. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import * as fc from 'fast-check';
import { programOf } from './program/pipeline';
import { findingsOf, type Finding } from '../../src/checks';
import { readDeployments } from '../../src/plan/read';

/** Numbers that decide a program. */
export const decisions: fc.Arbitrary<number[]> = fc.array(fc.nat(999_999), { maxLength: 600, size: 'max' });

/** Decides all programs of a run; a failure names it, and CONVEYOR_SEED has the same again. */
export const SEED = Number(process.env.CONVEYOR_SEED ?? Date.now() % 0x7fffffff);

/** How often a property is tried; CONVEYOR_RUNS is how many times as often. */
export function runs<T>(usual: number): fc.Parameters<T> {
  return { numRuns: usual * Number(process.env.CONVEYOR_RUNS ?? 1), seed: SEED };
}

/** What a program synthesized to. */
export interface Synthesized {
  /** file name → template, as text */
  readonly templates: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
}

/**
 * Synthesizes a program.
 *
 * @returns undefined when the constructs refuse it
 * @throws what is not refused as this library refuses: what is wrong, the mend, and where
 */
export function synthesize(numbers: readonly number[]): Synthesized | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'conveyor-program-'));
  try {
    if (!isAccepted(numbers, folder)) return undefined;
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.template.json')).sort();
    const templates = Object.fromEntries(files.map(file => [file, readFileSync(path.join(folder, file), 'utf8')]));
    return { templates, findings: findingsOf(readDeployments(folder)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function isAccepted(numbers: readonly number[], outdir: string): boolean {
  try {
    programOf(numbers, outdir).app.synth();
  } catch (error) {
    if (isRefusal(error)) return false;
    // what the checks find fails the synthesis, when all is written: they are asked for themselves
    if (!(error as Error).message.startsWith('Validation failed. A copy of this report')) throw error;
  }
  return true;
}

/** What `refuse` says. */
export function isRefusal(error: unknown): error is Error {
  return error instanceof Error && /^.+\n {2}mend: {2}.+\n {2}where: .+$/.test(error.message);
}
