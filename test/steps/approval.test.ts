import { Duration } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Approval } from '../../src';
import { HOME, pipelineIn, refusalOf, renderedWith, stackIn } from '../fixture';
import { Rendered } from '../rendered';

describe('an approval that tells people by e-mail', () => {
  const rendered = renderedWith(
    Approval.manual({ notify: ['b@acme.com', 'a@acme.com', 'b@acme.com'] }),
    Approval.manual({ name: 'Second', notify: ['a@acme.com', 'b@acme.com'] }),
    Approval.manual({ name: 'Third', notify: ['c@acme.com'] }),
  );

  test('has a topic with each address once', () => {
    expect(rendered.all('AWS::SNS::Subscription').map(one => [one.Endpoint, one.Protocol, one.TopicArn])).toEqual([
      ['a@acme.com', 'email', '${WebSharedTopic5fee82ee}'], ['b@acme.com', 'email', '${WebSharedTopic5fee82ee}'], ['c@acme.com', 'email', '${WebSharedTopic98e54b0a}'],
    ]);
    expect(rendered.action('Stage/Approve').Configuration).toEqual({ NotificationArn: '${WebSharedTopic5fee82ee}' });
  });

  test('shares the topic with others that tell the same', () => {
    expect(rendered.all('AWS::SNS::Topic')).toHaveLength(2);
    expect(rendered.action('Stage/Second').Configuration.NotificationArn).toBe('${WebSharedTopic5fee82ee}');
    expect(rendered.action('Stage/Second').RoleArn).toBe(rendered.action('Stage/Approve').RoleArn);
  });

  test('may publish to that topic and encrypt for it, and nothing else', () => {
    expect(rendered.roleOf('Stage/Third').Policies[0].PolicyDocument.Statement).toEqual([
      { Effect: 'Allow', Action: 'sns:Publish', Resource: '${WebSharedTopic98e54b0a}' },
      {
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: '${ArtifactsStoreKey.Arn}',
        Condition: { StringEquals: { 'kms:ViaService': 'sns.eu-west-1.amazonaws.com' } },
      },
    ]);
  });

  test('has its topics encrypted with the store\'s key, which is told of them', () => {
    for (const topic of rendered.all('AWS::SNS::Topic')) expect(topic.KmsMasterKeyId).toBe('${ArtifactsStoreKey.Arn}');
    expect(JSON.stringify(rendered.only('AWS::KMS::Key').KeyPolicy)).toContain('sns.${region}.amazonaws.com');
  });

  test('has topics that take nothing without TLS', () => {
    const denied = rendered.all('AWS::SNS::TopicPolicy').flatMap(policy => policy.PolicyDocument.Statement).filter(one => one.Effect === 'Deny');
    expect(denied.map(one => one.Resource).sort()).toEqual(['${WebSharedTopic5fee82ee}', '${WebSharedTopic98e54b0a}']);
  });
});

test('without topics the key serves S3 alone', () => {
  expect(JSON.stringify(renderedWith(Approval.manual()).only('AWS::KMS::Key').KeyPolicy)).not.toContain('sns');
});

test('a topic of one\'s own is published to, with its own key', () => {
  const stack = stackIn(HOME);
  const topic = new sns.Topic(stack, 'Releases', { masterKey: new kms.Key(stack, 'Key') });
  pipelineIn(stack).addStage('Ask', { steps: [Approval.manual({ topic, message: 'Release it?', reviewUrl: 'https://beta.acme.com' })] });
  const rendered = Rendered.of(stack);
  expect(rendered.action('Ask/Approve').Configuration).toEqual({ NotificationArn: '${Releases}', CustomData: 'Release it?', ExternalEntityLink: 'https://beta.acme.com' });
  expect(rendered.statements('Ask/Approve').map(one => one.Resource)).toEqual(['${Releases}', '${Key.Arn}']);
});

test('an approval waits seven days, as the service does, unless told otherwise', () => {
  expect(renderedWith(Approval.manual()).action('Stage/Approve').TimeoutInMinutes).toBeUndefined();
  expect(renderedWith(Approval.manual({ timeout: Duration.days(60) })).action('Stage/Approve').TimeoutInMinutes).toBe(86400);
  expect(renderedWith(Approval.manual({ timeout: Duration.minutes(5) })).action('Stage/Approve').TimeoutInMinutes).toBe(5);
});

describe('refused is', () => {
  test.each([4, 86401])('a timeout of %d minutes', minutes => {
    expect(refusalOf(() => Approval.manual({ timeout: Duration.minutes(minutes) }))).toContain(`The approval's timeout is ${minutes} minutes.\n  mend:  CodePipeline takes 5 to 86400`);
  });

  test('a topic together with addresses', () => {
    const topic = sns.Topic.fromTopicArn(stackIn(), 'Topic', 'arn:aws:sns:eu-west-1:111111111111:releases');
    expect(refusalOf(() => Approval.manual({ topic, notify: ['a@acme.com'] }))).toContain('The approval has both `notify` and `topic`.');
  });

  test('a list of nobody', () => {
    expect(refusalOf(() => renderedWith(Approval.manual({ notify: [] })))).toMatch(/address/);
  });
});
