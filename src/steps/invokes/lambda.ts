import { Resource, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { LAMBDA_INVOKE } from '../../catalog/invokes';
import { acknowledgeAdded } from '../../operations/acknowledge';
import { refuse } from '../../refuse';
import { ProviderStep } from '../provider-step';
import { IArtifactProducer, IStep, Step } from '../step';

/** A function that does something for the pipeline, and tells it when it is done. */
export interface LambdaInvokeProps {
  /**
   * The function. It must answer with PutJobSuccessResult or PutJobFailureResult, within 24 hours; one that is made in
   * this app is allowed to.
   */
  readonly function: lambda.IFunction;
  /**
   * What the function is told, as text: 1 to 1000 characters.
   * @default - nothing
   */
  readonly userParameters?: string;
  /**
   * What the function is told, as an object that it gets as JSON; in place of the text.
   * @default - nothing
   */
  readonly userParametersObject?: { [key: string]: any };
  /**
   * Artifacts that the function reads: at most five.
   * @default - none
   */
  readonly inputs?: IArtifactProducer[];
  /**
   * Whether the function gives an artifact of the step's name.
   * @default false
   */
  readonly hasOutput?: boolean;
  /**
   * Labels of further artifacts, each named `<step>_<label>`. At most five artifacts in all.
   * @default - none
   */
  readonly outputLabels?: string[];
  /**
   * Steps of the same stage that must have ended before.
   * @default - only the artifacts decide
   */
  readonly after?: IStep[];
}

export function lambdaStep(stepName: string, props: LambdaInvokeProps): Step {
  const { userParameters, userParametersObject } = props;
  if (userParameters !== undefined && userParametersObject) {
    refuse(stepName, 'The function is told both a text and an object.', 'Keep one of `userParameters` and `userParametersObject`.');
  }
  return new ProviderStep({
    stepName,
    row: LAMBDA_INVOKE,
    inputs: props.inputs,
    hasOutput: props.hasOutput,
    outputLabels: props.outputLabels,
    after: props.after,
    configure: scope => {
      answerJobs(props.function);
      return {
        configuration: {
          FunctionName: props.function.functionName,
          UserParameters: userParameters ?? (userParametersObject && Stack.of(scope).toJsonString(userParametersObject)),
        },
        arns: { function: [props.function.functionArn] },
      };
    },
  });
}

/** The two actions know no resource: a job has no ARN. An imported function is respected as it is. */
function answerJobs(handler: lambda.IFunction) {
  if (!Resource.isOwnedResource(handler)) return;
  const answer = { actions: ['codepipeline:PutJobSuccessResult', 'codepipeline:PutJobFailureResult'], resources: ['*'] };
  handler.addToRolePolicy(new iam.PolicyStatement(answer));
  acknowledgeAdded(handler, [answer]);
}
