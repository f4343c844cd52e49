import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { PipelineHost } from './pipeline-host';
import { Notification } from '../operations/notification';

const { PIPELINE_EXECUTION_FAILED, MANUAL_APPROVAL_NEEDED } = codepipeline.PipelineNotificationEvents;

/** Tells people of failures and of approvals that wait: one rule with a target for each. */
export function notifyOf(pipeline: codepipeline.Pipeline, host: PipelineHost, notifications: readonly Notification[]) {
  const addresses = notifications.flatMap(one => one.addresses);
  const [first, ...others] = [
    ...(addresses.length ? [host.emailTopic(addresses)] : []),
    ...notifications.flatMap(one => one.target ?? []),
  ];
  if (!first) return;
  const rule = pipeline.notifyOn('Notifications', first, { events: [PIPELINE_EXECUTION_FAILED, MANUAL_APPROVAL_NEEDED] });
  for (const other of others) rule.addTarget(other);
}
