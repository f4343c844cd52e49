/** What deploys with CloudFormation: stacks, change sets, stack sets. */

import { CfnCapabilities } from 'aws-cdk-lib';
import { StackSetOrganizationsAutoDeployment } from 'aws-cdk-lib/aws-codepipeline-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import { DeployMaker } from './deploys';
import { Place } from './places';
import { World } from './world';
import { Deploy, FailureConcurrency, RegionConcurrency, StackSetCaller, StackSetPermissions, StackTargets, Step } from '../../../src';

function stackName({ choices }: World): string {
  return choices.pick(['shop', 'shop-beta', 'x'.repeat(128)]);
}

function execution(world: World, { account }: Place) {
  return world.choices.pick([
    () => ({ permissions: [new iam.PolicyStatement({ actions: ['sqs:CreateQueue', 'sqs:DeleteQueue'], resources: ['arn:aws:sqs:eu-west-1:111111111111:shop'] })] }),
    () => ({ adminPermissions: true }),
    () => ({ executionRole: iam.Role.fromRoleArn(world.scope, world.id('Execution'), `arn:aws:iam::${account}:role/cloudformation`) }),
  ])();
}

function template(world: World) {
  const { choices } = world;
  const input = world.maybeInput(50);
  const others = input ? world.inputs(8).filter(one => one.primaryOutput !== input.primaryOutput) : [];
  return {
    templatePath: choices.maybe(() => 'infra/template.yaml'),
    configurationPath: choices.maybe(() => 'production.json'),
    parameters: choices.maybe(() => choices.pick<Record<string, string>>([
      { Size: 'small', Commit: world.variable() ?? 'none' }, { Long: 'x'.repeat(989) }, { Text: '"quoted" \\ back' },
    ])),
    capabilities: choices.maybe(() => [choices.pick([CfnCapabilities.NAMED_IAM, CfnCapabilities.ANONYMOUS_IAM]), CfnCapabilities.AUTO_EXPAND]),
    input,
    additionalInputs: others.length ? others : undefined,
  };
}

function stack(world: World, place: Place): Step {
  const { choices } = world;
  const outputFile = choices.maybe(() => 'outputs.json');
  return Deploy.cloudFormation(world.name(outputFile !== undefined), {
    stackName: stackName(world),
    ...template(world),
    ...execution(world, place),
    outputFile,
    replaceOnFailure: choices.maybe(() => choices.chance(50)),
  });
}

function changeSet(world: World, place: Place): Step {
  return Deploy.createChangeSet(world.name(), {
    stackName: stackName(world), changeSetName: world.choices.maybe(() => 'release'), ...template(world), ...execution(world, place),
  });
}

function executed(world: World): Step {
  const outputFile = world.choices.maybe(() => 'outputs.json');
  return Deploy.executeChangeSet(world.name(outputFile !== undefined), { stackName: 'shop', changeSetName: world.choices.maybe(() => 'release'), outputFile });
}

function deleted(world: World, place: Place): Step {
  return Deploy.deleteStack(world.name(), { stackName: 'shop-beta', ...execution(world, place) });
}

function operation({ choices }: World) {
  return {
    failureTolerancePercentage: choices.maybe(() => choices.pick([0, 100])),
    maxConcurrentPercentage: choices.maybe(() => choices.pick([1, 100])),
    regionConcurrency: choices.maybe(() => choices.pick(Object.values(RegionConcurrency))),
    concurrencyMode: choices.maybe(() => choices.pick(Object.values(FailureConcurrency))),
  };
}

function parameters({ choices }: World) {
  return choices.chance(30) ? { parametersPath: 'parameters.json' } : {
    parameters: choices.maybe(() => ({ Limit: '500', Name: 'a=b' })), keptParameters: choices.maybe(() => ['Old']),
  };
}

const REGIONS = ['eu-west-1', 'us-gov-west-1', 'ap-southeast-2'];

function stackSet(world: World): Step {
  const { choices } = world;
  const managed = choices.chance(50);
  const auto = managed && choices.chance(30);
  const targets = choices.pick([
    undefined, StackTargets.file('targets.json', REGIONS),
    managed ? StackTargets.organizationalUnits(['ou-ab12-cdef3456', 'r-ab12'], REGIONS) : StackTargets.accounts(['222222222222', '333333333333'], REGIONS),
  ]);
  return Deploy.stackSet(world.name(), {
    stackSetName: choices.pick(['baseline', 'x'.repeat(128)]),
    description: choices.maybe(() => world.text()),
    templatePath: choices.maybe(() => 'infra/set.yaml'),
    capabilities: choices.maybe(() => [CfnCapabilities.NAMED_IAM]),
    permissions: managed
      ? StackSetPermissions.serviceManaged({ autoDeployment: auto ? StackSetOrganizationsAutoDeployment.ENABLED_WITH_STACK_RETENTION : undefined })
      : StackSetPermissions.selfManaged({ executionRoleName: choices.maybe(() => 'execution') }),
    targets: auto ? undefined : targets,
    callAs: managed ? choices.maybe(() => choices.pick(Object.values(StackSetCaller))) : undefined,
    ...operation(world),
    ...parameters(world),
    input: world.maybeInput(),
  });
}

function instances(world: World): Step {
  const { choices } = world;
  return Deploy.stackInstances(world.name(), {
    stackSetName: 'baseline',
    targets: choices.pick([
      StackTargets.accounts(['222222222222'], REGIONS), StackTargets.organizationalUnits(['r-ab12'], REGIONS), StackTargets.file('targets.json', REGIONS),
    ]),
    ...operation(world),
    ...parameters(world),
  });
}

export const STACK_DEPLOYS: readonly DeployMaker[] = [stack, stack, changeSet, executed, deleted, stackSet, instances];
