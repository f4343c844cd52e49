import { findingsAfter, idsAfter, type Json } from '../fixture';
import { AT, built, findingsWithYaml, VALID } from './build';

const withPhases = (phases: Json) => ({ ...VALID, phases });

const building = (build: Json) => withPhases({ build: { commands: ['a'], ...build } });
const withEnv = (env: Json) => ({ ...VALID, env });
const withArtifacts = (artifacts: Json) => ({ ...VALID, artifacts: { files: ['**/*'], ...artifacts } });
const withCache = (cache: Json) => ({ ...VALID, cache: { paths: ['node_modules/**/*'], ...cache } });
const UNCLEAR_SECRET = 'Write secret-id:json-key:version-stage:version-id with one of version-stage and version-id, and leave out from the end what is not needed.';

test.each<[string, Json, string, string?]>([
  ['no version', { ...VALID, version: undefined }, 'The buildspec has no version.'],
  ['another version', { ...VALID, version: 2 }, '"version" of the buildspec is "2".', 'Write "version: 0.2".'],
  ['a version to come', { ...VALID, version: 0.3 }, '"version" of the buildspec is "0.3".'],
  ['no phases', { ...VALID, phases: undefined }, 'The buildspec has no phases.'],
  ['phases of nothing', withPhases(null), 'The buildspec has no phases.'],
  ['an empty phases', withPhases({}), '"phases" of the buildspec is empty.'],
  ['a list of phases', withPhases([{ build: {} }]), '"phases" of the buildspec is a list, and has to be an object.'],
  ['an unknown phase', withPhases({ prebuild: { commands: ['a'] } }), '"phases" of the buildspec has "prebuild", which CodeBuild does not know.', 'Did you mean "pre_build"?'],
  ['a phase that is no phase at all', withPhases({ deploy: { commands: ['a'] } }), '"phases" of the buildspec has "deploy", which CodeBuild does not know.', 'The keys there are install, pre_build, build, post_build.'],
  ['a phase without commands', withPhases({ build: { finally: ['a'] } }), '"phases.build" of the buildspec has no commands.', 'Add "commands" to it.'],
  ['commands of nothing', building({ commands: null }), '"phases.build" of the buildspec has no commands.'],
  ['a phase of commands alone', withPhases({ build: ['a'] }), '"phases.build" of the buildspec is a list, and has to be an object.', 'Put the list of commands into "commands" of the phase.'],
  ['a phase that is a command', withPhases({ build: 'make' }), '"phases.build" of the buildspec is a text, and has to be an object.'],
  ['a phase of nothing', withPhases({ build: null }), '"phases.build" of the buildspec is empty.'],
  ['a command that is an object', withPhases({ build: { commands: ['a', { echo: 'b' }] } }),
    '"phases.build.commands.2" of the buildspec is an object, and has to be a text.', 'Put the whole command in quotes: a ": " in it makes an object of it.'],
  ['commands in a list of their own', building({ commands: [['a']] }), '"phases.build.commands.1" of the buildspec is a list, and has to be a text.'],
  ['commands by names', building({ finally: { first: 'a' } }), '"phases.build.finally" of the buildspec is an object, and has to be a list.'],
  ['an answer to failure that is none', building({ 'on-failure': 'STOP' }), '"phases.build.on-failure" of the buildspec is "STOP".'],
  ['an answer to failure in small letters', building({ 'on-failure': 'continue' }), '"phases.build.on-failure" of the buildspec is "continue".'],
  ['too many retries', building({ 'on-failure': 'RETRY-101' }), '"phases.build.on-failure" of the buildspec is "RETRY-101".'],
  ['too many retries of a pattern', building({ 'on-failure': 'RETRY-500-.*timeout.*' }), '"phases.build.on-failure" of the buildspec is "RETRY-500-.*timeout.*".'],
  ['retries of no count', building({ 'on-failure': 'RETRY-' }), '"phases.build.on-failure" of the buildspec is "RETRY-".'],
  ['runtimes behind the install phase', building({ 'runtime-versions': { nodejs: 22 } }), '"phases.build.runtime-versions" of the buildspec has no place there.', 'Put it into "phases: install".'],
  ['a runtime of two versions', withPhases({ install: { 'runtime-versions': { nodejs: [20, 22] } } }), '"phases.install.runtime-versions.nodejs" of the buildspec is a list, and has to be a text.'],
  ['an environment that is a text', withEnv('A=b'), '"env" of the buildspec is a text, and has to be an object.'],
  ['a list of variables', withEnv({ variables: ['A=b'] }), '"env.variables" of the buildspec is a list, and has to be an object.'],
  ['a variable of several values', withEnv({ variables: { A: ['b', 'c'] } }), '"env.variables.A" of the buildspec is a list, and has to be a text.'],
  ['a variable with a value and a type', withEnv({ variables: { A: { value: 'b', type: 'PLAINTEXT' } } }), '"env.variables.A" of the buildspec is an object, and has to be a text.'],
  ['exported variables with values', withEnv({ 'exported-variables': { A: 'b' } }), '"env.exported-variables" of the buildspec is an object, and has to be a list.'],
  ['a parameter of no name', withEnv({ 'parameter-store': { A: '' } }), '"env.parameter-store.A" of the buildspec is empty.'],
  ['a parameter with a space', withEnv({ 'parameter-store': { A: 'shop token' } }), '"env.parameter-store.A" of the buildspec is "shop token".', 'Write the name of a parameter, such as "/shop/token".'],
  ['a secret among the parameters', withEnv({ 'parameter-store': { A: 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:token' } }),
    '"env.parameter-store.A" of the buildspec is "arn:aws:secretsmanager:eu-west-1:111111111111:secret:token".'],
  ['a secret of no name', withEnv({ 'secrets-manager': { A: '' } }), '"env.secrets-manager.A" of the buildspec is empty.'],
  ['a secret of a key alone', withEnv({ 'secrets-manager': { A: ':password' } }), '"env.secrets-manager.A" of the buildspec is ":password".'],
  ['a parameter among the secrets', withEnv({ 'secrets-manager': { A: 'arn:aws:ssm:eu-west-1:111111111111:parameter/token' } }), '"env.secrets-manager.A" of the buildspec is "arn:aws:ssm:eu-west-1:111111111111:parameter/token".'],
  ['a secret of a stage and a version', withEnv({ 'secrets-manager': { A: 'shop:token:AWSCURRENT:1a2b' } }), '"env.secrets-manager.A" of the buildspec is "shop:token:AWSCURRENT:1a2b".', UNCLEAR_SECRET],
  ['a secret of too many parts', withEnv({ 'secrets-manager': { A: 'shop:token::1a2b:3c4d' } }), '"env.secrets-manager.A" of the buildspec is "shop:token::1a2b:3c4d".', UNCLEAR_SECRET],
  ['a credential helper that is none', withEnv({ 'git-credential-helper': 'store' }), '"env.git-credential-helper" of the buildspec is "store".', 'Write yes or no.'],
  ['a proxy for logs that is none', { ...VALID, proxy: { logs: 'http://proxy:3128' } }, '"proxy.logs" of the buildspec is "http://proxy:3128".'],
  ['artifacts that are a text', { ...VALID, artifacts: 'dist' }, '"artifacts" of the buildspec is a text, and has to be an object.'],
  ['files by names', withArtifacts({ files: { site: 'dist' } }), '"artifacts.files" of the buildspec is an object, and has to be a list.'],
  ['two base directories', withArtifacts({ 'base-directory': ['dist', 'out'] }), '"artifacts.base-directory" of the buildspec is a list, and has to be a text.'],
  ['paths that are perhaps discarded', withArtifacts({ 'discard-paths': 'maybe' }), '"artifacts.discard-paths" of the buildspec is "maybe".', 'Write yes or no.'],
  ['a cache that is a list', { ...VALID, cache: ['node_modules'] }, '"cache" of the buildspec is a list, and has to be an object.'],
  ['six fallback keys', withCache({ 'key': 'npm', 'fallback-keys': ['a', 'b', 'c', 'd', 'e', 'f'] }), '"cache.fallback-keys" of the buildspec has 6 entries, and may have 5.'],
  ['an action of the cache that is none', withCache({ action: 'upload' }), '"cache.action" of the buildspec is "upload".', 'Use restore, save.'],
  ['a misspelt action of the cache', withCache({ action: 'restor' }), '"cache.action" of the buildspec is "restor".', 'Did you mean restore?'],
])('%s is found', (_, buildspec, message, mend = '') => {
  expect(findingsAfter(built(buildspec))).toEqual([expect.objectContaining({
    id: 'conveyor:buildspec-syntax', severity: 'error', pipeline: 'Shop', message, path: AT, ...(mend && { mend }),
  })]);
});

test('what is no JSON is found', () => {
  const [found, ...others] = findingsAfter(built('{ "version": "0.2", '));
  expect(found).toMatchObject({ id: 'conveyor:buildspec-syntax', path: AT });
  expect(found.message).toMatch(/^The buildspec is no JSON: /);
  expect(others).toEqual([]);
});

test('a buildspec of the action itself counts, and is found there', () => {
  const found = findingsAfter(built(VALID, action => { action.Configuration.BuildspecOverride = '{"version":"0.3","phases":{"build":{"commands":["a"]}},"artifacts":{"files":["**/*"]}}'; }));
  expect(found.map(({ message, part }) => ({ message, part }))).toEqual([{ message: '"version" of the buildspec is "0.3".', part: 'Build/Compile' }]);
});

test('a project of another template is found in the action', () => {
  const change = built({ ...VALID, version: undefined });
  const found = findingsAfter((pipeline, template) => {
    change(pipeline, template);
    template.Resources.Project.Properties.Name = 'other';
  });
  expect(found).toEqual([]);
});

test('a secondary artifact without files is found', () => {
  for (const docs of [null, {}, { 'base-directory': 'docs' }, { files: [] }]) {
    const found = findingsAfter(built(withArtifacts({ 'secondary-artifacts': { docs } }))).filter(({ id }) => id === 'conveyor:buildspec-syntax');
    expect(found.map(({ message }) => message)).toEqual([expect.stringMatching(/^"artifacts\.secondary-artifacts\.docs(\.files)?" of the buildspec (has no files|is empty)\.$/)]);
  }
});

test.each<[string, Json]>([
  ['a whole one', VALID],
  ['a version that is a number', { ...VALID, version: 0.2 }],
  ['an install without commands', withPhases({ install: { 'runtime-versions': { nodejs: 22 } }, build: { commands: ['a'] } })],
  ...['ABORT', 'CONTINUE', 'RETRY', 'RETRY-3', 'RETRY-.*timeout.*'].map((answer): [string, Json] => [
    `${answer} on failure`, withPhases({ build: { 'commands': ['a'], 'on-failure': answer } }),
  ]),
  ['one command without a list', building({ commands: 'make' })],
  ['a secret of a version', withEnv({ 'secrets-manager': { A: 'shop:token::1a2b', B: 'shop', C: 'shop::AWSPREVIOUS', D: 'arn:aws-cn:secretsmanager:cn-north-1:111111111111:secret:shop-a1b2c3:token:AWSCURRENT:' } })],
  ['a base directory beside the source', withArtifacts({ 'base-directory': '/tmp/out' })],
  ['what is unknown within', { 'Fn::Sub': JSON.stringify({ ...building({ 'on-failure': '${Given}' }), cache: { action: '${Given}', paths: ['${Given}'] }, env: { 'secrets-manager': { 'A': '${Given}:b:c:d', '${Given}': 'a:b:c:d' } } }) }],
  ['a batch without phases', { version: 0.2, batch: { 'build-list': [{ identifier: 'a', buildspec: 'a.yml' }] }, artifacts: VALID.artifacts }],
  ['a file', 'ci/buildspec.yml'],
  ['none at all', undefined],
  ['an unknown text', { 'Fn::Sub': '${Given}' }],
  ['an unknown version', { 'Fn::Sub': '{"version":"${Given}","phases":{"build":{"commands":["a"]}},"artifacts":{"files":["a"]}}' }],
  ['a phase of an unknown name', { 'Fn::Sub': '{"version":"0.2","phases":{"${Given}":{"commands":["a"]}},"artifacts":{"files":["a"]}}' }],
  ['JSON that an unknown part completes', { 'Fn::Sub': '{"version":"0.2",${Given}}' }],
  ['YAML where nobody reads it', 'phases:\n  build:\n'],
])('%s is not', (_, buildspec) => {
  expect(idsAfter(built(buildspec))).toEqual([]);
});

describe('where YAML is read', () => {
  test.each<[string, Json, string]>([
    ['a misspelt phase', 'version: 0.2\nphases:\n  biuld:\n    commands:\n      - npm ci\nartifacts:\n  files: "**/*"\n', '"phases" of the buildspec has "biuld", which CodeBuild does not know.'],
    ['a version that is none', 'version: 1.0\nphases:\n  build:\n    commands: [a]\nartifacts: { files: [a] }\n', '"version" of the buildspec is "1.0".'],
    ['a command that YAML takes for an object', 'version: 0.2\nphases:\n  build:\n    commands:\n      - echo a: b\nartifacts: { files: [a] }\n', '"phases.build.commands.1" of the buildspec is an object, and has to be a text.'],
    ['a misspelt phase beside what is unknown', { 'Fn::Sub': 'version: 0.2\nphases:\n  biuld:\n    commands:\n      - deploy ${Given}\nartifacts:\n  files: "**/*"\n' }, '"phases" of the buildspec has "biuld", which CodeBuild does not know.'],
    ['a list', '- a\n- b\n', 'The buildspec is a list, and has to be an object.'],
  ])('%s is found', (_, buildspec, message) => {
    expect(findingsWithYaml(built(buildspec))).toEqual([expect.objectContaining({ id: 'conveyor:buildspec-syntax', message, path: AT })]);
  });

  test('a key that stands there twice is found', () => {
    const [found] = findingsWithYaml(built('version: 0.2\nphases:\n  build:\n    commands: [a]\n  build:\n    commands: [b]\n'));
    expect(found.message).toBe('The buildspec is no YAML: line 5: Map keys must be unique.');
  });

  test('what is no YAML is found, with its line', () => {
    const [found] = findingsWithYaml(built('version: 0.2\nphases:\n\tbuild:\n'));
    expect(found.message).toMatch(/^The buildspec is no YAML: line 3: /);
  });

  test.each<[string, Json]>([
    ['commands with unknown parts', { 'Fn::Sub': 'version: 0.2\nphases:\n  build:\n    commands:\n      - ${Given}\n      - aws s3 ls ${Given}\nartifacts:\n  files:\n    - ${Given}\n' }],
    ['an unknown section', { 'Fn::Sub': 'version: 0.2\n${Given}\nphases: ${Given}\n' }],
    ['a YAML bomb', `a: &a [x,x,x,x,x,x,x,x,x,x]\n${'bcdefghij'.split('').map((key, at) => `${key}: &${key} [${Array(10).fill(`*${'abcdefghij'[at]}`).join()}]`).join('\n')}\nversion: 0.2\n`],
  ])('%s does no harm', (name, buildspec) => {
    expect(findingsWithYaml(built(buildspec), 'conveyor:buildspec-syntax').length).toBe(name === 'a YAML bomb' ? 1 : 0);
  });
});
