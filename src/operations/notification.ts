import * as sns from 'aws-cdk-lib/aws-sns';
import { refuse } from '../refuse';

/** Who is told of failures and of approvals that wait. */
export class Notification {
  /**
   * People, by e-mail. Each must confirm its subscription once.
   *
   * @param addresses e-mail addresses
   */
  static email(...addresses: string[]): Notification {
    if (!addresses.length) refuse('Notification.email', 'The notification has no address.', 'Give it one at least.');
    return new Notification(addresses, undefined);
  }

  /** A topic of yours. For one that is not made in this app, its policy must let `codestar-notifications` publish. */
  static topic(topic: sns.ITopic): Notification {
    return new Notification([], topic);
  }

  private constructor(
    /** The e-mail addresses; none when it is a topic. */
    public readonly addresses: string[],
    /** The topic. @default - the addresses get one */
    public readonly target?: sns.ITopic,
  ) {}
}
