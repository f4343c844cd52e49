/** What a pipeline calls upon. */

import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as stepfunctions from 'aws-cdk-lib/aws-stepfunctions';
import { World } from './world';
import { Invoke, RevisionType, Step } from '../../../src';

const MAKERS: readonly ((world: World) => Step)[] = [called, called, machine, sourceScan, imageScan, pipeline];

export function invokeIn(world: World): Step {
  return world.choices.pick(MAKERS)(world);
}

function called(world: World): Step {
  const { choices, scope } = world;
  const labels = choices.maybe(() => choices.list(1, 4, at => `part${at}`), 20) ?? [];
  const hasOutput = choices.chance(30);
  const step = Invoke.lambda(world.name(hasOutput || labels.length > 0), {
    function: choices.chance(20) ? functionIn(world) : lambda.Function.fromFunctionName(scope, world.id('Function'), 'judge'),
    ...choices.pick([
      () => ({}), () => ({ userParameters: world.text() }), () => ({ userParametersObject: { commit: world.variable() ?? 'none', deep: { list: [1, true, null] } } }),
    ])(),
    inputs: choices.maybe(() => world.inputs(5)),
    hasOutput,
    outputLabels: labels.length ? labels : undefined,
  });
  return world.stands(step, labels, [() => step.variable('Url')]);
}

function functionIn(world: World): lambda.Function {
  const code = lambda.Code.fromInline('exports.handler = () => {}');
  return new lambda.Function(world.scope, world.id('Function'), { runtime: lambda.Runtime.NODEJS_LATEST, handler: 'index.handler', code });
}

function machine(world: World): Step {
  const { choices, scope } = world;
  const hasOutput = choices.chance(30);
  const inputFile = choices.maybe(() => 'input.json');
  const step = Invoke.stepFunctions(world.name(hasOutput), {
    stateMachine: stepfunctions.StateMachine.fromStateMachineName(scope, world.id('Machine'), 'migration'),
    literalInput: inputFile ? undefined : choices.maybe(() => ({ commit: world.variable() ?? 'none', text: world.text(300) })),
    inputFile,
    input: inputFile ? world.maybeInput() : undefined,
    executionNamePrefix: choices.maybe(() => choices.pick(['shop', 'x'.repeat(43)])),
    hasOutput,
  });
  return world.stands(step, [], [() => step.variables.executionArn]);
}

function thresholds({ choices }: World) {
  const [criticalThreshold, highThreshold, mediumThreshold, lowThreshold] = [0, 5, 1e6, 0].map(most => choices.maybe(() => most));
  return { criticalThreshold, highThreshold, mediumThreshold, lowThreshold };
}

function sourceScan(world: World): Step {
  const step = Invoke.inspectSource(world.name(true), { input: world.maybeInput(), ...thresholds(world) });
  return world.stands(step, [], [() => step.variables.highestScannedSeverity]);
}

function imageScan(world: World): Step {
  const { choices } = world;
  const step = Invoke.inspectImage(world.name(true), {
    repository: ecr.Repository.fromRepositoryName(world.scope, world.id('Images'), 'shop'),
    imageTag: choices.maybe(() => world.variable() ?? 'v1'),
    ...thresholds(world),
  });
  return world.stands(step, [], [() => step.variables.highestScannedSeverity]);
}

function pipeline(world: World): Step {
  const { choices } = world;
  return world.stands(Invoke.pipeline(world.name(), {
    pipeline: codepipeline.Pipeline.fromPipelineArn(world.scope, world.id('Other'), world.arn('codepipeline', 'library')),
    variables: choices.maybe(() => Object.fromEntries(choices.list(1, 5, at => [`name-${at}@`, world.variable() ?? 'none'] as const))),
    sourceRevisions: choices.maybe(() => choices.list(1, 3, at => ({
      actionName: `Source${at}`, revisionType: choices.pick(Object.values(RevisionType)), revisionValue: world.variable() ?? '1a2b',
    }))),
  }));
}
