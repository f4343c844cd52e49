/** What deploys an application: every factory, with resources that are there already. */

import { Duration, SecretValue } from 'aws-cdk-lib';
import * as appconfig from 'aws-cdk-lib/aws-appconfig';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import { Ec2MaxInstances } from 'aws-cdk-lib/aws-codepipeline-actions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as servicecatalog from 'aws-cdk-lib/aws-servicecatalog';
import { Place } from './places';
import { World } from './world';
import { Deploy, LambdaStrategy, Step } from '../../../src';

const { PRIVATE, PUBLIC_READ, BUCKET_OWNER_FULL_CONTROL } = s3.BucketAccessControl;

export type DeployMaker = (world: World, place: Place) => Step;

function roles(world: World, { account }: Place): iam.IRole[] {
  return world.choices.list(1, 2, () => iam.Role.fromRoleArn(world.scope, world.id('Role'), `arn:aws:iam::${account}:role/${world.id('task')}`));
}

function bucket(world: World): Step {
  const { choices } = world;
  const extract = choices.maybe(() => choices.chance(50));
  const encryptionKey = choices.maybe(() => kms.Key.fromKeyArn(world.scope, world.id('Key'), world.arn('kms', 'key/6f0a1c3e')), 20);
  return Deploy.s3(world.name(), {
    bucket: encryptionKey ? s3.Bucket.fromBucketAttributes(world.scope, world.id('Site'), { bucketName: 'acme-site', encryptionKey })
      : s3.Bucket.fromBucketName(world.scope, world.id('Site'), 'acme-site'),
    extract,
    objectKey: extract === false ? choices.pick(['release.zip', 'releases/{datetime}-{uuid}.zip']) : choices.maybe(() => 'folder'),
    accessControl: choices.maybe(() => choices.pick([PRIVATE, PUBLIC_READ, BUCKET_OWNER_FULL_CONTROL])),
    cacheControl: choices.maybe(() => 'public, max-age=300'),
    input: world.maybeInput(),
  });
}

function codeDeploy(world: World, place: Place): Step {
  const { choices, scope } = world;
  return Deploy.codeDeploy(world.name(), {
    deploymentGroup: codedeploy.ServerDeploymentGroup.fromServerDeploymentGroupAttributes(scope, world.id('Group'), {
      application: codedeploy.ServerApplication.fromServerApplicationName(scope, world.id('Application'), 'orders'),
      deploymentGroupName: 'stores',
      deploymentConfig: choices.maybe(() => codedeploy.ServerDeploymentConfig.ONE_AT_A_TIME),
    }),
    instanceRole: place.env ? undefined : choices.maybe(() => iam.Role.fromRoleName(scope, world.id('Machines'), 'machines')),
    input: world.maybeInput(),
  });
}

function codeDeployLambda(world: World): Step {
  return Deploy.codeDeployLambda(world.name(), {
    deploymentGroup: codedeploy.LambdaDeploymentGroup.fromLambdaDeploymentGroupAttributes(world.scope, world.id('Group'), {
      application: codedeploy.LambdaApplication.fromLambdaApplicationName(world.scope, world.id('Application'), 'orders'),
      deploymentGroupName: 'invoices',
      deploymentConfig: codedeploy.LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
    }),
    input: world.maybeInput(),
  });
}

function onEcs(world: World, place: Place): Step {
  const { choices } = world;
  const service = ecs.BaseService.fromServiceArnWithCluster(world.scope, world.id('Service'), `arn:aws:ecs:${place.region}:${place.account}:service/shop/cart`);
  return Deploy.ecs(world.name(), {
    service,
    taskRoles: roles(world, place),
    imageFile: choices.maybe(() => 'images/definitions.json'),
    deploymentTimeout: choices.maybe(() => Duration.minutes(choices.pick([1, 60]))),
    input: world.maybeInput(),
  });
}

function blueGreen(world: World, place: Place): Step {
  const { choices, scope } = world;
  const images = choices.list(0, 4, at => ({ input: world.maybeInput(), placeholder: `IMAGE${at}` }));
  const appSpecInput = world.maybeInput();
  return Deploy.ecsBlueGreen(world.name(), {
    deploymentGroup: codedeploy.EcsDeploymentGroup.fromEcsDeploymentGroupAttributes(scope, world.id('Group'), {
      application: codedeploy.EcsApplication.fromEcsApplicationName(scope, world.id('Application'), 'cart'),
      deploymentGroupName: 'cart',
      deploymentConfig: codedeploy.EcsDeploymentConfig.CANARY_10PERCENT_5MINUTES,
    }),
    taskRoles: roles(world, place),
    taskDefinitionPath: choices.maybe(() => 'ecs/taskdef.json'),
    appSpecPath: choices.maybe(() => 'ecs/appspec.yaml'),
    input: appSpecInput || images.some(image => image.input) ? world.input() : world.maybeInput(),
    appSpecInput,
    images: images.length ? images : undefined,
  });
}

