/** Builds and tests by others than AWS: Jenkins, TeamCity, a worker of one's own, a partner. */

import { SecretValue } from 'aws-cdk-lib';
import { ActionCategory } from 'aws-cdk-lib/aws-codepipeline';
import * as iam from 'aws-cdk-lib/aws-iam';
import { World } from './world';
import { ActionOwner, Custom, CustomActionType, Jenkins, Step, TeamCity } from '../../../src';

function gives({ choices }: World) {
  const labels = choices.maybe(() => choices.list(1, 4, at => `part${at}`), 20) ?? [];
  return { hasOutput: choices.chance(50), outputLabels: labels.length ? labels : undefined, labels };
}

function grantedTo(world: World, server: { grantWork(role: iam.IGrantable): iam.Grant }) {
  if (world.choices.chance(50)) server.grantWork(new iam.Role(world.scope, world.id('Worker'), { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }));
}

export function jenkins(world: World, kind: 'builds' | 'tests'): Step {
  const { choices } = world;
  const server = new Jenkins(world.scope, world.id('Jenkins'), {
    serverUrl: choices.pick(['https://jenkins.acme.com', 'http://10.0.0.1:8080/ci/']), providerName: world.id('Jenkins'), version: choices.maybe(() => '2'),
  });
  grantedTo(world, server);
  const { labels, ...given } = gives(world);
  const props = { project: choices.pick(['firmware', 'x'.repeat(20)]), ...given, inputs: choices.maybe(() => world.inputs(5)) };
  const name = world.name(true);
  return world.stands(kind === 'builds' ? server.buildStep(name, props) : server.testStep(name, props), labels);
}

/** An account knows one server of TeamCity by each version. */
export function teamCity(world: World): Step {
  const { choices } = world;
  const server = new TeamCity(world.scope, world.id('TeamCity'), { serverUrl: 'https://teamcity.acme.com/', version: world.id('v') });
  grantedTo(world, server);
  const { labels, ...given } = gives(world);
  return world.stands(server.buildStep(world.name(true), {
    buildConfiguration: 'Shop_Firmware', actionId: choices.maybe(() => world.id('build'), 90), ...given, inputs: choices.maybe(() => world.inputs(5)),
  }), labels);
}

export function worker(world: World, kind: 'builds' | 'tests'): Step {
  const { choices } = world;
  const type = new CustomActionType(world.scope, world.id('Type'), {
    category: kind === 'builds' ? ActionCategory.BUILD : ActionCategory.TEST,
    provider: choices.chance(10) ? world.id('x').padEnd(35, 'y') : world.id('Licenses'),
    properties: [{ name: 'Policy', required: true, queryable: choices.chance(30), description: 'strict or lenient' }, { name: 'Token', required: true, secret: true }],
    artifactBounds: choices.maybe(() => ({ minInputs: 1, maxInputs: 2, minOutputs: 0, maxOutputs: 1 })),
    entityUrl: choices.maybe(() => 'https://licenses.acme.com/{Config:Policy}'),
  });
  grantedTo(world, type);
  const { labels, ...given } = gives(world);
  return world.stands(type.step(world.name(true), {
    configuration: { Policy: 'strict' }, secrets: { Token: SecretValue.secretsManager('licenses') }, ...given, inputs: choices.maybe(() => world.inputs(3)),
  }), labels);
}

export function partner(world: World, kind: 'builds' | 'tests'): Step {
  const { choices } = world;
  const { labels, ...given } = gives(world);
  const step = Custom.step(world.name(true), {
    category: choices.pick([kind === 'builds' ? ActionCategory.BUILD : ActionCategory.TEST, ActionCategory.INVOKE, ActionCategory.DEPLOY]),
    owner: choices.pick([ActionOwner.THIRD_PARTY, ActionOwner.CUSTOM]),
    provider: choices.pick(['Snyk', 'BlazeMeter', 'CloudBees', 'Apica']),
    configuration: choices.maybe(() => ({ Project: world.text() })),
    secrets: choices.maybe(() => ({ Token: SecretValue.secretsManager('partner') })),
    ...given,
    inputs: choices.maybe(() => world.inputs(5)),
  });
  return world.stands(step, labels, [() => step.variable('Score')]);
}
