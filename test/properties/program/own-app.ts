/** A pipeline that delivers the stacks of its own app. */

import { CfnResource, Stack, Stage } from 'aws-cdk-lib';
import { Place, placeIn } from './places';
import { World } from './world';
import { Build, DeliveryPipeline, Deploy, SynthStep } from '../../../src';

export function synthIn(world: World): SynthStep {
  const { choices } = world;
  return world.stands(Build.synth(world.name(true), {
    commands: ['npm ci', 'npx cdk synth'],
    publishAssets: choices.maybe(() => choices.chance(50)),
    selfUpdate: choices.maybe(() => choices.chance(50)),
    output: choices.maybe(() => 'out'),
  }));
}

export function deliverOwnStacks(world: World, pipeline: DeliveryPipeline, synth: SynthStep) {
  const { choices } = world;
  for (const place of choices.list(1, 2, () => placeIn(world))) {
    const approveChanges = choices.maybe(() => ({ message: choices.maybe(() => 'Is this what you expect?') }), 20);
    pipeline.addEnvironment(world.name(), {
      deploy: [Deploy.cdk(stageIn(world, place), { input: synth, approveChanges, name: choices.maybe(() => world.name()) })],
      rollback: approveChanges ? false : undefined,
    });
    world.next();
  }
}

/** Stacks that wait for each other, or stand side by side. */
function stageIn(world: World, { account, region }: Place): Stage {
  const stage = new Stage(world.app, world.id('Live'), { env: { account, region } });
  const stacks = world.choices.list(1, 3, () => new Stack(stage, world.id('Part')));
  for (const stack of stacks) new CfnResource(stack, 'Topic', { type: 'AWS::SNS::Topic' });
  if (world.choices.chance(50)) stacks.slice(1).forEach((stack, at) => stack.addStackDependency(stacks[at]));
  return stage;
}
