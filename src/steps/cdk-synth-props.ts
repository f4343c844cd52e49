import { CodeBuildProps } from './codebuild-props';

/** How a CDK app is synthesized, and what else the run does. It publishes assets by itself, and needs a machine with Node.js. */
export interface SynthProps extends CodeBuildProps {
  /**
   * The folder of the cloud assembly, relative to the source.
   * @default 'cdk.out'
   */
  readonly output?: string;
  /**
   * Publishes the assets of the stacks that the pipeline deploys, with the publishing roles of the bootstrap.
   * Turn it off when something else publishes them before.
   * @default true
   */
  readonly publishAssets?: boolean;
  /**
   * Keeps the pipeline itself up to date: when the stack that holds it, or one that it needs, has changed, the run
   * deploys it with the roles of the bootstrap, starts the pipeline anew and stops this execution. When nothing has
   * changed, which is nearly always, that costs the seconds of a comparison.
   * @default true
   */
  readonly selfUpdate?: boolean;
}
