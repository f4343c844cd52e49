import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/** Where an action that this library did not write is to stand. */
export interface ForeignPlace {
  readonly actionName: string;
  readonly runOrder: number;
  /** the role that it runs with and that it grants itself what it needs; none for actions of others than AWS */
  readonly role?: iam.IRole;
  /** the bucket of the artifacts, in the region that it works in */
  readonly bucket: s3.IBucket;
}

/**
 * An action that this library did not write, at its place: it keeps what it says of itself, and is told a role of the
 * pipeline's. Account and region stay with us: the pipeline within would make roles, buckets and stacks for them.
 */
export class ForeignAction implements codepipeline.IAction {
  readonly actionProperties: codepipeline.ActionProperties;

  constructor(private readonly action: codepipeline.IAction, private readonly place: ForeignPlace) {
    this.actionProperties = {
      ...action.actionProperties,
      actionName: place.actionName,
      runOrder: place.runOrder,
      role: undefined,
      region: undefined,
      account: undefined,
      resource: undefined,
    };
  }

  bind(scope: Construct, stage: codepipeline.IStage, options: codepipeline.ActionBindOptions): codepipeline.ActionConfig {
    return this.action.bind(scope, stage, { bucket: this.place.bucket, role: this.place.role ?? options.role });
  }

  onStateChange(name: string, target?: events.IRuleTarget, options?: events.RuleProps): events.Rule {
    return this.action.onStateChange(name, target, options);
  }
}
