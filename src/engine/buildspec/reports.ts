import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { baseFolders, filesUnder, Folders, NoArtifact } from './artifacts';
import { ReportSpec } from './buildspec';
import { JunitReport, readJunit } from './junit';
import { CollectedReport, TestCounts } from './result';

/** Finds the files of a report group, and counts the tests in them when they are JUnit XML. */
export async function collectReport(spec: ReportSpec, folders: Folders): Promise<CollectedReport> {
  const warnings: string[] = [];
  const files = await reportFiles(spec, folders, warnings);
  const tests = spec.format === 'JUNITXML' ? await readTests(files, warnings) : {};
  return { group: spec.group, format: spec.format, files, ...tests, warnings };
}

/** A report without files is worth a warning; it fails no build. */
async function reportFiles(spec: ReportSpec, folders: Folders, warnings: string[]): Promise<string[]> {
  try {
    const { tree, bases } = await baseFolders(spec.baseDirectory, folders);
    const found = await Promise.all(bases.map(async (base) => filesUnder(tree, base, spec, warnings)));
    return [...new Set(found.flat().map(({ entry }) => entry.path))].sort();
  } catch (cause) {
    if (!(cause instanceof NoArtifact)) throw cause;
    warnings.push(cause.message);
    return [];
  }
}

async function readTests(files: readonly string[], warnings: string[]): Promise<Pick<CollectedReport, 'tests' | 'failed'>> {
  const all: JunitReport[] = [];
  for (const file of files) {
    const report = readJunit(await readFile(file, 'utf8').catch(() => ''));
    if (report) all.push(report);
    else warnings.push(`${basename(file)} is not JUnit XML and is not counted`);
  }
  if (all.length === 0) return {};
  const sum = (key: keyof TestCounts) => all.reduce((total, { counts }) => total + counts[key], 0);
  return {
    tests: { tests: sum('tests'), failures: sum('failures'), errors: sum('errors'), skipped: sum('skipped') },
    failed: all.flatMap(({ failed }) => failed),
  };
}
