import { Duration, SecretValue } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Build, CodeBuildProps, Test } from '../../src';
import { HOME, pipelineIn, plain, refusalOf, renderedWith, stackIn } from '../fixture';
import { Rendered, statementsOf } from '../rendered';

const projectWith = (props: Partial<CodeBuildProps> = {}) => renderedWith(Build.codeBuild('Build', { commands: ['make'], ...props })).only('AWS::CodeBuild::Project');

describe('the project of a build', () => {
  const project = projectWith();

  test('is small, unprivileged and ends after half an hour', () => {
    expect(project).toMatchObject({
      Name: 'Web-Stage-Build',
      TimeoutInMinutes: 30,
      Environment: { Type: 'LINUX_CONTAINER', Image: 'aws/codebuild/standard:7.0', ComputeType: 'BUILD_GENERAL1_SMALL', PrivilegedMode: false },
      Cache: { Type: 'NO_CACHE' },
    });
  });

  test('takes its source from the pipeline, and gives its artifacts to it, encrypted with the store\'s key', () => {
    expect(project.Artifacts).toEqual({ Type: 'CODEPIPELINE' });
    expect(project.Source.Type).toBe('CODEPIPELINE');
    expect(project.EncryptionKey).toBe('${ArtifactsStoreKey.Arn}');
  });

  test('keeps its logs for 90 days, with those of the pipeline', () => {
    const rendered = renderedWith(Build.codeBuild('Build', { commands: ['make'] }), Test.codeBuild('Unit', { commands: ['make test'] }));
    expect(rendered.only('AWS::Logs::LogGroup')).toEqual({ LogGroupName: '/aws/codepipeline/Web', RetentionInDays: 90 });
    expect(rendered.all('AWS::CodeBuild::Project').map(one => one.LogsConfig.CloudWatchLogs)).toEqual([
      { Status: 'ENABLED', GroupName: '${WebSharedLogs}', StreamName: 'Stage/Build' },
      { Status: 'ENABLED', GroupName: '${WebSharedLogs}', StreamName: 'Stage/Unit' },
    ]);
  });

  test('runs with a role that CodeBuild takes on for this account', () => {
    const rendered = renderedWith(Build.codeBuild('Build', { commands: ['make'] }));
    expect(rendered.role(rendered.only('AWS::CodeBuild::Project').ServiceRole).AssumeRolePolicyDocument.Statement).toEqual([{
      Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'codebuild.amazonaws.com' }, Condition: { StringEquals: { 'aws:SourceAccount': '111111111111' } },
    }]);
  });
});

test('a build says its size, its time and that it uses Docker', () => {
  expect(projectWith({ computeType: codebuild.ComputeType.LARGE, timeout: Duration.hours(2), privileged: true }))
    .toMatchObject({ TimeoutInMinutes: 120, Environment: { ComputeType: 'BUILD_GENERAL1_LARGE', PrivilegedMode: true } });
});

test('an ARM image brings its machine', () => {
  expect(projectWith({ image: codebuild.LinuxArmBuildImage.AMAZON_LINUX_2023_STANDARD_3_0 }).Environment.Type).toBe('ARM_CONTAINER');
});

describe('a Lambda image', () => {
  const image = codebuild.LinuxLambdaBuildImage.AMAZON_LINUX_2023_NODE_20;

  test('brings its machine, and no timeout of the project\'s', () => {
    const project = projectWith({ image });
    expect(project.Environment).toMatchObject({ Type: 'LINUX_LAMBDA_CONTAINER', ComputeType: 'BUILD_LAMBDA_1GB' });
    expect(project.TimeoutInMinutes).toBeUndefined();
  });

  test.each<[string, Partial<CodeBuildProps>]>([
    ['Docker', { privileged: true }],
    ['a cache', { cachePaths: ['node_modules/**'] }],
    ['a machine of another kind', { computeType: codebuild.ComputeType.LARGE }],
    ['a timeout', { timeout: Duration.hours(1) }],
  ])('is refused together with %s, which CodeBuild does not have there', (_what, props) => {
    expect(refusalOf(() => projectWith({ image, ...props }))).toMatch(/Lambda/i);
  });
});