function onEks(world: World): Step {
  const { choices } = world;
  const helm = choices.chance(40);
  return Deploy.eks(world.name(), {
    cluster: eks.Cluster.fromClusterAttributes(world.scope, world.id('Cluster'), { clusterName: 'shop' }),
    manifests: helm ? undefined : choices.list(1, 3, at => `k8s/part-${at}.yaml`),
    helm: helm ? { name: 'search', chart: 'charts/search', valuesFiles: choices.maybe(() => ['a.yaml', 'b.yaml']) } : undefined,
    namespace: choices.maybe(() => 'search'),
    environmentVariables: choices.maybe(() => ({ TAG: { value: world.variable() ?? 'latest' }, EDGE: { value: 'x'.repeat(2000) } })),
    role: choices.maybe(() => iam.Role.fromRoleArn(world.scope, world.id('Role'), 'arn:aws:iam::111111111111:role/eks-deploy'), 10),
    input: world.maybeInput(),
  });
}

function machines(world: World, place: Place): Step {
  const { choices } = world;
  const spec = choices.chance(30);
  const count = () => choices.pick([Ec2MaxInstances.percentage(25), Ec2MaxInstances.targets(1)]);
  return Deploy.ec2(world.name(), {
    tagKey: 'application',
    tagValue: choices.maybe(() => 'prices', 60),
    deploySpec: spec ? 'deploy/spec.yaml' : undefined,
    targetDirectory: spec ? undefined : '/opt/prices',
    preScript: spec ? undefined : choices.maybe(() => 'drain.sh'),
    postScript: spec ? undefined : 'restart.sh',
    maxBatch: choices.maybe(count),
    maxError: choices.maybe(count),
    instanceRole: place.env ? undefined : choices.maybe(() => iam.Role.fromRoleName(world.scope, world.id('Machines'), 'machines'), 20),
    input: world.maybeInput(),
  });
}

function onLambda(world: World, { account, region }: Place): Step {
  const { choices, scope } = world;
  const version = lambda.Version.fromVersionArn(scope, world.id('Version'), `arn:aws:lambda:${region}:${account}:function:orders:1`);
  const alias = choices.maybe(() => lambda.Alias.fromAliasAttributes(scope, world.id('Alias'), { aliasName: 'live', aliasVersion: version }), 70);
  const publishedVersion = alias && choices.maybe(() => choices.pick(['7', world.variable() ?? '8']), 20);
  return Deploy.lambda(world.name(), {
    function: version.lambda,
    alias,
    publishedVersion,
    strategy: alias && choices.maybe(() => choices.pick([
      LambdaStrategy.allAtOnce(), LambdaStrategy.canary({ percent: 99, minutes: 2880 }), LambdaStrategy.linear({ percent: 10, minutes: 1 }),
    ])),
    alarms: choices.maybe(() => choices.list(1, 10, at => cloudwatch.Alarm.fromAlarmName(scope, world.id('Alarm'), `orders-${at}`))),
    input: publishedVersion ? undefined : world.maybeInput(),
  });
}

function beanstalk(world: World): Step {
  return Deploy.elasticBeanstalk(world.name(), { applicationName: 'travel', environmentName: world.choices.pick(['travel-staging', 'a b']), input: world.maybeInput() });
}

function product(world: World, { account, region }: Place): Step {
  const { choices } = world;
  const inFile = choices.chance(30);
  return Deploy.serviceCatalog(world.name(), {
    product: servicecatalog.Product.fromProductArn(world.scope, world.id('Product'), `arn:aws:catalog:${region}:${account}:product/prod-4abcdjnxjj6ne`),
    configurationPath: inFile ? 'product.json' : undefined,
    templatePath: inFile ? undefined : choices.maybe(() => 'kit/template.yaml'),
    versionName: inFile ? undefined : world.variable() ?? 'v1',
    versionDescription: inFile ? undefined : choices.maybe(() => world.text()),
    input: world.maybeInput(),
  });
}

function flags(world: World): Step {
  const { choices, scope } = world;
  return Deploy.appConfig(world.name(), {
    environment: appconfig.Environment.fromEnvironmentAttributes(scope, world.id('Flags'), {
      application: appconfig.Application.fromApplicationId(scope, world.id('Settings'), '2s2qv57'), environmentId: '9tm27yd',
    }),
    configurationProfileId: 'pvjrpu1',
    configurationPath: 'config/flags.json',
    deploymentStrategy: choices.maybe(() => appconfig.DeploymentStrategy.fromDeploymentStrategyId(
      scope, world.id('Slowly'), appconfig.DeploymentStrategyId.CANARY_10_PERCENT_20_MINUTES,
    )),
    input: world.maybeInput(),
  });
}

function skill(world: World): Step {
  const input = world.maybeInput(60);
  return Deploy.alexa(world.name(), {
    clientId: 'amzn1.application-oa2-client.4a5b',
    clientSecret: SecretValue.secretsManager('alexa', { jsonField: 'clientSecret' }),
    refreshToken: SecretValue.secretsManager('alexa', { jsonField: 'refreshToken' }),
    skillId: 'amzn1.ask.skill.1c2d',
    input,
    manifestOverrides: input && world.inputs(2).find(one => one.primaryOutput !== input.primaryOutput),
  });
}

export const APPLICATION_DEPLOYS: readonly DeployMaker[] = [
  bucket, bucket, bucket, codeDeploy, codeDeployLambda, onEcs, blueGreen, onEks, machines, onLambda, onLambda, beanstalk, product, flags,
];

/** What knows no other place than the pipeline's. */
export const HOME_DEPLOYS: readonly DeployMaker[] = [skill];
