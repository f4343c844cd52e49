import fc from 'fast-check';
import { BuildspecError, parseBuildspec } from '../../../src/engine/buildspec';

const MINIMAL = 'version: 0.2\nphases:\n  build:\n    commands:\n      - make\n';

function refusal(text: string): BuildspecError {
  try {
    parseBuildspec(text, 'buildspec.yml');
  } catch (cause) {
    if (cause instanceof BuildspecError) return cause;
    throw cause;
  }
  throw new Error('it was accepted');
}

test('the least a buildspec may say is a version and one phase', () => {
  const buildspec = parseBuildspec(MINIMAL, 'buildspec.yml');
  expect(buildspec.version).toBe('0.2');
  expect(buildspec.phases.build?.commands).toEqual(['make']);
  expect(buildspec.artifacts).toBeUndefined();
  expect(buildspec.warnings).toEqual([]);
});

test('one command may stand without a list, as AWS\'s own examples have it', () => {
  expect(parseBuildspec('version: 0.2\nphases:\n  build:\n    commands: make all\n', 'b.yml').phases.build?.commands).toEqual(['make all']);
});

test('JSON is read like YAML, also when it is indented by tabs', () => {
  const value = { version: 0.2, phases: { build: { commands: ['echo "a: b"'] } }, artifacts: { 'files': ['**/*'], 'discard-paths': true } };
  for (const indent of [undefined, 2, '\t']) {
    const buildspec = parseBuildspec(JSON.stringify(value, undefined, indent), 'project Shop');
    expect(buildspec.phases.build?.commands).toEqual(['echo "a: b"']);
    expect(buildspec.artifacts?.discardPaths).toBe(true);
  }
});

test('everything that a buildspec can say is read', () => {
  const buildspec = parseBuildspec(`
version: 0.2
run-as: builder
env:
  shell: /bin/sh
  variables: { RELEASE: 1.10, DEBUG: yes, EMPTY: }
  parameter-store: { LICENSE: /shop/license }
  secrets-manager: { TOKEN: 'prod/token:key' }
  exported-variables: [IMAGE_TAG, IMAGE_TAG]
  git-credential-helper: yes
proxy: { logs: yes }
batch: { fast-fail: true, build-list: [{ identifier: a }] }
phases:
  install:
    run-as: root
    on-failure: RETRY-2-timed out
    runtime-versions: { nodejs: 20, python: 3.10 }
    finally: [echo done]
  build:
    on-failure: ABORT
    commands: [make]
reports:
  unit: { files: ['reports/*.xml'], base-directory: out, discard-paths: yes }
  arn:aws:codebuild:eu-west-1:1:report-group/coverage: { files: [lcov.xml], file-format: CloverXml }
artifacts:
  files: ['**/*']
  name: shop-$(date)
  base-directory: dist
  exclude-paths: ['**/*.map']
  enable-symlinks: yes
  secondary-artifacts:
    docs: { files: ['docs/**/*'] }
cache: { paths: [node_modules/**/*], key: npm, fallback-keys: [n], action: restore }
`, 'buildspec.yml');
  expect(buildspec).toEqual({
    version: '0.2',
    runAs: 'builder',
    env: {
      shell: 'sh',
      variables: { RELEASE: '1.10', DEBUG: 'yes', EMPTY: '' },
      parameterStore: { LICENSE: '/shop/license' },
      secretsManager: { TOKEN: 'prod/token:key' },
      exportedVariables: ['IMAGE_TAG'],
    },
    batch: { 'fast-fail': 'true', 'build-list': [{ identifier: 'a' }] },
    phases: {
      install: {
        runAs: 'root',
        onFailure: { action: 'RETRY', count: 2, pattern: /timed out/ },
        runtimeVersions: { nodejs: '20', python: '3.10' },
        commands: [],
        finally: ['echo done'],
      },
      build: { onFailure: { action: 'ABORT' }, runtimeVersions: {}, commands: ['make'], finally: [] },
    },
    reports: [
      { group: 'unit', files: ['reports/*.xml'], baseDirectory: 'out', discardPaths: true, format: 'JUNITXML' },
      { group: 'arn:aws:codebuild:eu-west-1:1:report-group/coverage', files: ['lcov.xml'], discardPaths: false, format: 'CLOVERXML' },
    ],
    artifacts: {
      files: ['**/*'],
      name: 'shop-$(date)',
      baseDirectory: 'dist',
      excludePaths: ['**/*.map'],
      discardPaths: false,
      enableSymlinks: true,
    },
    secondaryArtifacts: { docs: { files: ['docs/**/*'], excludePaths: [], discardPaths: false, enableSymlinks: false } },
    cache: { paths: ['node_modules/**/*'], key: 'npm', fallbackKeys: ['n'], action: 'restore' },
    warnings: [],
  });
});

