import * as sns from 'aws-cdk-lib/aws-sns';
import { Approval, Notification } from '../../src';
import { buildOf, HOME, pipelineIn, stackIn } from '../fixture';
import { Rendered } from '../rendered';

const EVENTS = ['codepipeline-pipeline-pipeline-execution-failed', 'codepipeline-pipeline-manual-approval-needed'];

describe('a pipeline that tells people', () => {
  const stack = stackIn(HOME);
  const own = new sns.Topic(stack, 'Own');
  pipelineIn(stack, {
    builds: [buildOf()],
    notifications: [Notification.email('a@acme.com', 'b@acme.com'), Notification.topic(own), Notification.email('a@acme.com', 'c@acme.com')],
  }).addStage('Ask', { steps: [Approval.manual({ notify: ['c@acme.com', 'b@acme.com', 'a@acme.com'] })] });
  const rendered = Rendered.of(stack);
  const rule = rendered.only('AWS::CodeStarNotifications::NotificationRule');

  test('tells of failures and of approvals that wait, in one rule', () => {
    expect([...rule.EventTypeIds].sort()).toEqual([...EVENTS].sort());
    expect(rule.Resource).toBe('arn:aws:codepipeline:eu-west-1:111111111111:${WebPipeline}');
  });

  test('tells every target', () => {
    expect(rule.Targets).toEqual([{ TargetAddress: '${WebSharedTopic9a9994c8}', TargetType: 'SNS' }, { TargetAddress: '${Own}', TargetType: 'SNS' }]);
  });

  test('tells each address once, by one topic, which approvals that tell the same share', () => {
    expect(rendered.all('AWS::SNS::Subscription').map(one => one.Endpoint)).toEqual(['a@acme.com', 'b@acme.com', 'c@acme.com']);
    expect(rendered.action('Ask/Approve').Configuration.NotificationArn).toBe('${WebSharedTopic9a9994c8}');
  });

  test('lets the service that tells write to the topic, and use its key for it', () => {
    const publishers = rendered.all('AWS::SNS::TopicPolicy').flatMap(policy => policy.PolicyDocument.Statement)
      .filter(one => one.Principal.Service === 'codestar-notifications.amazonaws.com');
    expect(publishers.map(one => one.Resource).sort()).toEqual(['${Own}', '${WebSharedTopic9a9994c8}']);
    expect(rendered.only('AWS::KMS::Key').KeyPolicy.Statement.find((one: { Sid: string }) => one.Sid === 'Notifications')).toMatchObject({
      Principal: { Service: 'codestar-notifications.amazonaws.com' },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Condition: { StringEquals: { 'kms:ViaService': 'sns.${region}.amazonaws.com' } },
    });
  });
});

test('a pipeline that is told of nobody tells nobody', () => {
  const stack = stackIn(HOME);
  pipelineIn(stack, { builds: [buildOf()] });
  const rendered = Rendered.of(stack);
  for (const type of ['AWS::CodeStarNotifications::NotificationRule', 'AWS::SNS::Topic']) expect(rendered.all(type)).toEqual([]);
});

test('pipelines of two stacks tell by their own topics, with the one key', () => {
  const first = stackIn(HOME, 'First');
  const app = first.node.root as Parameters<typeof stackIn>[2];
  const second = stackIn(HOME, 'Second', app);
  pipelineIn(first, { builds: [buildOf()], notifications: [Notification.email('a@acme.com')] }, 'Web');
  pipelineIn(second, { builds: [buildOf()], notifications: [Notification.email('a@acme.com')] }, 'Api');
  const rendered = Rendered.of(second);
  expect(rendered.all('AWS::KMS::Key')).toEqual([]);
  expect(rendered.only('AWS::SNS::Topic').KmsMasterKeyId).toEqual({ 'Fn::ImportValue': expect.stringContaining('First') });
});
