import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

/** What a pipeline lends to its steps, so that they need not each make their own. */
export interface IStepHost {
  /** The pipeline's name. */
  readonly pipelineName: string;
  /** The pipeline's account. */
  readonly account: string;
  /** The pipeline's region. */
  readonly region: string;
  /** The path of every role of the pipeline: the key of the artifacts knows them by it. */
  readonly rolePath: string;
  /** The bucket of the artifacts. */
  readonly artifactBucket: s3.IBucket;
  /**
   * The log group of everything that the pipeline runs, made when it is first asked for.
   *
   * @returns its name
   */
  logGroup(): string;
  /**
   * The service role of a build: reads artifacts, writes logs, and what else is asked for.
   * Builds that need the same share one.
   *
   * @param statements what the build may do beside that
   * @param writes whether the build gives an artifact, or keeps a cache: it does when this is left out
   * @returns the role's ARN
   */
  buildRole(statements: iam.PolicyStatement[], writes?: boolean): string;
  /**
   * Lets the policies of a role that no pipeline has made say how it uses the key of the artifacts.
   *
   * @param roleArn the ARN of a role of the pipeline's account
   */
  admitRole(roleArn: string): void;
  /**
   * Lets a role of the pipeline's own making read the artifacts.
   *
   * @param role the role, under the pipeline's role path
   * @param account the role's account
   * @param region the region that the artifacts are read in
   */
  admitReader(role: iam.IRole, account: string, region: string): void;
  /**
   * The topic that reaches these e-mail addresses.
   *
   * @param addresses e-mail addresses; each must confirm its subscription
   */
  emailTopic(addresses: string[]): sns.ITopic;
  /**
   * A scope in a stack that is deployed to an account before the pipeline.
   *
   * @param account twelve digits
   */
  supportScope(account: string): Construct;
}

/** The place of an action in its pipeline. */
export interface StepContext {
  /** What the pipeline lends to its steps. */
  readonly host: IStepHost;
  /** The name of the stage. */
  readonly stageName: string;
  /** The name that the action must have: in a wave, the step's name behind its environment's. */
  readonly actionName: string;
  /** The order in the stage that follows from what the step reads. */
  readonly runOrder: number;
  /** What the action reads, the primary input first. */
  readonly inputs: codepipeline.Artifact[];
  /** The account that the action works in. */
  readonly account: string;
  /** The region that the action works in. */
  readonly region: string;
  /**
   * The namespace of the action's variables: to be given to the action as it is.
   * @default - the action's variables are not used
   */
  readonly variablesNamespace?: string;
}
