/** Every kind of source. */

import { SecretValue } from 'aws-cdk-lib';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import { ActionCategory } from 'aws-cdk-lib/aws-codepipeline';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { gitTriggers } from './triggers';
import { World } from './world';
import { ActionOwner, Custom, CustomActionType, Source, Step } from '../../../src';

const CONNECTED = [
  Source.gitHub, Source.gitHubEnterpriseServer, Source.bitbucket, Source.gitLab, Source.gitLabSelfManaged, Source.azureDevOps,
] as const;

type Maker = (world: World, name: string) => Step;

const MAKERS: readonly Maker[] = [connected, connected, connected, codeCommit, bucket, image, oAuth, partner, ownType];

export function sourceIn(world: World): Step {
  const { choices } = world;
  return choices.pick(MAKERS)(world, world.name(true));
}

function connected(world: World, name: string): Step {
  const { choices } = world;
  const source = choices.pick(CONNECTED)(choices.pick(['acme/shop', 'a/b', 'acme/group/sub.group/shop_1']), {
    connectionArn: world.arn(choices.pick(['codeconnections', 'codestar-connections']), 'connection/1a2b'),
    name,
    branch: choices.maybe(() => choices.pick(['main', 'release/1.x', 'feature/a_b-c'])),
    fullClone: choices.maybe(() => choices.chance(50)),
    startOnPush: choices.maybe(() => choices.chance(50)),
    triggers: choices.maybe(() => gitTriggers(choices)),
  });
  const { variables } = source;
  return world.stands(source, [], [
    () => variables.commitId, () => variables.commitMessage, () => variables.branchName, () => variables.pullRequestTitle,
    () => source.variable('FullRepositoryName'),
  ]);
}

function codeCommit(world: World, name: string): Step {
  const { choices } = world;
  const repository = choices.chance(30) ? new codecommit.Repository(world.scope, world.id('Repository'), { repositoryName: world.id('repository') })
    : codecommit.Repository.fromRepositoryName(world.scope, world.id('Repository'), 'shop');
  const source = Source.codeCommit(repository, { name, branch: choices.maybe(() => 'trunk'), fullClone: choices.maybe(() => true, 15) });
  return world.stands(source, [], [() => source.variables.commitId, () => source.variables.commitMessage]);
}

function bucket(world: World, name: string): Step {
  const { choices } = world;
  const source = Source.s3({
    name,
    bucket: choices.chance(30)
      ? new s3.Bucket(world.scope, world.id('Releases'), { versioned: !choices.chance(5), enforceSSL: true })
      : s3.Bucket.fromBucketName(world.scope, world.id('Releases'), 'acme-releases'),
    objectKey: choices.pick(['release.zip', 'a/b/c d.zip', 'x'.repeat(500)]),
  });
  return world.stands(source, [], [() => source.variables.versionId, () => source.variables.objectKey]);
}

function image(world: World, name: string): Step {
  const { choices } = world;
  const repository = choices.chance(30) ? new ecr.Repository(world.scope, world.id('Images'))
    : ecr.Repository.fromRepositoryName(world.scope, world.id('Images'), 'acme/shop');
  const source = Source.ecr({ name, repository, imageTag: choices.maybe(() => choices.pick(['stable', 'v1.2_3-rc'])) });
  return world.stands(source, [], [() => source.variables.imageDigest, () => source.variables.imageUri]);
}

function oAuth(world: World, name: string): Step {
  const { choices } = world;
  const source = Source.gitHubOAuth('acme/shop', {
    name,
    token: SecretValue.secretsManager('github', { jsonField: 'token' }),
    branch: choices.maybe(() => 'trunk'),
    webhookSecret: choices.maybe(() => SecretValue.secretsManager('github', { jsonField: 'webhook' })),
  });
  return world.stands(source, [], [() => source.variables.commitUrl]);
}

function partner(world: World, name: string): Step {
  const { choices } = world;
  const source = Custom.step(name, {
    category: ActionCategory.SOURCE,
    owner: choices.pick([ActionOwner.CUSTOM, ActionOwner.THIRD_PARTY]),
    provider: choices.pick(['Perforce', 'p', 'x'.repeat(35)]),
    version: choices.maybe(() => choices.pick(['2', 'v-1_x'])),
    configuration: choices.maybe(() => ({ Depot: world.text(), [`k${'x'.repeat(choices.pick([1, 48]))}`]: '1' })),
    secrets: choices.maybe(() => ({ Token: SecretValue.secretsManager('depot') })),
    outputLabels: choices.maybe(() => ['docs']),
  });
  return world.stands(source, source.outputs.length > 1 ? ['docs'] : [], [() => source.variable('Revision')]);
}

function ownType(world: World, name: string): Step {
  const { choices } = world;
  const properties = choices.maybe(() => [{ name: 'Depot', required: true }, { name: 'Token', required: false, secret: true }]);
  const type = new CustomActionType(world.scope, world.id('Type'), {
    category: ActionCategory.SOURCE,
    provider: world.id('Depot'),
    version: choices.maybe(() => '7'),
    properties,
    entityUrl: choices.maybe(() => 'https://depot.acme.com'),
    revisionUrl: choices.maybe(() => 'https://depot.acme.com/revisions'),
  });
  return world.stands(type.step(name, { configuration: properties && { Depot: 'shop' } }));
}
