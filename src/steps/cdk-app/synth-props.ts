import { CodeBuildProps } from '../builds/codebuild-props';

/**
 * How a CDK app is synthesized, and what else the run does. Its `commands` make the cloud assembly, in the folder that
 * `output` names: `cdk.out`, unless told otherwise. What the run does by itself needs Node.js, in any language of the app.
 */
export interface SynthProps extends CodeBuildProps {
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
