/** What builds and what tests. */

import { Duration } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { jenkins, partner, teamCity, worker } from './custom';
import { World } from './world';
import { Build, DeviceFarmAppType, DeviceFarmRadio, DeviceFarmTestType, Report, Secret, Step, Test } from '../../../src';

type Kind = 'builds' | 'tests';
type Maker = (world: World, kind: Kind) => Step;

const MAKERS: readonly Maker[] = [
  codeBuild, codeBuild, codeBuild, codeBuild, commands, commands, commands, image, existing, deviceFarm, jenkins, teamCity, worker, partner,
];

export function buildIn(world: World, kind: Kind): Step {
  return world.choices.pick(MAKERS)(world, kind);
}

function reads(world: World, most: number) {
  const inputs = world.inputs(most);
  return { input: inputs.at(0), additionalInputs: inputs.length > 1 ? inputs.slice(1) : undefined };
}

function environment(world: World, withParameters: boolean): Record<string, codebuild.BuildEnvironmentVariable> {
  const { choices } = world;
  const secret = () => secretsmanager.Secret.fromSecretNameV2(world.scope, world.id('Secret'), 'shop');
  return Object.fromEntries(choices.list(0, 10, at => [choices.pick([`NAME_${at}`, `name${at}`, `_${at}`]), choices.pick([
    () => ({ value: world.text(withParameters ? 300 : 2000) }),
    () => ({ value: world.variable() ?? 'none' }),
    () => Secret.fromSecretsManager(secret(), choices.maybe(() => 'token')),
    () => withParameters ? Secret.fromSsmParameter(ssm.StringParameter.fromStringParameterName(world.scope, world.id('Parameter'), '/shop/token')) : { value: '1' },
  ])()] as const));
}

function shell(world: World): string[] {
  const { choices } = world;
  return choices.list(1, 4, () => choices.pick(['make', 'echo "a: b" | tee x', 'export VERSION=$(cat VERSION)', `echo ${'x'.repeat(990)}`]));
}

function vpcIn(world: World): ec2.IVpc {
  return ec2.Vpc.fromVpcAttributes(world.scope, world.id('Network'), {
    vpcId: 'vpc-0a1b2c3d', availabilityZones: ['a', 'b'], privateSubnetIds: ['subnet-0a1b2c3d', 'subnet-1a2b3c4d'],
  });
}

const IMAGES = [
  codebuild.LinuxBuildImage.STANDARD_7_0, codebuild.LinuxArmBuildImage.AMAZON_LINUX_2_STANDARD_3_0,
  codebuild.LinuxLambdaBuildImage.AMAZON_LINUX_2023_NODE_20, codebuild.LinuxBuildImage.fromDockerRegistry('public.ecr.aws/docker/library/node:24'),
];
const REPORTS = [
  Report.junit, Report.cucumber, Report.nunit, Report.testNg, Report.visualStudio, Report.clover, Report.cobertura, Report.jacoco, Report.simpleCov,
];

function codeBuild(world: World, kind: Kind): Step {
  const { choices } = world;
  const output = choices.maybe(() => choices.pick(['dist', '.', 'a/b c']), 60);
  const labels = choices.maybe(() => choices.list(1, 4, at => choices.pick([`docs${at}`, `more_${at}`])), 25) ?? [];
  const exported = choices.maybe(() => choices.list(1, 3, at => `VERSION_${at}`)) ?? [];
  const own = choices.maybe(() => choices.pick([
    codebuild.BuildSpec.fromObject({ version: '0.2', phases: { build: { commands: ['make'] } } }),
    codebuild.BuildSpec.fromObjectToYaml({ version: 0.2, phases: { install: { 'runtime-versions': { nodejs: 22 } }, build: { commands: 'make' } } }),
    codebuild.BuildSpec.fromSourceFilename('ci/buildspec.yml'),
  ]), 15);
  const buildImage = choices.maybe(() => choices.pick(IMAGES));
  const vpc = choices.maybe(() => vpcIn(world), 10);
  const make = kind === 'builds' ? Build.codeBuild : Test.codeBuild;
  const stepName = world.name(output !== undefined || labels.length > 0);
  const step = make(labels.length && !choices.chance(5) ? stepName.replaceAll('-', '_') : stepName, {
    ...reads(world, 5),
    ...(own ? { buildspec: own } : { commands: shell(world), installCommands: choices.maybe(() => shell(world)) }),
    output,
    outputs: labels.length ? Object.fromEntries(labels.map(label => [label, `out/${label}`])) : undefined,
    exportedVariables: exported.length ? exported : undefined,
    environmentVariables: choices.maybe(() => environment(world, true)),
    reports: choices.maybe(() => choices.list(1, 5, () => choices.pick(REPORTS)('reports/*'))),
    cachePaths: choices.maybe(() => ['node_modules/**/*'], 15),
    image: buildImage,
    computeType: choices.maybe(() => buildImage?.type.includes('LAMBDA') ? codebuild.ComputeType.LAMBDA_2GB : codebuild.ComputeType.LARGE, 20),
    privileged: choices.maybe(() => choices.chance(50), 10),
    timeout: choices.maybe(() => Duration.minutes(choices.pick([5, 60, 2160])), 20),
    vpc,
    securityGroups: vpc && choices.maybe(() => [ec2.SecurityGroup.fromSecurityGroupId(world.scope, world.id('Group'), 'sg-0a1b2c3d')]),
    permissions: choices.maybe(() => [new iam.PolicyStatement({ actions: ['s3:ListBucket'], resources: [`arn:aws:s3:::shop-${choices.nat(3)}`] })], 20),
  });
  // a file may export what it likes; what is written here exports what it says
  return world.stands(step, labels, exported.map(name => () => step.variable(name)));
}

