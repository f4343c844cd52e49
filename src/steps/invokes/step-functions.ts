import { Arn, ArnFormat, Aws, Stack, Token } from 'aws-cdk-lib';
import * as stepfunctions from 'aws-cdk-lib/aws-stepfunctions';
import { STEP_FUNCTIONS } from '../../catalog/invokes';
import { refuse } from '../../refuse';
import { ProviderStep } from '../provider-step';
import { DefaultInput, IArtifactProducer, IStep } from '../step';
import { StepFunctionsVariables } from '../variables';

/** A run of a state machine. The pipeline waits for one of the type Standard, at most seven days, and for an Express one not at all. */
export interface StepFunctionsProps {
  /** The state machine, in the account and region of the action. */
  readonly stateMachine: stepfunctions.IStateMachine;
  /**
   * The input, as an object: at most 1000 characters as JSON.
   * @default - none
   */
  readonly literalInput?: { [key: string]: any };
  /**
   * The input, as a JSON file of an artifact; in place of an object.
   * @default - none
   */
  readonly inputFile?: string;
  /**
   * The artifact that the file is in.
   * @default - the pipeline's first source, when there is an `inputFile`
   */
  readonly input?: IArtifactProducer;
  /**
   * What the names of the executions begin with, before a hyphen and an id: 1 to 43 letters, digits and `- _`.
   * @default - they are the id
   */
  readonly executionNamePrefix?: string;
  /**
   * Whether the output of the state machine, of the type Standard, is an artifact.
   * @default false
   */
  readonly hasOutput?: boolean;
  /**
   * Steps of the same stage that must have ended before.
   * @default - only the artifacts decide
   */
  readonly after?: IStep[];
}

/** A run of a state machine, as a step. `Invoke.stepFunctions` makes it. */
export class StepFunctionsInvoke extends ProviderStep {
  constructor(stepName: string, props: StepFunctionsProps) {
    const { stateMachine, literalInput, inputFile, executionNamePrefix: prefix } = props;
    if (literalInput && inputFile) refuse(stepName, 'The state machine has two inputs.', 'Keep one of `literalInput` and `inputFile`.');
    if (props.input && !inputFile) refuse(stepName, 'The step reads an artifact, and no file of it.', 'Name the file with `inputFile`.');
    // a name has at most 80 characters, of which the hyphen and the id take 37
    if (prefix !== undefined && !Token.isUnresolved(prefix) && !/^[A-Za-z0-9_-]{1,43}$/.test(prefix)) {
      refuse(stepName, `The prefix "${prefix}" is not allowed.`, 'Use 1 to 43 letters, digits and - _.');
    }
    super({
      stepName,
      row: STEP_FUNCTIONS,
      inputs: props.input ? [props.input] : [],
      defaultInput: inputFile ? DefaultInput.SOURCE : DefaultInput.NONE,
      hasOutput: props.hasOutput,
      after: props.after,
      configure: (scope, context) => {
        const { resourceName: name } = Arn.split(stateMachine.stateMachineArn, ArnFormat.COLON_RESOURCE_NAME);
        return {
          configuration: {
            StateMachineArn: stateMachine.stateMachineArn,
            ExecutionNamePrefix: prefix,
            InputType: inputFile ? 'FilePath' : literalInput && 'Literal',
            // the guide names the file alone (aws-cdk-lib puts the artifact before it): there is only one artifact
            Input: inputFile ?? (literalInput && Stack.of(scope).toJsonString(literalInput)),
          },
          arns: { executions: [`arn:${Aws.PARTITION}:states:${context.region}:${context.account}:execution:${name}:${prefix ?? ''}*`] },
        };
      },
    });
  }

  /** What the run tells. */
  get variables(): StepFunctionsVariables {
    return new StepFunctionsVariables(this);
  }
}
