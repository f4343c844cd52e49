import { App, Stack } from 'aws-cdk-lib';
import { Build } from '../../src';
import { HOME, pipelineIn, siteIn, stackIn, STAGING } from '../fixture';
import { Rendered, statementsOf } from '../rendered';

const replicasOf = (app: App) => app.node.children.filter((child): child is Stack => child instanceof Stack && /Artifacts/.test(child.node.id));

describe('an action of another region', () => {
  const app = new App();
  const stack = stackIn(HOME, 'Shop', app);
  pipelineIn(stack).addEnvironment('America', { env: { region: 'us-east-1' }, deploy: [siteIn(stack)] });
  const [replica, ...others] = replicasOf(app);
  const [rendered, there] = [Rendered.of(stack), Rendered.of(replica)];
  const location = there.only('AWS::S3::Bucket').BucketName;
  const alias = there.only('AWS::KMS::Alias').AliasName;

  test('says its region', () => {
    expect(rendered.action('America/Site').Region).toBe('us-east-1');
    expect(rendered.action('Source/Source').Region).toBeUndefined();
  });

  test('has a replica of the store there, in the pipeline\'s account', () => {
    expect(others).toEqual([]);
    expect(replica).toMatchObject({ account: '111111111111', region: 'us-east-1' });
    expect(location).toMatch(/^[a-z0-9-]{3,63}$/);
    expect(there.only('AWS::S3::Bucket')).toMatchObject({ VersioningConfiguration: { Status: 'Enabled' } });
    expect(there.only('AWS::KMS::Key').EnableKeyRotation).toBe(true);
  });

  test('makes the pipeline name a store for each region, the replica\'s key by its alias', () => {
    expect(rendered.pipeline.ArtifactStore).toBeUndefined();
    expect(rendered.pipeline.ArtifactStores).toEqual([
      { Region: 'eu-west-1', ArtifactStore: { Type: 'S3', Location: '${ArtifactsStoreBucket}', EncryptionKey: { Type: 'KMS', Id: '${ArtifactsStoreKey.Arn}' } } },
      { Region: 'us-east-1', ArtifactStore: { Type: 'S3', Location: location, EncryptionKey: { Type: 'KMS', Id: `arn:aws:kms:us-east-1:111111111111:${alias}` } } },
    ]);
  });

  test('waits for its replica', () => {
    expect(stack.dependencies).toEqual([replica]);
  });

  test('reads from the replica, of this pipeline only', () => {
    const statements = statementsOf(rendered.roleOf('America/Site'));
    expect(statements).toContainEqual({ Action: ['s3:GetObject', 's3:GetObjectVersion'], Resource: `arn:aws:s3:::${location}/Web/*` });
    expect(JSON.stringify(statements)).not.toContain('ArtifactsStoreBucket');
    expect(statements.find(one => one.Action === 'kms:Decrypt')).toEqual({
      Action: 'kms:Decrypt',
      Resource: 'arn:aws:kms:us-east-1:111111111111:key/*',
      Condition: {
        StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' },
        StringLike: { 'kms:EncryptionContext:aws:s3:arn': [`arn:aws:s3:::${location}`, `arn:aws:s3:::${location}/*`] },
      },
    });
  });

  test('lets the pipeline copy artifacts between the two stores, and no further', () => {
    const { PolicyDocument } = rendered.only('AWS::IAM::RolePolicy');
    const resources = PolicyDocument.Statement.flatMap((one: { Resource: string }) => one.Resource);
    expect(resources).toEqual([
      '${ArtifactsStoreBucket.Arn}', `arn:aws:s3:::${location}`,
      '${ArtifactsStoreBucket.Arn}/Web/*', `arn:aws:s3:::${location}/Web/*`,
      '${ArtifactsStoreKey.Arn}', 'arn:aws:kms:us-east-1:111111111111:key/*',
    ]);
  });
});

test('actions of one further region share its replica, across pipelines and stacks', () => {
  const app = new App();
  for (const [id, pipeline] of [['Shop', 'Web'], ['Depot', 'Api']]) {
    const stack = stackIn(HOME, id, app);
    pipelineIn(stack, {}, pipeline).addEnvironment('America', { env: { region: 'us-east-1' }, deploy: [siteIn(stack, 'One'), siteIn(stack, 'Two')] });
  }
  expect(replicasOf(app)).toHaveLength(1);
  app.synth();
});

describe('an action of another account and region', () => {
  const app = new App();
  const stack = stackIn(HOME, 'Shop', app);
  pipelineIn(stack).addEnvironment('America', { env: { ...STAGING, region: 'us-east-1' }, deploy: [siteIn(stack)] });
  const [replica] = replicasOf(app);
  const support = app.node.findChild('Shop-support-222222222222') as Stack;
  const [rendered, there, target] = [Rendered.of(stack), Rendered.of(replica), Rendered.of(support)];
  const role = `arn:aws:iam::222222222222:role/conveyor/Web/${target.only('AWS::IAM::Role').RoleName}`;

  test('runs with a role of that account in that region', () => {
    expect(rendered.action('America/Site')).toMatchObject({ RoleArn: role, Region: 'us-east-1' });
  });

  test('is admitted by the replica, and not by the store at home', () => {
    expect(JSON.stringify(there.only('AWS::S3::BucketPolicy'))).toContain(role);
    expect(JSON.stringify(there.only('AWS::KMS::Key').KeyPolicy)).toContain(role);
    expect(JSON.stringify(rendered.only('AWS::S3::BucketPolicy'))).not.toContain('222222222222');
    expect(JSON.stringify(rendered.only('AWS::KMS::Key').KeyPolicy)).not.toContain('222222222222');
  });

  test('has its role before the replica that admits it, and the replica before the pipeline', () => {
    expect(replica.dependencies).toEqual([support]);
    expect(stack.dependencies).toEqual(expect.arrayContaining([support, replica]));
    app.synth();
  });

  test('allows its role just the region that it works in', () => {
    const text = JSON.stringify(target.only('AWS::IAM::Role').Policies);
    expect(text).toContain('us-east-1');
    expect(text).not.toContain('eu-west-1');
  });
});

test('builds and tests stay in the pipeline\'s region', () => {
  const stack = stackIn(HOME);
  pipelineIn(stack).addEnvironment('America', {
    env: { region: 'us-east-1' }, deploy: [siteIn(stack)], verify: [Build.codeBuild('Smoke', { commands: ['true'] })],
  });
  expect(Rendered.of(stack).action('America/Smoke').Region).toBeUndefined();
});
