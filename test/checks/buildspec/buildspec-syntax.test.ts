import { findingsAfter, idsAfter, type Json } from '../fixture';
import { AT, built, findingsWithYaml, VALID } from './build';

const withPhases = (phases: Json) => ({ ...VALID, phases });

test.each<[string, Json, string, string?]>([
  ['no version', { ...VALID, version: undefined }, 'The buildspec has no version.', 'Add "version: 0.2".'],
  ['another version', { ...VALID, version: 2 }, 'The buildspec is of the version "2".'],
  ['no phases', { ...VALID, phases: undefined }, 'The buildspec has no phases.'],
  ['an empty phases', withPhases({}), 'The buildspec has no phase.'],
  ['a list of phases', withPhases([{ build: {} }]), 'The phases of the buildspec are a list.'],
  ['an unknown phase', withPhases({ prebuild: { commands: ['a'] } }), 'The buildspec has a phase "prebuild".', 'Did you mean "pre_build"?'],
  ['a phase that is no phase at all', withPhases({ deploy: { commands: ['a'] } }), 'The buildspec has a phase "deploy".', 'The phases are install, pre_build, build, post_build.'],
  ['a phase without commands', withPhases({ build: { finally: ['a'] } }), 'The phase build has no commands.'],
  ['a phase of commands alone', withPhases({ build: ['a'] }), 'The phase build is a list.', 'Put the list into "commands" of build.'],
  ['a phase of nothing', withPhases({ build: null }), 'The phase build is empty.'],
  ['a command that is an object', withPhases({ build: { commands: ['a', { echo: 'b' }] } }), 'commands of the phase build has an object for its text no. 2.'],
  ['a list of variables', { ...VALID, env: { variables: ['A=b'] } }, 'env.variables of the buildspec is a list.'],
  ['an answer to failure that is none', withPhases({ build: { 'commands': ['a'], 'on-failure': 'STOP' } }), 'on-failure of the phase build is "STOP".'],
  ['a secret of too many parts', { ...VALID, env: { 'secrets-manager': { TOKEN: 'shop:token:AWSCURRENT:1a2b:3c4d' } } }, 'The secret of "TOKEN" is "shop:token:AWSCURRENT:1a2b:3c4d": it has too many parts.'],
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
  expect(found.map(({ message, part }) => ({ message, part }))).toEqual([{ message: 'The buildspec is of the version "0.3".', part: 'Build/Compile' }]);
});

test('a project of another template is found in the action', () => {
  const change = built({ ...VALID, version: undefined });
  const found = findingsAfter((pipeline, template) => {
    change(pipeline, template);
    template.Resources.Project.Properties.Name = 'other';
  });
  expect(found).toEqual([]);
});

test.each<[string, Json]>([
  ['a whole one', VALID],
  ['a version that is a number', { ...VALID, version: 0.2 }],
  ['an install without commands', withPhases({ install: { 'runtime-versions': { nodejs: 22 } }, build: { commands: ['a'] } })],
  ...['ABORT', 'CONTINUE', 'RETRY', 'RETRY-3', 'RETRY-.*timeout.*'].map((answer): [string, Json] => [
    `${answer} on failure`, withPhases({ build: { 'commands': ['a'], 'on-failure': answer } }),
  ]),
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
    ['a misspelt phase', 'version: 0.2\nphases:\n  biuld:\n    commands:\n      - npm ci\nartifacts:\n  files: "**/*"\n', 'The buildspec has a phase "biuld".'],
    ['a version that is none', 'version: 1.0\nphases:\n  build:\n    commands: [a]\nartifacts: { files: [a] }\n', 'The buildspec is of the version "1.0".'],
    ['a command that YAML takes for an object', 'version: 0.2\nphases:\n  build:\n    commands:\n      - echo a: b\nartifacts: { files: [a] }\n', 'commands of the phase build has an object for its text no. 1.'],
    ['a misspelt phase beside what is unknown', { 'Fn::Sub': 'version: 0.2\nphases:\n  biuld:\n    commands:\n      - deploy ${Given}\nartifacts:\n  files: "**/*"\n' }, 'The buildspec has a phase "biuld".'],
    ['a list', '- a\n- b\n', 'The buildspec is a list where an object is expected.'],
  ])('%s is found', (_, buildspec, message) => {
    expect(findingsWithYaml(built(buildspec))).toEqual([expect.objectContaining({ id: 'conveyor:buildspec-syntax', message, path: AT })]);
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
