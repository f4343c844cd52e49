import { InspectImageProps, InspectorScan, InspectSourceProps } from './invokes/inspector';
import { LambdaInvokeProps, lambdaStep } from './invokes/lambda';
import { PipelineInvokeProps, pipelineStep } from './invokes/pipeline';
import { StepFunctionsInvoke, StepFunctionsProps } from './invokes/step-functions';
import { Step } from './step';

/** What a pipeline calls upon: a function, a state machine, a scan, another pipeline. */
export class Invoke {
  /**
   * Calls a Lambda function, and waits until it answers.
   *
   * @param name the action's name, and the name of its artifact
   */
  static lambda(name: string, props: LambdaInvokeProps): Step {
    return lambdaStep(name, props);
  }

  /**
   * Runs a state machine, and waits for its end.
   *
   * @param name the action's name, and the name of its artifact
   */
  static stepFunctions(name: string, props: StepFunctionsProps): StepFunctionsInvoke {
    return new StepFunctionsInvoke(name, props);
  }

  /**
   * Scans source code for vulnerabilities with Amazon Inspector.
   *
   * @param name the action's name, and the name of its artifact, the report
   */
  static inspectSource(name: string, props: InspectSourceProps = {}): InspectorScan {
    return InspectorScan._ofSource(name, props);
  }

  /**
   * Scans an image in a private ECR repository for vulnerabilities with Amazon Inspector.
   *
   * @param name the action's name, and the name of its artifact, the report
   */
  static inspectImage(name: string, props: InspectImageProps): InspectorScan {
    return InspectorScan._ofImage(name, props);
  }

  /**
   * Starts another pipeline, and goes on.
   *
   * @param name the action's name
   */
  static pipeline(name: string, props: PipelineInvokeProps): Step {
    return pipelineStep(name, props);
  }
}