test('anchors and merge keys are resolved', () => {
  const buildspec = parseBuildspec(
    'version: 0.2\nphases:\n  pre_build: &p\n    commands: [make]\n  build:\n    <<: *p\n    on-failure: ABORT\n  post_build: *p\n', 'b.yml');
  expect(buildspec.phases.build).toMatchObject({ commands: ['make'], onFailure: { action: 'ABORT' } });
  expect(buildspec.phases.post_build?.commands).toEqual(['make']);
});

test('a scalar that YAML would turn into something else stays what was written', () => {
  const buildspec = parseBuildspec('version: 0.2\nphases:\n  build:\n    commands:\n      - true\n      - 0x10\n', 'b.yml');
  expect(buildspec.phases.build?.commands).toEqual(['true', '0x10']);
});

test('only secondary artifacts are accepted, with a warning that says where', () => {
  const buildspec = parseBuildspec(`${MINIMAL}artifacts:\n  secondary-artifacts:\n    docs: { files: [a] }\n`, 'b.yml');
  expect(buildspec.artifacts).toBeUndefined();
  expect(Object.keys(buildspec.secondaryArtifacts)).toEqual(['docs']);
  expect(buildspec.warnings).toEqual([expect.stringMatching(/^b\.yml:6:1: "artifacts\.files" is missing/)]);
});

test('a key that CodeBuild does not know is a warning', () => {
  const buildspec = parseBuildspec(MINIMAL.replace('commands', 'comands: []\n    commands'), 'b.yml');
  expect(buildspec.warnings).toEqual([expect.stringContaining('b.yml:4:5: "phases.build.comands" is not a key of a buildspec')]);
});

test.each([
  ['', 1, 1, 'this buildspec is empty'],
  ['- a', 1, 1, 'must be a mapping of keys to values, not a list'],
  ['phases: {}', 1, 1, '"version" is missing; write "version: 0.2"'],
  ['version: 0.3\nphases: {}', 1, 1, '"version" is "0.3"; CodeBuild knows 0.1 and 0.2'],
  ['version: 0.2', 1, 1, '"phases" is missing'],
  ['version: 0.2\nphases:\n', 2, 1, '"phases" holds none of install'],
  ['version: 0.2\nphases:\n  build: {}', 3, 3, '"phases.build.commands" is missing'],
  ['version: 0.2\nphases:\n  build:\n    commands:\n', 4, 5, '"phases.build.commands" is empty; list at least one item'],
  ['version: 0.2\nphases:\n  build:\n    commands:\n      make: all', 4, 5, '"phases.build.commands" must be a list'],
  ['version: 0.2\nphases:\n  build:\n    commands:\n      - make\n      - echo a: b', 6, 9, 'put the whole command in quotes'],
  ['version: 0.2\nphases:\n  build:\n    commands:\n      -\n', 5, 8, '"phases.build.commands[0]" must be text, not nothing'],
  ['version: 0.2\nphases:\n  build:\n    commands: ["a\\0b"]', 4, 16, 'a command cannot hold a NUL'],
  ['version: 0.2\nphases:\n  build:\n    on-failure: RETRY-101\n    commands: [a]', 4, 5, 'the count must be between 0 and 100'],
  [`${MINIMAL}env:\n  variables:\n    CODEBUILD_X: 1`, 8, 5, '"CODEBUILD_X" is reserved'],
  [`${MINIMAL}env:\n  variables:\n    MY-VAR: 1`, 8, 5, '"MY-VAR" cannot name a variable'],
  [`${MINIMAL}env:\n  variables:\n    A: [1]`, 8, 5, '"env.variables.A" must be text, not a list'],
  [`${MINIMAL}env:\n  shell: zsh`, 7, 3, '"env.shell" is "zsh"; on Linux it must be bash or /bin/sh'],
  [`${MINIMAL}env:\n  exported-variables:\n    - A\n    - $B`, 9, 7, '"$B" cannot name a variable'],
  [`${MINIMAL}env:\n  secrets-manager:\n    A: id:key:AWSCURRENT:v1`, 8, 5, 'names both a version stage and a version id'],
  [`${MINIMAL}artifacts:\n  name: x`, 6, 1, '"artifacts.files" is missing'],
  [`${MINIMAL}artifacts:\n  files: [a]\n  discard-paths: maybe`, 8, 3, '"artifacts.discard-paths" is "maybe"; it must be yes or no'],
  [`${MINIMAL}reports:\n  a: { files: [x], file-format: TAP }`, 7, 20, 'it must be one of JUNITXML, CUCUMBERJSON'],
  [`${MINIMAL}reports: { a: &r { files: [x] }, b: *r, c: *r, d: *r, e: *r, f: *r }`, 6, 62, 'names 6 report groups; a build may have 5'],
  [`${MINIMAL}cache: { fallback-keys: [a, b, c, d, e, f] }`, 6, 10, 'at most 5 are allowed'],
  [`${MINIMAL}version: 0.2`, 6, 1, 'not valid YAML: Map keys must be unique'],
  ['version: 0.2\nphases: [', 2, 10, 'not valid YAML'],
])('%j is refused at %d:%d', (text, line, column, problem) => {
  const error = refusal(text);
  expect(error.message).toContain(problem);
  expect([error.line, error.column]).toEqual([line, column]);
  expect(error.message.startsWith(`buildspec.yml:${line}:${column}: `)).toBe(true);
});

