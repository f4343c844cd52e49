import { App, Duration, RemovalPolicy, SecretValue, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Approval, ArtifactStore, Build, Notification, Source } from '../../src';
import { buildOf, HOME, pipelineIn, refusalOf, siteIn, stackIn, STAGING } from '../fixture';
import { Rendered } from '../rendered';

describe('a pipeline\'s artifacts', () => {
  const stack = stackIn(HOME);
  pipelineIn(stack, { builds: [buildOf()] });
  const rendered = Rendered.of(stack);
  const bucket = rendered.only('AWS::S3::Bucket');

  test('are encrypted with a key that rotates', () => {
    expect(rendered.only('AWS::KMS::Key').EnableKeyRotation).toBe(true);
    expect(bucket.BucketEncryption.ServerSideEncryptionConfiguration).toEqual([
      { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: '${ArtifactsStoreKey.Arn}' } },
    ]);
    expect(rendered.pipeline.ArtifactStore).toEqual({
      Type: 'S3', Location: '${ArtifactsStoreBucket}', EncryptionKey: { Type: 'KMS', Id: '${ArtifactsStoreKey.Arn}' },
    });
  });

  test('are not public, are versioned, and travel by TLS only', () => {
    expect(bucket.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true,
    });
    expect(bucket.VersioningConfiguration).toEqual({ Status: 'Enabled' });
    expect(rendered.only('AWS::S3::BucketPolicy').PolicyDocument.Statement).toEqual([{
      Effect: 'Deny',
      Action: 's3:*',
      Principal: { AWS: '*' },
      Resource: ['${ArtifactsStoreBucket.Arn}', '${ArtifactsStoreBucket.Arn}/*'],
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    }]);
  });

  test('have no log of requests, unless somebody has a bucket for it', () => {
    expect(bucket.LoggingConfiguration).toBeUndefined();
    const logged = stackIn(HOME);
    const logs = s3.Bucket.fromBucketName(logged, 'Logs', 'acme-access-logs');
    pipelineIn(logged, { builds: [buildOf()], artifactStore: new ArtifactStore(logged, 'Store', { serverAccessLogsBucket: logs }) });
    expect(Rendered.of(logged).only('AWS::S3::Bucket').LoggingConfiguration).toEqual({ DestinationBucketName: 'acme-access-logs' });
  });

  test('expire after 30 days, and so do their old versions', () => {
    expect(bucket.LifecycleConfiguration.Rules).toEqual([expect.objectContaining({
      Status: 'Enabled', ExpirationInDays: 30, NoncurrentVersionExpiration: { NoncurrentDays: 30 },
    })]);
  });

  test('outlive their stack', () => {
    Template.fromStack(stack).hasResource('AWS::S3::Bucket', { DeletionPolicy: 'RetainExceptOnCreate' });
    Template.fromStack(stack).hasResource('AWS::KMS::Key', { DeletionPolicy: 'RetainExceptOnCreate' });
  });

  test('may be read with the key by roles of pipelines of the same account, through S3', () => {
    const [administer, use, ...others] = rendered.only('AWS::KMS::Key').KeyPolicy.Statement;
    expect(others).toEqual([]);
    expect(administer.Action.filter((action: string) => /crypt|DataKey|ReEncrypt|\*/.test(action))).toEqual([]);
    // the account stands for its roles' own policies: a role that they do not let at the key gets nothing here
    expect(use).toMatchObject({
      Principal: { AWS: expect.stringMatching(/:root$/) },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Condition: {
        StringEquals: { 'kms:ViaService': ['s3.${region}.amazonaws.com'] },
        ArnLike: { 'aws:PrincipalArn': ['arn:aws:iam::${account}:role/conveyor/*'] },
      },
    });
  });
});

test('pipelines of an app share one store, which stands in the stack of the first', () => {
  const app = new App();
  const [first, second] = ['First', 'Second'].map(id => stackIn(HOME, id, app));
  const one = pipelineIn(first, { builds: [buildOf()] }, 'Web');
  const two = pipelineIn(second, { builds: [buildOf()] }, 'Api');
  expect(two.artifactStore).toBe(one.artifactStore);
  expect(Rendered.of(second).all('AWS::S3::Bucket')).toEqual([]);
  expect(Rendered.of(second).all('AWS::KMS::Key')).toEqual([]);
  expect(second.dependencies).toEqual([first]);
});

test('pipelines of two regions, or two apps, do not', () => {
  const app = new App();
  const stores = [stackIn(HOME, 'A', app), stackIn({ ...HOME, region: 'us-east-1' }, 'B', app), stackIn(HOME, 'C')]
    .map(stack => pipelineIn(stack).artifactStore);
  expect(new Set(stores).size).toBe(3);
});

test('a pipeline of a second stack may use a project of that stack', () => {
  const app = new App();
  const [first, second] = ['First', 'Second'].map(id => stackIn(HOME, id, app));
  pipelineIn(first, { builds: [buildOf()] }, 'Web');
  pipelineIn(second, { builds: [Build.project('Build', { project: new codebuild.PipelineProject(second, 'Project') })] }, 'Api');
  expect(() => app.synth()).not.toThrow();
});

