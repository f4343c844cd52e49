import { Duration } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
import { ProviderStep } from './provider-step';
import { Step } from './step';
import { MANUAL_APPROVAL } from '../catalog/approval';
import { refuse } from '../refuse';

/** How a person is asked. */
export interface ManualApprovalProps {
  /**
   * The action's name.
   * @default 'Approve'
   */
  readonly name?: string;
  /**
   * E-mail addresses that are told of a waiting approval; each must confirm its subscription once.
   * @default - nobody is told by the approval itself
   */
  readonly notify?: string[];
  /**
   * A topic that is told, in place of addresses.
   * @default - the addresses of `notify`
   */
  readonly topic?: sns.ITopic;
  /**
   * What the approver should look at.
   * @default - no link
   */
  readonly reviewUrl?: string;
  /**
   * What the approver is asked.
   * @default - no message
   */
  readonly message?: string;
  /**
   * After this time without an answer the approval fails: 5 minutes to 60 days.
   * @default - 7 days
   */
  readonly timeout?: Duration;
}

/** A person's word before a pipeline goes on. */
export class Approval {
  /** Waits until a person approves or rejects. */
  static manual(props: ManualApprovalProps = {}): Step {
    const stepName = props.name ?? 'Approve';
    if (props.topic && props.notify) refuse(stepName, 'The approval has both `notify` and `topic`.', 'Keep one; subscribe the addresses to your topic.');
    if (props.notify && !props.notify.length) refuse(stepName, 'The approval is to tell people, and has no address.', 'Give `notify` an address, or leave it out.');
    const minutes = props.timeout?.toMinutes();
    if (minutes !== undefined && (minutes < 5 || minutes > 86400)) {
      refuse(stepName, `The approval's timeout is ${minutes} minutes.`, 'CodePipeline takes 5 to 86400 (60 days).');
    }
    return new ProviderStep({
      stepName,
      row: MANUAL_APPROVAL,
      configure: (_scope, context) => {
        const topic = props.topic ?? (props.notify && context.host.emailTopic(props.notify));
        const key = topic?.masterKey;
        return {
          configuration: { NotificationArn: topic?.topicArn, CustomData: props.message, ExternalEntityLink: props.reviewUrl },
          arns: key && { topicKey: [key.keyArn] },
          timeout: props.timeout,
        };
      },
    });
  }
}
