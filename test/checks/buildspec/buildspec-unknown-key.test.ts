import { findingsAfter, idsAfter, type Json } from '../fixture';
import { AT, built, VALID } from './build';

test.each<[string, Json, string, string]>([
  ['of the whole', { caches: { paths: ['a'] } }, 'caches', 'cache'],
  ['of a phase', { phases: { build: { commands: ['a'], finaly: ['b'] } } }, 'phases.build.finaly', 'finally'],
  ['of the environment', { env: { variable: { A: 'b' } } }, 'env.variable', 'variables'],
  ['of the artifacts', { artifacts: { files: ['a'], base_directory: 'dist' } }, 'artifacts.base_directory', 'base-directory'],
  ['of reports', { reports: { tests: { files: ['a'], fileformat: 'JUNITXML' } } }, 'reports.tests.fileformat', 'file-format'],
])('a misspelt key %s is a warning', (_, others, key, meant) => {
  expect(findingsAfter(built({ ...VALID, ...others }))).toEqual([expect.objectContaining({
    id: 'conveyor:buildspec-unknown-key', severity: 'warning', message: `The buildspec has "${key}", which has no effect.`, mend: `Did you mean "${meant}"?`, path: AT,
  })]);
});

test.each<[Json]>([[{ 'x-commands': ['a'] }], [{ env: { 'shell': 'bash', 'exported-variables': ['A'] } }], [{ cache: { 'fallback-keys': ['a'], 'paths': ['b'] } }]])('%j is none', others => {
  expect(idsAfter(built({ ...VALID, ...others }))).toEqual([]);
});
