/** What starts a pipeline. */

import { Duration } from 'aws-cdk-lib';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as events from 'aws-cdk-lib/aws-events';
import { Choices } from './choices';
import { World } from './world';
import { EventTrigger, GitTrigger, PullRequestEvent, Trigger } from '../../../src';

const EVENTS = [PullRequestEvent.OPENED, PullRequestEvent.UPDATED, PullRequestEvent.CLOSED];

export function gitTriggers(choices: Choices): GitTrigger[] {
  return choices.list(1, 3, () => choices.chance(40) ? pullRequest(choices) : push(choices));
}

function patterns(choices: Choices): string[] {
  return choices.list(1, 8, at => choices.pick([`release/${at}/**`, `**/*-${at}.{js,ts}`, `${at}${'x'.repeat(254)}`, `a b [${at}]?`, `*${at}`]));
}

function push(choices: Choices): GitTrigger {
  if (choices.chance(30)) {
    return Trigger.push({ tags: patterns(choices), excludeTags: choices.maybe(() => patterns(choices)) });
  }
  return Trigger.push({
    ...(choices.chance(90) && { branches: patterns(choices) }),
    excludeBranches: choices.maybe(() => patterns(choices)),
    filePaths: choices.maybe(() => patterns(choices), 50),
    excludeFilePaths: choices.maybe(() => patterns(choices), 50),
  });
}

function pullRequest(choices: Choices): GitTrigger {
  return Trigger.pullRequest({
    events: choices.maybe(() => choices.some(EVENTS)),
    branches: choices.maybe(() => patterns(choices)),
    excludeBranches: choices.maybe(() => patterns(choices)),
    filePaths: choices.maybe(() => patterns(choices)),
    excludeFilePaths: choices.maybe(() => patterns(choices)),
  });
}

export function eventTriggers(world: World): EventTrigger[] {
  const { choices } = world;
  return choices.list(0, 3, () => choices.pick([
    () => Trigger.schedule(world.id('Times'), choices.pick([
      events.Schedule.cron({ hour: '2', minute: '0' }), events.Schedule.rate(Duration.hours(6)), events.Schedule.rate(Duration.minutes(1)),
      events.Schedule.cron({ weekDay: 'MON-FRI', minute: '0/15' }), events.Schedule.expression('cron(0 10 L * ? 2030-2040)'),
    ])),
    () => Trigger.event(world.id('Event'), { source: ['aws.ecr'], detail: { 'repository-name': [{ prefix: 'shop' }] } }),
    () => Trigger.pipeline(world.id('Other'), codepipeline.Pipeline.fromPipelineArn(world.scope, world.id('Pipeline'), world.arn('codepipeline', 'library'))),
  ])());
}
