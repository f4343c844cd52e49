import { advice, buildspec, configurationOf, type Json, withProject } from './fixture';

const ID = 'privileged-build';

const privileged = (BuildSpec: Json, more: Json = { PrivilegedMode: true }) => advice(ID, (_, template) => {
  template.Parameters = { Given: { Type: 'String' } };
  withProject(template, { Environment: more, Source: { Type: 'CODEPIPELINE', BuildSpec } });
});

test('a privileged build that runs nothing of the kind is found', () => {
  expect(privileged(buildspec(['npm ci', 'npm test']))).toEqual([expect.objectContaining({
    severity: 'warning',
    message: 'The project "shop-build" is privileged, and its commands (npm ci …) need no such thing.',
    path: ['Resources', 'Project', 'Properties', 'Environment', 'PrivilegedMode'],
  })]);
});

test.each([
  'docker build -t shop .', 'podman build .', 'npx cdk deploy', 'cdk-assets publish', '/kaniko/executor', 'sam build --use-container', 'npm run image', 'npm run e2e', 'mvn verify', 'mount /dev/x /mnt',
  './build.sh', 'bash build', 'sh -c "x"', 'make', 'python scripts/release.py', 'cd app && make image', 'npm ci; ./x',
])('%p may need it', command => {
  expect(privileged(buildspec(['npm ci', command]))).toEqual([]);
});

test.each([
  ['in the repository', undefined], ['in a file', 'ci/buildspec.yml'], ['not known', { Ref: 'Given' }], ['known in part', { 'Fn::Sub': buildspec(['npm ci', '${Given}']) }],
  ['broken', '{"version":'], ['without commands', buildspec([])], ['a batch', buildspec(['npm ci'], { batch: { 'build-list': [] } })], ['junk', 7],
])('a buildspec that is %s says nothing of it', (_, text) => {
  expect(privileged(text)).toEqual([]);
});

test.each([{ PrivilegedMode: false }, { PrivilegedMode: 'false' }, {}, { PrivilegedMode: { Ref: 'Given' } }])('an environment %j is not privileged', environment => {
  expect(privileged(buildspec(['npm ci']), environment)).toEqual([]);
});

test('what an action runs in place of the project\'s own buildspec counts', () => {
  const run = (text: string) => advice(ID, (pipeline, template) => {
    withProject(template, { Environment: { PrivilegedMode: 'true' }, Source: { BuildSpec: buildspec(['docker build .']) } });
    configurationOf(pipeline, 'Build/Compile').BuildspecOverride = text;
  });
  expect(run(buildspec(['npm test']))).toHaveLength(1);
  expect(run(buildspec(['docker push shop']))).toEqual([]);
  expect(run('ci/other.yml')).toEqual([]);
});

test('a project that the pipeline does not use is not its matter', () => {
  expect(advice(ID, (_, template) => withProject(template, { Name: 'other', Environment: { PrivilegedMode: true }, Source: { BuildSpec: buildspec(['npm ci']) } }))).toEqual([]);
});
