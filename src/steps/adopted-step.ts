import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { Construct } from 'constructs';
import type { DefaultInput, IArtifactProducer, IStep } from './step';

/** An action of aws-codepipeline as a step: what it reads and gives is what the action says. */
export class AdoptedStep implements IStep {
  readonly stepName: string;
  readonly category: codepipeline.ActionCategory;
  readonly inputs: IArtifactProducer[];
  readonly defaultInput = 'NONE' as DefaultInput;
  readonly outputs: codepipeline.Artifact[];
  readonly primaryOutput?: codepipeline.Artifact;

  constructor(private readonly action: codepipeline.IAction, readonly after: IStep[]) {
    const { actionName, category, inputs = [], outputs = [] } = action.actionProperties;
    this.stepName = actionName;
    this.category = category;
    this.inputs = inputs.map(primaryOutput => ({ primaryOutput }));
    this.outputs = outputs;
    [this.primaryOutput] = outputs;
  }

  bind(_scope: Construct): codepipeline.IAction {
    return this.action;
  }
}
