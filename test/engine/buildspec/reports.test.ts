import { join } from 'node:path';
import { aBuild } from './a-build';

const JUNIT = '<testsuite><testcase name="a"/><testcase name="b"><failure/></testcase></testsuite>';

test('report files are found and JUnit tests counted, also when the build failed', async () => {
  const run = await aBuild(JSON.stringify({
    version: '0.2',
    phases: { build: { commands: [`mkdir out; echo '${JUNIT}' | tee out/one.xml > out/two.xml; echo junk > out/three.xml; touch lcov.xml`, 'exit 1'] } },
    reports: {
      unit: { 'files': ['*.xml'], 'base-directory': 'out' },
      coverage: { 'files': ['lcov.xml', 'other.xml'], 'file-format': 'CLOVERXML' },
      none: { 'files': ['**/*'], 'base-directory': 'nowhere' },
    },
  }));
  expect(run.reports).toEqual([
    {
      group: 'unit',
      format: 'JUNITXML',
      files: ['one.xml', 'three.xml', 'two.xml'].map((name) => join(run.workspace, 'out', name)),
      tests: { tests: 4, failures: 2, errors: 0, skipped: 0 },
      failed: [{ name: 'b' }, { name: 'b' }],
      warnings: ['three.xml is not JUnit XML and is not counted'],
    },
    { group: 'coverage', format: 'CLOVERXML', files: [join(run.workspace, 'lcov.xml')], warnings: ['"other.xml" matches no file'] },
    { group: 'none', format: 'JUNITXML', files: [], warnings: ['no matching base directory path found for nowhere'] },
  ]);
  expect(run.log).toContain('Found 3 files for report unit: 4 tests, 2 failures, 0 errors, 0 skipped');
  expect(run.log).toContain('Found 1 file for report coverage');
  expect(run.failure?.phase).toBe('BUILD');
});

test('a report without files fails no build', async () => {
  const run = await aBuild(JSON.stringify({ version: '0.2', phases: { build: { commands: ['true'] } }, reports: { unit: { files: ['*.xml'] } } }));
  expect(run.status).toBe('SUCCEEDED');
  expect(run.log).toContain('Warning: report unit: "*.xml" matches no file');
});
