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

const said = (others: Json) => findingsAfter(built({ ...VALID, ...others })).map(({ id, message, mend }) => [id, message, mend]);

test('a variable beside the sections of the environment is a warning', () => {
  expect(said({ env: { RELEASE: '1' } })).toEqual([[
    'conveyor:buildspec-unknown-key', 'The buildspec has "env.RELEASE", which has no effect.',
    'The keys there are shell, variables, parameter-store, secrets-manager, exported-variables, git-credential-helper.',
  ]]);
});

test('fallback keys of a cache without a key are a warning', () => {
  expect(said({ cache: { 'fallback-keys': ['a'], 'paths': ['b'] } })).toEqual([['conveyor:buildspec-unknown-key', 'The buildspec has "cache.fallback-keys" without a "key", which has no effect.', 'Add "key" to the cache.']]);
});

test.each<[Json]>([
  [{ 'x-commands': ['a'] }], [{ env: { 'shell': 'bash', 'exported-variables': ['A'] } }], [{ cache: { 'key': 'k', 'fallback-keys': ['a'], 'paths': ['b'] } }],
  [{ phases: { build: { steps: [{ name: 'Check out', uses: 'actions/checkout@v4' }] } } }], [{ version: 0.1, artifacts: { type: 'zip', files: ['**/*'] } }],
])('%j is none', others => {
  expect(idsAfter(built({ ...VALID, ...others }))).toEqual([]);
});
