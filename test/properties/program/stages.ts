/** What comes behind the tests: stages, environments with their approvals, waves. */

import { Duration } from 'aws-cdk-lib';
import * as actions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import { buildIn } from './builds';
import { stageOptions } from './conditions';
import { APPLICATION_DEPLOYS, HOME_DEPLOYS } from './deploys';
import { invokeIn } from './invokes';
import { homeOf, Place, placeIn } from './places';
import { STACK_DEPLOYS } from './stacks';
import { World } from './world';
import { Approval, DeliveryPipeline, Environment, EnvironmentProps, IStep, Step } from '../../../src';

const ANYWHERE = [...APPLICATION_DEPLOYS, ...STACK_DEPLOYS];
const AT_HOME = [...ANYWHERE, ...HOME_DEPLOYS];

function approvalIn(world: World, named = true): Step {
  const { choices } = world;
  return Approval.manual({
    name: named ? choices.maybe(() => world.name()) : undefined,
    ...choices.pick([() => ({}), () => ({ notify: ['release@acme.com'] }), () => ({ topic: sns.Topic.fromTopicArn(world.scope, world.id('Topic'), world.arn('sns', 'releases')) })])(),
    reviewUrl: choices.maybe(() => 'https://acme.com/review'),
    message: choices.maybe(() => world.text()),
    timeout: choices.maybe(() => Duration.minutes(choices.pick([5, 86400]))),
  });
}

function deployIn(world: World, place: Place): Step {
  return world.stands(world.choices.pick(place.env ? ANYWHERE : AT_HOME)(world, place));
}

function environment(world: World, most: number, named?: boolean): EnvironmentProps {
  const { choices } = world;
  const place = placeIn(world);
  const deploy = choices.list(1, most, () => deployIn(world, place));
  return {
    env: place.env,
    approval: choices.maybe(() => approvalIn(world, named)),
    deploy,
    verify: choices.maybe(() => choices.list(1, 2, () => buildIn(world, 'tests'))),
  };
}

function anyStep(world: World): IStep {
  const { choices } = world;
  return choices.pick<() => IStep>([
    () => invokeIn(world), () => invokeIn(world), () => buildIn(world, 'tests'), () => buildIn(world, 'builds'), () => approvalIn(world),
    () => deployIn(world, homeOf(world)), () => adopted(world),
  ])();
}

/** An action of aws-codepipeline-actions. */
function adopted(world: World): IStep {
  const { choices } = world;
  const actionName = world.name();
  return Step.fromAction(choices.pick([
    () => new actions.ManualApprovalAction({ actionName, additionalInformation: choices.maybe(() => 'Go on?') }),
    () => new actions.LambdaInvokeAction({ actionName, lambda: lambda.Function.fromFunctionName(world.scope, world.id('Function'), 'judge') }),
  ])());
}

/** More than a stage holds. */
function manySteps(world: World): Step[] {
  const count = world.choices.pick([51, 60, 101]);
  const make = world.choices.pick([invokeIn, (one: World) => deployIn(one, homeOf(one)), (one: World) => buildIn(one, 'tests')]);
  return Array.from({ length: count }, () => make(world));
}

export function addStages(world: World, pipeline: DeliveryPipeline, goesBack: boolean) {
  const { choices } = world;
  for (let count = choices.nat(8); count >= 0; count--) {
    choices.pick([addEnvironment, addStage, addEnvironment, addWave])(world, pipeline, goesBack);
    world.next();
  }
}

function addEnvironment(world: World, pipeline: DeliveryPipeline, goesBack: boolean) {
  const options = stageOptions(world, goesBack);
  pipeline.addEnvironment(world.name(), { ...environment(world, 4), ...options });
}

function addStage(world: World, pipeline: DeliveryPipeline, goesBack: boolean) {
  const { choices } = world;
  const options = stageOptions(world, goesBack);
  pipeline.addStage(world.name(), { steps: choices.chance(4) ? manySteps(world) : choices.list(1, 4, () => anyStep(world)), ...options });
}

function addWave(world: World, pipeline: DeliveryPipeline, goesBack: boolean) {
  const { choices } = world;
  const options = stageOptions(world, goesBack);
  const environments = choices.list(1, 4, () => Environment.of(world.name(true), environment(world, 2, false)));
  pipeline.addWave(world.name(), environments, { ...options, size: choices.maybe(() => choices.pick([1, 2])) });
}
