/**
 * One intent, rendered twice: by the action classes of aws-codepipeline-actions in a pipeline of aws-codepipeline,
 * and by this library. Whatever the intent refers to is imported under a literal name, so that the two can be
 * compared as they are.
 */

import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as actions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Approval, DeliveryPipeline, IStep, Source, Step } from '../../src';
import { findingsIn } from '../checks/fixture';

/** What both say of an action; roles are compared elsewhere, for here ours are narrower on purpose. */
const COMPARED = ['Name', 'ActionTypeId', 'Configuration', 'InputArtifacts', 'OutputArtifacts', 'Commands', 'OutputVariables', 'TimeoutInMinutes', 'RunOrder'];

/** What the two sources of the pipeline give: artifacts, or the steps that make them. */
export interface From<T> {
  readonly source: T;
  readonly other: T;
}

/** The same intent, said twice. */
export interface Intent {
  readonly ours: (stack: Stack, from: From<Step>) => IStep;
  readonly theirs: (stack: Stack, from: From<codepipeline.Artifact>) => codepipeline.IAction;
}

export type Action = Record<string, unknown>;

/** An action behind two sources, `Source` and `Other`. */
export function renderAction({ ours, theirs }: Intent): { ours: Action; theirs: Action } {
  const mine = newStack();
  const steps = { source: sourceStep(mine, 'Source'), other: sourceStep(mine, 'Other') };
  new DeliveryPipeline(mine, 'Pipeline', { source: steps.source, additionalSources: [steps.other] })
    .addStage('Stage', { steps: [ours(mine, steps)] });

  const foreign = newStack();
  const artifacts = { source: new codepipeline.Artifact('Source'), other: new codepipeline.Artifact('Other') };
  new codepipeline.Pipeline(foreign, 'Pipeline', {
    pipelineType: codepipeline.PipelineType.V2,
    stages: [
      { stageName: 'Source', actions: [sourceAction(foreign, artifacts.source), sourceAction(foreign, artifacts.other)] },
      { stageName: 'Stage', actions: [theirs(foreign, artifacts)] },
    ],
  });
  return { ours: lastAction(mine, 1), theirs: lastAction(foreign, 1) };
}

/** The same source, said twice. */
export interface SourceIntent {
  readonly ours: (stack: Stack) => Step;
  readonly theirs: (stack: Stack, output: codepipeline.Artifact) => codepipeline.IAction;
}

/** A source named `Source`, with an artifact of that name. */
export function renderSource({ ours, theirs }: SourceIntent): { ours: Action; theirs: Action } {
  const mine = newStack();
  new DeliveryPipeline(mine, 'Pipeline', { source: ours(mine) }).addStage('Stage', { steps: [Approval.manual()] });
  const foreign = newStack();
  new codepipeline.Pipeline(foreign, 'Pipeline', {
    pipelineType: codepipeline.PipelineType.V2,
    stages: [
      { stageName: 'Source', actions: [theirs(foreign, new codepipeline.Artifact('Source'))] },
      { stageName: 'Stage', actions: [new actions.ManualApprovalAction({ actionName: 'Approve' })] },
    ],
  });
  return { ours: lastAction(mine, 0), theirs: lastAction(foreign, 0) };
}

function newStack(): Stack {
  return new Stack(new App(), 'Stack', { env: { account: '111111111111', region: 'eu-west-1' } });
}

const bucketOf = (stack: Stack, id: string) => s3.Bucket.fromBucketName(stack, `${id}-bucket`, `releases-${id.toLowerCase()}`);

function sourceStep(stack: Stack, name: string): Step {
  return Source.s3({ name, bucket: bucketOf(stack, name), objectKey: 'release.zip' });
}

function sourceAction(stack: Stack, output: codepipeline.Artifact): codepipeline.IAction {
  const actionName = output.artifactName!;
  return new actions.S3SourceAction({ actionName, output, bucket: bucketOf(stack, actionName), bucketKey: 'release.zip', trigger: actions.S3Trigger.NONE });
}

function lastAction(stack: Stack, stage: number): Action {
  const template = Template.fromStack(stack);
  // ours was held to the checks at synth; what aws-cdk-lib declares is well, too
  const errors = findingsIn(template.toJSON()).filter(({ severity }) => severity === 'error');
  if (errors.length) throw new Error(errors.map(({ id, message }) => `${id}: ${message}`).join('\n'));
  const [pipeline] = Object.values(template.findResources('AWS::CodePipeline::Pipeline'));
  const action: Action = pipeline.Properties.Stages[stage].Actions.at(-1);
  return Object.fromEntries(COMPARED.filter(key => key in action).map(key => [key, key === 'Configuration' ? asStrings(action[key]) : action[key]]));
}

/** The service takes strings; CloudFormation makes them of the booleans and numbers that the L2 leaves in the template. */
function asStrings(configuration: unknown) {
  return Object.fromEntries(Object.entries(configuration as object).map(([key, value]) => [key, typeof value === 'object' ? value : String(value)]));
}