test.each([4, 2161])('a timeout of %d minutes is refused, with what is allowed', minutes => {
  expect(refusalOf(() => projectWith({ timeout: Duration.minutes(minutes) }))).toMatch(/5 to 2160 minutes[^]*where: Shop\/Web\/Pipeline\/Stage\/Build\/Project/);
});

describe('a build in a network', () => {
  const stack = stackIn(HOME);
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-1', availabilityZones: ['a', 'b'], privateSubnetIds: ['subnet-1', 'subnet-2'] });
  pipelineIn(stack, { builds: [Build.codeBuild('Build', { commands: ['make'], vpc })] });
  const rendered = Rendered.of(stack);
  const project = rendered.only('AWS::CodeBuild::Project');

  test('stands in its private subnets, behind a group that lets nothing in', () => {
    expect(project.VpcConfig).toEqual({ VpcId: 'vpc-1', Subnets: ['subnet-1', 'subnet-2'], SecurityGroupIds: ['${WebPipelineBuildProjectSecurityGroup.GroupId}'] });
    expect(rendered.only('AWS::EC2::SecurityGroup').SecurityGroupIngress).toBeUndefined();
  });

  test('may have network interfaces in those subnets, for CodeBuild alone', () => {
    expect(statementsOf(rendered.role(project.ServiceRole))).toContainEqual({
      Action: 'ec2:CreateNetworkInterfacePermission',
      Resource: 'arn:aws:ec2:eu-west-1:111111111111:network-interface/*',
      Condition: {
        StringEquals: { 'ec2:AuthorizedService': 'codebuild.amazonaws.com' },
        ArnEquals: { 'ec2:Subnet': ['subnet-1', 'subnet-2'].map(subnet => `arn:aws:ec2:eu-west-1:111111111111:subnet/${subnet}`) },
      },
    });
  });
});

test('a cache is kept in the pipeline\'s part of the store, where the build can reach it', () => {
  expect(projectWith({ cachePaths: ['node_modules/**'] }).Cache).toEqual({ Type: 'S3', Location: '${ArtifactsStoreBucket}/Web/cache' });
});

test('builds with long names have projects of their own', () => {
  const [stage, name] = ['s'.repeat(80), 'b'.repeat(80)];
  const stack = stackIn(HOME);
  pipelineIn(stack).addStage(stage, { steps: ['1', '2'].map(end => Build.codeBuild(name + end, { commands: ['make'] })) });
  const names = Rendered.of(stack).all('AWS::CodeBuild::Project').map(project => project.Name);
  expect(new Set(names).size).toBe(2);
  for (const one of names) expect(one).toMatch(/^[A-Za-z0-9][A-Za-z0-9\-_]{1,149}$/);
});

test('builds whose names differ in a dot have projects of their own', () => {
  const names = renderedWith(...['a.b', 'a-b'].map(name => Test.codeBuild(name, { commands: ['make'] }))).all('AWS::CodeBuild::Project').map(project => project.Name);
  expect(new Set(names).size).toBe(2);
});

test('environment variables are said in plain text, as the service takes them', () => {
  expect(projectWith({ environmentVariables: { STAGE: plain('beta'), SHARDS: { value: 4 } } }).Environment.EnvironmentVariables)
    .toEqual([{ Name: 'STAGE', Type: 'PLAINTEXT', Value: 'beta' }, { Name: 'SHARDS', Type: 'PLAINTEXT', Value: '4' }]);
});

test('a secret in plain text is refused', () => {
  expect(() => projectWith({ environmentVariables: { TOKEN: plain(SecretValue.secretsManager('token').toString()) } })).toThrow(/TOKEN/);
});

test('more outputs than CodePipeline takes are refused', () => {
  expect(() => projectWith({ outputs: Object.fromEntries([...'abcdef'].map(label => [label, label])) })).toThrow(/5/);
});
