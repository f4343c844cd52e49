import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as codestarnotifications from 'aws-cdk-lib/aws-codestarnotifications';
import { Construct } from 'constructs';
import { PipelineHost } from './pipeline-host';
import { Notification } from '../operations/notification';

const { PIPELINE_EXECUTION_FAILED, MANUAL_APPROVAL_NEEDED } = codepipeline.PipelineNotificationEvents;

/** Tells people of failures and of approvals that wait: one rule with a target for each. */
export function notifyOf(scope: Construct, sourceArn: string, host: PipelineHost, notifications: readonly Notification[]) {
  const addresses = notifications.flatMap(one => one.addresses);
  const targets = [
    ...(addresses.length ? [host.emailTopic(addresses)] : []),
    ...notifications.flatMap(one => one.target ?? []),
  ];
  if (!targets.length) return;
  const rule = new codestarnotifications.NotificationRule(scope, 'Notifications', {
    source: { bindAsNotificationRuleSource: () => ({ sourceArn }) },
    events: [PIPELINE_EXECUTION_FAILED, MANUAL_APPROVAL_NEEDED],
    targets,
  });
  for (const { node } of targets) {
    const policy = node.tryFindChild('Policy');
    if (policy) rule.node.addDependency(policy); // it lets the service publish
  }
}
