import { Environment as AwsEnvironment } from 'aws-cdk-lib';
import { StageOptions } from './stage-options';
import { IStep } from '../steps/step';

/** A place that changes are brought to. */
export interface EnvironmentProps {
  /**
   * The account and region that the deployments work in.
   * @default - the pipeline's own
   */
  readonly env?: AwsEnvironment;
  /**
   * A person's word before anything here begins. It waits in a stage of its own, so that a rejection never rolls
   * back and a wait never holds up a deployment that runs.
   * @default - none
   */
  readonly approval?: IStep;
  /** What brings the change here. */
  readonly deploy: IStep[];
  /**
   * What tells whether the change works here: runs when everything is deployed, and its failure is the stage's.
   * @default - nothing
   */
  readonly verify?: IStep[];
}

/** A place that changes are brought to, as a stage of its own. */
export interface EnvironmentStageProps extends EnvironmentProps, StageOptions {}

/** An environment as a value, for a wave. */
export class Environment {
  /**
   * An environment.
   *
   * @param name 1 to 100 letters, digits and `. @ - _`
   */
  static of(name: string, props: EnvironmentProps): Environment {
    return new Environment(name, props);
  }

  private constructor(
    /** The environment's name. */
    public readonly name: string,
    /** What it is made of. */
    public readonly props: EnvironmentProps,
  ) {}
}
