/** When a stage begins, has succeeded, goes back, or is closed. */

import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { World } from './world';
import { EntryResult, Rule, StageOptions, SuccessResult, VariableOperator } from '../../../src';

const { AlarmState } = cloudwatch;

const KINDS: readonly ((world: World, name: string | undefined) => Rule)[] = [alarm, window, called, variable, variable, commands, build];

/** Those that may skip a stage. */
const SKIPPING = [called, variable];

function alarm(world: World, name?: string): Rule {
  const { choices } = world;
  return Rule.alarm({
    name,
    alarm: cloudwatch.Alarm.fromAlarmArn(world.scope, world.id('Alarm'), world.arn('cloudwatch', 'alarm:shop errors')),
    states: choices.maybe(() => choices.pick([[AlarmState.ALARM], [AlarmState.ALARM, AlarmState.INSUFFICIENT_DATA]])),
    wait: choices.maybe(() => Duration.minutes(choices.pick([1, 600]))),
  });
}

function window({ choices }: World, name?: string): Rule {
  return Rule.deploymentWindow({
    name,
    cron: choices.pick(['0 0 9-17 ? * MON-FRI *', '0 0 9-17 ? * MON-FRI', '* * * ? * 2#1', '0 0/15 8,12 1-7 * ?']),
    timeZone: choices.maybe(() => choices.pick(['Europe/Berlin', 'UTC+02:00', 'UTC', 'PST'])),
  });
}

function called(world: World, name?: string): Rule {
  return Rule.lambda({ name, function: lambda.Function.fromFunctionName(world.scope, world.id('Judge'), 'judge'), userParameters: world.choices.maybe(() => world.text()) });
}

function variable(world: World, name?: string): Rule {
  const operator = world.choices.maybe(() => world.choices.pick(Object.values(VariableOperator)), 60);
  return Rule.variable({ name, variable: world.variable() ?? '#{codepipeline.PipelineExecutionId}', operator, value: world.choices.pick(['yes', '(?!docs:).*', '[a-z]+\\d']) });
}

function commands({ choices }: World, name?: string): Rule {
  return Rule.commands({ name, commands: choices.list(1, 5, at => `./check.sh ${at}`) });
}

function build(world: World, name?: string): Rule {
  return Rule.codeBuild({ name, project: codebuild.Project.fromProjectName(world.scope, world.id('Probe'), 'probe') });
}

function rules(world: World, kinds = KINDS): Rule[] {
  const { choices } = world;
  return choices.list(1, 5, () => choices.pick(kinds)(world, choices.chance(90) ? world.name() : undefined));
}

/** @param goesBack whether the pipeline has rollbacks */
export function stageOptions(world: World, goesBack: boolean): StageOptions {
  const { choices } = world;
  const skips = choices.chance(20);
  const onFailure = choices.pick(['as it is', 'retry', ...(goesBack ? ['rollback', 'rules'] : []), 'no rollback']);
  return {
    entry: choices.maybe(() => rules(world, skips ? SKIPPING : KINDS)),
    entryResult: skips ? EntryResult.SKIP : choices.maybe(() => EntryResult.FAIL),
    success: choices.maybe(() => rules(world)),
    successResult: choices.maybe(() => goesBack ? choices.pick([SuccessResult.FAIL, SuccessResult.ROLLBACK]) : SuccessResult.FAIL),
    failure: onFailure === 'rules' ? rules(world) : undefined,
    rollback: { 'rollback': true, 'no rollback': false }[onFailure],
    retry: onFailure === 'retry' || undefined,
    closed: choices.maybe(() => choices.pick(['Shops open in January.', 'x'.repeat(300), 'a! @ (b) * ?-']), 10),
  };
}
