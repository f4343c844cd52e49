import { LINK, TOPIC_ARN } from './forms';
import { Provider } from './provider';

export const MANUAL_APPROVAL: Provider = {
  category: 'Approval',
  owner: 'AWS',
  provider: 'Manual',
  factories: ['Approval.manual'],
  version: '1',
  inputs: { min: 0, max: 0 },
  outputs: { min: 0, max: 0 },
  configuration: { NotificationArn: { form: TOPIC_ARN }, CustomData: {}, ExternalEntityLink: { form: LINK } },
  variables: [],
  permissions: r => r.configuration.NotificationArn
    ? [
      { actions: ['sns:Publish'], resources: [r.configuration.NotificationArn] },
      ...(r.arns.topicKey ? [{
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: r.arns.topicKey,
        conditions: { StringEquals: { 'kms:ViaService': `sns.${r.region}.amazonaws.com` } },
      }] : []),
    ]
    : [],
  source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/approvals.html',
};
