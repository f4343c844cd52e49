import { actionOf, advice, buildspec, type Json, withProject } from './fixture';

const ID = 'costly-build';

const build = (machine: Json, commands: readonly string[], more: Json = {}) => advice(ID, (_, template) => {
  template.Parameters = { Given: { Type: 'String' } };
  withProject(template, { Environment: { Type: 'LINUX_CONTAINER', ...machine }, Source: { BuildSpec: buildspec(commands) }, ...more });
});
const LARGE = { ComputeType: 'BUILD_GENERAL1_LARGE' };

test('a large machine that copies a folder is found', () => {
  expect(build(LARGE, ['aws s3 sync dist s3://shop', 'echo done'])).toEqual([expect.objectContaining({
    severity: 'warning',
    message: 'The project "shop-build" has the machine BUILD_GENERAL1_LARGE, and its commands are little work: aws s3 sync dist s3://shop; echo done.',
    path: ['Resources', 'Project', 'Properties', 'Environment', 'ComputeType'],
  })]);
});

test.each([{ ComputeType: 'BUILD_GENERAL1_2XLARGE' }, { ComputeType: 'BUILD_GENERAL1_XLARGE', Type: 'ARM_CONTAINER' }, { ComputeType: 'BUILD_GENERAL1_SMALL', Type: 'LINUX_GPU_CONTAINER' }])('%j is a large machine', machine => {
  expect(build(machine, ['STAGE=beta curl -f https://shop.acme.com | jq .ok && echo fine'])).toHaveLength(1);
});

test.each([{ ComputeType: 'BUILD_GENERAL1_SMALL' }, { ComputeType: 'BUILD_GENERAL1_MEDIUM' }, { ComputeType: 'BUILD_LAMBDA_1GB' }, { ComputeType: { Ref: 'Given' } }, {}])('%j is none', machine => {
  expect(build(machine, ['echo done'], { TimeoutInMinutes: 480 })).toEqual([]);
});

test.each([
  [['npm ci']], [['mvn package']], [['docker build .']], [['./work.sh']], [['echo $(make)']], [['aws s3 ls', 'cargo build']], [['for i in 1 2; do echo $i; done']], [['echo 1', 'echo 2', 'echo 3', 'echo 4']], [[]],
])('%j is not little work for certain', commands => {
  expect(build(LARGE, commands)).toEqual([]);
});

test('a large machine that may hang for eight hours is found at its timeout', () => {
  expect(build(LARGE, ['npm ci'], { TimeoutInMinutes: 480 }).map(({ message, path }) => [message, path[path.length - 1]]))
    .toEqual([['The project "shop-build" may hang for 480 minutes on the machine BUILD_GENERAL1_LARGE.', 'TimeoutInMinutes']]);
});

test.each([479, undefined, { Ref: 'Given' }, 'long'])('one with the timeout %j is not', timeout => {
  expect(build(LARGE, ['npm ci'], { TimeoutInMinutes: timeout })).toEqual([]);
});

test('commands without a project are held to the same', () => {
  const run = (ComputeType: string, command: Json) => advice(ID, (pipeline, template) => {
    template.Parameters = { Given: { Type: 'String' } };
    pipeline.Stages[1].Actions.push(actionOf('Compute', 'Commands', { Commands: [command], Configuration: { ComputeType }, InputArtifacts: [{ Name: 'ShopSource' }] }));
  }).map(({ message }) => message);
  expect(run('BUILD_GENERAL1_LARGE', 'aws s3 sync . s3://shop')).toEqual(['"Commands" has the machine BUILD_GENERAL1_LARGE, and its commands are little work.']);
  expect(run('BUILD_GENERAL1_SMALL', 'aws s3 sync . s3://shop')).toEqual([]);
  expect(run('BUILD_GENERAL1_LARGE', 'npm ci')).toEqual([]);
  expect(run('BUILD_GENERAL1_LARGE', { Ref: 'Given' })).toEqual([]);
});
