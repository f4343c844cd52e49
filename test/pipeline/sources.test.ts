import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Source } from '../../src';
import { bucketIn, buildOf, CONNECTION, HOME, pipelineIn, stackIn } from '../fixture';
import { Rendered, statementsOf } from '../rendered';

describe('a pipeline of every kind of source', () => {
  const stack = stackIn(HOME);
  pipelineIn(stack, {
    source: Source.gitHub('acme/shop', { connectionArn: CONNECTION, name: 'Hub' }),
    additionalSources: [
      Source.codeCommit(codecommit.Repository.fromRepositoryName(stack, 'Repository', 'shop'), { name: 'Commit' }),
      Source.s3({ bucket: new s3.Bucket(stack, 'Releases', { versioned: true }), objectKey: 'shop.zip', name: 'Zip' }),
      Source.ecr({ repository: ecr.Repository.fromRepositoryName(stack, 'Images', 'base'), imageTag: 'stable', name: 'Image' }),
    ],
  }).addStage('Build', { steps: [buildOf()] });
  const rendered = Rendered.of(stack);
  const rules = rendered.all('AWS::Events::Rule');

  test('polls nothing', () => {
    expect(rendered.action('Source/Commit').Configuration.PollForSourceChanges).toBe('false');
    expect(rendered.action('Source/Zip').Configuration.PollForSourceChanges).toBe('false');
    expect(JSON.stringify(rendered.template)).not.toMatch(/"PollForSourceChanges":\s*("true"|true)/);
  });

  test('reads its sources side by side', () => {
    expect(rendered.orders('Source')).toEqual({ Hub: 1, Commit: 1, Zip: 1, Image: 1 });
  });

  test('has a rule for each source that AWS does not watch itself', () => {
    expect(rules.map(rule => rule.EventPattern)).toEqual([
      {
        'source': ['aws.codecommit'],
        'detail-type': ['CodeCommit Repository State Change'],
        'resources': ['arn:aws:codecommit:eu-west-1:111111111111:shop'],
        'detail': { event: ['referenceCreated', 'referenceUpdated'], referenceType: ['branch'], referenceName: ['main'] },
      },
      { 'source': ['aws.s3'], 'detail-type': ['Object Created'], 'detail': { bucket: { name: ['${Releases}'] }, object: { key: ['shop.zip'] } } },
      {
        'source': ['aws.ecr'],
        'detail-type': ['ECR Image Action'],
        'detail': { 'action-type': ['PUSH'], 'result': ['SUCCESS'], 'repository-name': ['base'], 'image-tag': ['stable'] },
      },
    ]);
  });

  test('starts through one role that may start this pipeline and do nothing else', () => {
    const roles = new Set(rules.map(rule => rule.Targets[0].RoleArn));
    expect(roles.size).toBe(1);
    const role = rendered.role([...roles][0]);
    expect(statementsOf(role)).toEqual([{ Action: 'codepipeline:StartPipelineExecution', Resource: rules[0].Targets[0].Arn }]);
    expect(rules[0].Targets[0].Arn).toBe('arn:aws:codepipeline:eu-west-1:111111111111:${WebPipeline}');
    expect(role.AssumeRolePolicyDocument.Statement).toEqual([{
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Principal: { Service: 'events.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': '111111111111' } },
    }]);
  });

  test('turns on the events of its bucket', () => {
    expect(rendered.all('AWS::S3::Bucket').find(bucket => bucket.NotificationConfiguration)?.NotificationConfiguration)
      .toEqual({ EventBridgeConfiguration: { EventBridgeEnabled: true } });
  });

  test('needs no function and no custom resource', () => {
    expect(rendered.all('AWS::Lambda::Function')).toEqual([]);
  });
});

test('a pipeline of connections alone has no rule', () => {
  const stack = stackIn(HOME);
  pipelineIn(stack, { builds: [buildOf()] });
  const rendered = Rendered.of(stack);
  expect(rendered.all('AWS::Events::Rule')).toEqual([]);
});

test('an imported bucket gets a word about its events, where the bucket is', () => {
  const stack = stackIn(HOME);
  pipelineIn(stack, { source: Source.s3({ bucket: bucketIn(stack, 'releases'), objectKey: 'shop.zip' }), builds: [buildOf()] });
  Annotations.fromStack(stack).hasInfo('/Shop/bucket-releases', Match.stringLikeRegexp('turn on its events to EventBridge'));
});
