import { Duration, Stack } from 'aws-cdk-lib';
import * as actions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Intent, renderAction } from './rendered-action';
import { Approval } from '../../src';

const topicIn = (stack: Stack) => sns.Topic.fromTopicArn(stack, 'Topic', 'arn:aws:sns:eu-west-1:111111111111:releases');

test.each<[string, Intent]>([
  ['a plain approval', {
    ours: () => Approval.manual(),
    theirs: () => new actions.ManualApprovalAction({ actionName: 'Approve' }),
  }],
  ['an approval with a topic, a link and a message', {
    ours: stack => Approval.manual({ name: 'Release', topic: topicIn(stack), reviewUrl: 'https://beta.acme.com', message: 'Release it?' }),
    theirs: stack => new actions.ManualApprovalAction({
      actionName: 'Release', notificationTopic: topicIn(stack), externalEntityLink: 'https://beta.acme.com', additionalInformation: 'Release it?',
    }),
  }],
  ['an approval with a message alone', {
    ours: () => Approval.manual({ message: 'Release it?' }),
    theirs: () => new actions.ManualApprovalAction({ actionName: 'Approve', additionalInformation: 'Release it?' }),
  }],
  ['an approval with a timeout', {
    ours: () => Approval.manual({ timeout: Duration.hours(2) }),
    theirs: () => new actions.ManualApprovalAction({ actionName: 'Approve', timeout: Duration.hours(2) }),
  }],
])('%s renders as the L2 renders it', (_name, intent) => {
  const { ours, theirs } = renderAction(intent);
  expect(ours).toEqual(theirs);
});
