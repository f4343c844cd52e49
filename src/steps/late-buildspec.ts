import { Lazy } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import { IConstruct } from 'constructs';

/** A buildspec that is written when the whole app is known. */
export class LateBuildSpec extends codebuild.BuildSpec {
  readonly isImmediate = false;

  constructor(private readonly write: () => codebuild.BuildSpec) {
    super();
  }

  toBuildSpec(scope?: IConstruct): string {
    // aws-cdk-lib types the scope by its own copy of IConstruct
    return Lazy.uncachedString({ produce: () => this.write().toBuildSpec(scope as Parameters<codebuild.BuildSpec['toBuildSpec']>[0]) });
  }
}
