import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as sns from 'aws-cdk-lib/aws-sns';
import { buildIn } from './builds';
import { Choices } from './choices';
import { deliverOwnStacks, synthIn } from './own-app';
import { sourceIn } from './sources';
import { addStages } from './stages';
import { eventTriggers } from './triggers';
import { World } from './world';
import { DeliveryPipeline, Notification } from '../../../src';

const { QUEUED, SUPERSEDED, PARALLEL } = codepipeline.ExecutionMode;

/** Makes a program's app: a stack with a pipeline. */
export function programOf(numbers: readonly number[], outdir: string): World {
  const choices = new Choices(numbers);
  const world = new World(choices, outdir);
  const variables = choices.list(0, 3, at => variableOf(world, at));
  const sources = choices.list(1, 3, () => sourceIn(world));
  world.next();
  for (const one of variables) world.knows(() => one.reference());
  const builds = choices.list(0, 4, () => buildIn(world, 'builds'));
  const synth = choices.maybe(() => synthIn(world), 12);
  world.next();
  const tests = choices.list(0, 4, () => buildIn(world, 'tests'));
  world.next();
  const executionMode = choices.maybe(() => choices.pick([QUEUED, SUPERSEDED, PARALLEL]));
  const [source, ...additionalSources] = sources;
  const pipeline = new DeliveryPipeline(world.scope, choices.pick(['Shop', 'a', 'Web.Shop_2-3']), {
    source,
    additionalSources,
    builds: synth ? [...builds, synth] : builds,
    tests,
    pipelineName: choices.maybe(() => choices.pick(['x'.repeat(100), 'shop.v1_eu-west-1', '1'])),
    executionMode,
    triggers: eventTriggers(world),
    variables: variables.length ? variables : undefined,
    restartOnUpdate: choices.maybe(() => choices.chance(50)),
    notifications: choices.list(0, 2, at => choices.pick([
      () => Notification.email(`release-${at}@acme.com`, 'operations@acme.com'),
      () => Notification.topic(sns.Topic.fromTopicArn(world.scope, world.id('Topic'), world.arn('sns', 'releases'))),
    ])()),
  });
  addStages(world, pipeline, executionMode !== PARALLEL);
  if (synth) deliverOwnStacks(world, pipeline, synth);
  return world;
}

function variableOf({ choices }: World, at: number): codepipeline.Variable {
  return new codepipeline.Variable({
    variableName: choices.pick([`Name${at}`, `a-b@c_${at}`, `${at}`.padEnd(128, 'x')]),
    defaultValue: choices.maybe(() => choices.pick(['no', 'x'.repeat(1000), '#{not a variable', '${x}'])),
    description: choices.maybe(() => choices.pick(['says yes or no', 'x'.repeat(200)])),
  });
}
