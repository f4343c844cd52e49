import { Lazy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';

/**
 * A statement whose resources are known only when the whole app is. Until then it says only whose it is, so that no
 * other build comes to share the role; without any resource it is left out of the policy.
 */
export class LateStatement extends iam.PolicyStatement {
  private known = false;

  constructor(private readonly owner: string, private readonly action: string, private readonly late: () => readonly string[]) {
    super({ actions: [action] });
  }

  /** The role is made: from now on the statement says what it allows. */
  settle() {
    this.known = true;
  }

  /** What it names, when the whole app is there. */
  named(): string[] {
    return [...new Set(this.late())].sort();
  }

  override toStatementJson(): unknown {
    return Lazy.uncachedAny({
      produce: () => {
        if (!this.known) return { Sid: this.owner };
        const resources = this.named();
        return resources.length ? { Effect: 'Allow', Action: this.action, Resource: resources.length === 1 ? resources[0] : resources } : undefined;
      },
    });
  }
}
