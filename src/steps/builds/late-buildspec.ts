import { Lazy } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';

/** A buildspec that is written when the whole app is known. */
export class LateBuildSpec extends codebuild.BuildSpec {
  readonly isImmediate = false;

  constructor(private readonly write: () => string) {
    super();
  }

  toBuildSpec(): string {
    return Lazy.uncachedString({ produce: () => this.write() });
  }
}