function commands(world: World, kind: Kind): Step {
  const { choices } = world;
  const outputFiles = choices.maybe(() => choices.list(1, 10, at => choices.pick([`dist-${at}/**`, `${at}`.padEnd(128, 'x')])), 50);
  const outputVariables = choices.maybe(() => choices.list(1, 15, at => `VERSION_${at}`)) ?? [];
  const vpc = choices.maybe(() => vpcIn(world), 10);
  const make = kind === 'builds' ? Build.commands : Test.commands;
  const step = make(world.name(outputFiles !== undefined), {
    ...reads(world, 10),
    commands: choices.chance(5) ? Array.from({ length: 50 }, (_, at) => `echo ${at}`) : shell(world),
    outputFiles,
    outputVariables: outputVariables.length ? outputVariables : undefined,
    environmentVariables: choices.maybe(() => environment(world, false)),
    computeType: choices.maybe(() => choices.pick([codebuild.ComputeType.SMALL, codebuild.ComputeType.LARGE]), 20),
    environmentType: choices.maybe(() => codebuild.EnvironmentType.LINUX_CONTAINER, 20),
    vpc,
    securityGroups: vpc && choices.maybe(() => [ec2.SecurityGroup.fromSecurityGroupId(world.scope, world.id('Group'), 'sg-0a1b2c3d')]),
  });
  return world.stands(step, [], outputVariables.map(name => () => step.variable(name)));
}

function image(world: World): Step {
  const { choices } = world;
  const isPublic = choices.chance(20);
  const step = Build.image(world.name(), {
    repository: isPublic ? undefined : ecr.Repository.fromRepositoryName(world.scope, world.id('Images'), 'shop'),
    publicRepositoryName: isPublic ? 'acme/shop' : undefined,
    tags: choices.maybe(() => choices.list(1, 3, at => choices.chance(30) ? world.variable() ?? 'none' : `v1.${at}_x-y`)),
    dockerfilePath: choices.maybe(() => 'docker/shop'),
    input: world.maybeInput(),
  });
  return world.stands(step, [], [() => step.variables.imageDigest]);
}

function existing(world: World, kind: Kind): Step {
  const { choices } = world;
  const hasOutput = choices.chance(50);
  const labels = choices.maybe(() => ['docs'], 20) ?? [];
  const batch = choices.maybe(() => choices.chance(50));
  const project = choices.chance(30)
    ? new codebuild.PipelineProject(world.scope, world.id('Project'), { buildSpec: codebuild.BuildSpec.fromSourceFilename('buildspec.yml') })
    : codebuild.Project.fromProjectName(world.scope, world.id('Project'), 'shop');
  const make = kind === 'builds' ? Build.project : Test.project;
  const name = world.name(hasOutput || labels.length > 0);
  const step = make(labels.length ? name.replaceAll('-', '_') : name, {
    ...reads(world, 5),
    project,
    hasOutput,
    outputLabels: labels.length ? labels : undefined,
    batch,
    combineArtifacts: batch && choices.maybe(() => true),
    environmentVariables: choices.maybe(() => ({ COMMIT: { value: world.variable() ?? 'none' } })),
  });
  return world.stands(step, labels, [() => step.variable('ANYTHING')]);
}

function deviceFarm(world: World): Step {
  const { choices } = world;
  const testType = choices.pick([DeviceFarmTestType.INSTRUMENTATION, DeviceFarmTestType.BUILTIN_FUZZ, DeviceFarmTestType.APPIUM_NODE]);
  const fuzz = testType === DeviceFarmTestType.BUILTIN_FUZZ;
  return world.stands(Test.deviceFarm(world.name(), {
    projectId: 'eec4905f-98f8-40aa-9afc-4c1cf1d2e3f4',
    devicePoolArn: `arn:aws:devicefarm:${world.region}::devicepool:082d10e5-d7d7-48a5-ba5c-b33d66efa1f5`,
    appType: choices.pick([DeviceFarmAppType.ANDROID, DeviceFarmAppType.IOS]),
    app: 'app.apk',
    testType,
    test: fuzz ? undefined : 'tests.zip',
    testSpec: fuzz ? undefined : choices.maybe(() => 'spec.yml'),
    fuzzEventCount: fuzz ? choices.maybe(() => choices.pick([1, 10_000])) : undefined,
    fuzzEventThrottle: fuzz ? choices.maybe(() => Duration.millis(choices.pick([1, 1000]))) : undefined,
    fuzzRandomizerSeed: fuzz ? choices.maybe(() => choices.nat(1e6)) : undefined,
    radios: choices.maybe(() => choices.some(Object.values(DeviceFarmRadio))),
    recordPerformance: choices.maybe(() => choices.chance(50)),
    recordVideo: choices.maybe(() => choices.chance(50)),
    timeout: choices.maybe(() => Duration.minutes(choices.pick([5, 150]))),
    unmeteredDevicesOnly: choices.maybe(() => choices.chance(50)),
    input: world.maybeInput(),
  }));
}