test('junk is refused with a BuildspecError and nothing else', () => {
  const pieces = fc.constantFrom(
    'version: 0.2\n', 'phases:\n', '  build:\n', '    commands:\n', '      - a\n', 'env:\n', '  variables:\n', '&a ', '*a', '<<: ', '!!int ', '? ', '[', ']',
    '{', '}', ': ', '- ', '|\n', '"', "'", '\t', '\0', '#', '---\n', '...\n', '%YAML 9\n', 'artifacts:\n', '  files:\n', '__proto__: ', 'reports: ', 'null',
  );
  const junk = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 }))).map((parts) => parts.join('')));
  fc.assert(fc.property(junk, (text) => {
    try {
      parseBuildspec(text, 'junk');
    } catch (cause) {
      expect(cause).toBeInstanceOf(BuildspecError);
    }
  }), { numRuns: 2000 });
});

test('any JSON value is accepted or refused with a BuildspecError', () => {
  const keys = fc.constantFrom('version', 'phases', 'build', 'commands', 'finally', 'env', 'variables', 'artifacts', 'files', 'reports', 'cache', 'on-failure', '0.2');
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 5 }, keys, fc.integer(), fc.boolean(), fc.constant(null), fc.array(tie('value'), { maxLength: 3 }), tie('map')),
    map: fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
  }));
  fc.assert(fc.property(value, (json) => {
    const text = JSON.stringify({ version: '0.2', phases: { build: json }, ...(typeof json === 'object' ? json : {}) });
    try {
      parseBuildspec(text, 'junk');
    } catch (cause) {
      expect(cause).toBeInstanceOf(BuildspecError);
    }
  }), { numRuns: 1000 });
});

test('one pattern of files may stand without a list, as aws-cdk-lib/pipelines writes it', () => {
  const { artifacts } = parseBuildspec(`${MINIMAL}artifacts:\n  files: '**/*'\n  exclude-paths: '**/*.map'\n`, 'b.yml');
  expect(artifacts).toMatchObject({ files: ['**/*'], excludePaths: ['**/*.map'] });
});

test('runtimes outside of the install phase are a warning', () => {
  const { warnings } = parseBuildspec(`${MINIMAL}    runtime-versions:\n      nodejs: 22\n`, 'b.yml');
  expect(warnings).toEqual([expect.stringContaining('b.yml:6:5: "phases.build.runtime-versions" is not a key of a buildspec and has no effect')]);
});