test('a store of one\'s own keeps its promises', () => {
  const stack = stackIn(HOME);
  const artifactStore = new ArtifactStore(stack, 'Own', { expiration: Duration.days(7), removalPolicy: RemovalPolicy.DESTROY });
  pipelineIn(stack, { artifactStore, builds: [buildOf()] });
  const rendered = Rendered.of(stack);
  expect(rendered.only('AWS::S3::Bucket').LifecycleConfiguration.Rules[0]).toMatchObject({ ExpirationInDays: 7 });
  Template.fromStack(stack).hasResource('AWS::S3::Bucket', { DeletionPolicy: 'Delete' });
  Template.fromStack(stack).hasResource('AWS::KMS::Key', { DeletionPolicy: 'Delete' });
});

test('two pipelines whose names begin with the same 20 characters may not share a store', () => {
  const stack = stackIn(HOME);
  pipelineIn(stack, { pipelineName: 'customer-portal-web-blue' }, 'Blue');
  const refusal = refusalOf(() => pipelineIn(stack, { pipelineName: 'customer-portal-web-green' }, 'Green'));
  expect(refusal).toContain('"Shop/Blue" and "Shop/Green" share a store, and their names begin with the same 20 characters, "customer-portal-web-"');
  expect(refusal).toMatch(/a store of its own\.\n {2}where: Shop\/Green/);
});

test('two pipelines that differ in the 20th character may', () => {
  const stack = stackIn(HOME);
  pipelineIn(stack, { pipelineName: 'customer-portal-web1-blue' }, 'Blue');
  expect(() => pipelineIn(stack, { pipelineName: 'customer-portal-web2-blue' }, 'Green')).not.toThrow();
});

describe('a store of a bucket that exists', () => {
  const bucketWith = (stack: Stack, encryptionKey?: kms.IKey) => s3.Bucket.fromBucketAttributes(stack, 'Existing', { bucketName: 'acme-artifacts', encryptionKey });

  test('uses bucket and key as they are, and makes none', () => {
    const stack = stackIn(HOME);
    const key = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:111111111111:key/1a2b');
    const artifactStore = new ArtifactStore(stack, 'Store', { bucket: bucketWith(stack, key) });
    pipelineIn(stack, { artifactStore, builds: [buildOf()] });
    const rendered = Rendered.of(stack);
    expect(rendered.pipeline.ArtifactStore).toEqual({
      Type: 'S3', Location: 'acme-artifacts', EncryptionKey: { Type: 'KMS', Id: 'arn:aws:kms:eu-west-1:111111111111:key/1a2b' },
    });
    expect([...rendered.all('AWS::S3::Bucket'), ...rendered.all('AWS::KMS::Key')]).toEqual([]);
  });

  describe('of this app', () => {
    const app = new App();
    const team = stackIn(HOME, 'Team', app);
    const bucket = new s3.Bucket(team, 'Kept', { bucketName: 'acme-artifacts', encryptionKey: new kms.Key(team, 'Key') });
    const stack = stackIn(HOME, 'Shop', app);
    pipelineIn(stack, { artifactStore: new ArtifactStore(stack, 'Store', { bucket }), notifications: [Notification.email('release@acme.com')] })
      .addEnvironment('Staging', { env: STAGING, deploy: [siteIn(stack)] });
    const statements = Rendered.of(team).only('AWS::KMS::Key').KeyPolicy.Statement;

    test('lets topics be encrypted with its key', () => {
      expect(statements).toContainEqual({
        Effect: 'Allow',
        Principal: { Service: 'codestar-notifications.amazonaws.com' },
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: '*',
        Condition: { StringEquals: { 'kms:ViaService': 'sns.${region}.amazonaws.com' } },
      });
    });

    test('lets roles of other accounts use its key through S3 alone', () => {
      expect(statements.find((one: { Action: string }) => one.Action === 'kms:Decrypt').Condition).toEqual({ StringEquals: { 'kms:ViaService': 's3.${region}.amazonaws.com' } });
    });

    test('waits in its own stack for the roles that it admits: S3 refuses who is not there', () => {
      expect(team.dependencies.map(({ stackName }) => stackName)).toContain('Shop-support-222222222222');
    });
  });

  test('is refused without a key', () => {
    const stack = stackIn(HOME);
    expect(refusalOf(() => new ArtifactStore(stack, 'Store', { bucket: bucketWith(stack) }))).toContain('customer-managed key');
  });
});

test('a pipeline that handles artifacts itself waits for its policy, for it starts as soon as it is there', () => {
  const stack = stackIn(HOME);
  pipelineIn(stack, { source: Source.gitHubOAuth('acme/shop', { token: SecretValue.secretsManager('github') }), builds: [buildOf()] });
  Template.fromStack(stack).hasResource('AWS::CodePipeline::Pipeline', { DependsOn: [Match.stringLikeRegexp('RolePolicy')] });
});

test('topics keep their place when another one is added before them', () => {
  const topics = (notifications?: Notification[]) => {
    const stack = stackIn(HOME);
    pipelineIn(stack, { notifications }).addStage('Ask', { steps: [Approval.manual({ notify: ['boss@acme.com'] })] });
    return Object.entries(Template.fromStack(stack).findResources('AWS::SNS::Subscription', { Properties: { Endpoint: 'boss@acme.com' } }));
  };
  expect(topics([Notification.email('ops@acme.com')])).toEqual(topics());
});
