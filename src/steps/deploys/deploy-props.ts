import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { Provider } from '../../catalog/provider';
import { DefaultInput, IArtifactProducer, IStep } from '../step';

/** What every deployment takes. */
export interface DeployProps {
  /**
   * What is deployed.
   * @default - what was built last; the pipeline's first source where nothing was built
   */
  readonly input?: IArtifactProducer;
  /**
   * Steps of the same stage that must have ended before.
   * @default - only the artifacts decide: deployments run side by side
   */
  readonly after?: IStep[];
}

/** How a deployment stands to other steps. */
export function deployment(stepName: string, row: Provider, props: DeployProps) {
  return {
    stepName,
    row,
    category: codepipeline.ActionCategory.DEPLOY,
    inputs: props.input ? [props.input] : [],
    defaultInput: DefaultInput.BUILT,
    after: props.after,
  };
}
