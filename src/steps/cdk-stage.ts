import { Stage } from 'aws-cdk-lib';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { StackDeployment, StageDeployment } from 'aws-cdk-lib/pipelines';
import { Construct } from 'constructs';
import { ManualApprovalProps } from './approval';
import { approveChanges } from './cdk-changes';
import { executeStack, prepareStack, StackStepProps, updateStack } from './cdk-stack-step';
import { DeployProps } from './deploy-props';
import { IStep, Step } from './step';
import { StepContext } from './step-context';
import { distinctName } from '../catalog/names';
import { refuse } from '../refuse';

/** How a stage of a CDK app is deployed. */
export interface CdkDeployProps extends DeployProps {
  /**
   * What the names of its actions begin with: `<name>-<stack>`.
   * @default 'Deploy'
   */
  readonly name?: string;
  /**
   * Makes change sets first, shows to a person what they change, and carries them out when they are approved: in one go
   * for all stacks that do not wait for each other. A rejection fails the stage: let it not roll back
   * (`rollback: false`), or the person is asked again about the way back.
   * @default - the stacks are brought up to date at once, in one action each
   */
  readonly approveChanges?: ManualApprovalProps;
}

/** Deploys the stacks of a stage: in the order of their dependencies, and otherwise side by side. */
export function deployStage(stage: Stage, props: CdkDeployProps): Step {
  const { stacks } = StageDeployment.fromStage(stage);
  const name = props.name ?? 'Deploy';
  return new StageStep({
    stepName: name,
    category: codepipeline.ActionCategory.DEPLOY,
    after: props.after,
    members: props.approveChanges ? withApproval(stage, stacks, props, props.approveChanges) : directly(stage, stacks, props),
  });
}

class StageStep extends Step {
  bind(scope: Construct, _context: StepContext): codepipeline.IAction {
    refuse(scope, 'A stage of a CDK app is several actions, and was placed as one.', 'Add it through the delivery pipeline\'s own methods.');
  }
}

function directly(stage: Stage, stacks: readonly StackDeployment[], { input }: CdkDeployProps): IStep[] {
  const steps = new Map<StackDeployment, IStep>();
  for (const stack of inOrder(stacks)) {
    const after = stack.stackDependencies.map(other => steps.get(other)!);
    steps.set(stack, updateStack(nameOf(stage, stack), { stage, stack, input, after }));
  }
  return [...steps.values()];
}

/** Per level of dependency: a change set can only be made when what it builds on is there. */
function withApproval(stage: Stage, stacks: readonly StackDeployment[], { input }: CdkDeployProps, approval: ManualApprovalProps): IStep[] {
  const members: IStep[] = [];
  let before: IStep[] = [];
  for (const [at, level] of levels(stacks).entries()) {
    const suffix = at ? `-${at + 1}` : '';
    const props = (stack: StackDeployment, after: IStep[]): StackStepProps => ({ stage, stack, input, after });
    const prepared = level.map(stack => prepareStack(`${nameOf(stage, stack)}-Prepare`, props(stack, before)));
    const { changes, approve } = approveChanges(suffix, level.map(stack => ({ stage, stack })), prepared, approval);
    before = level.map(stack => executeStack(nameOf(stage, stack), props(stack, [approve])));
    members.push(...prepared, changes, approve, ...before);
  }
  return members;
}

function levels(stacks: readonly StackDeployment[]): StackDeployment[][] {
  const known = new Map<StackDeployment, number>();
  const found: StackDeployment[][] = [];
  for (const stack of inOrder(stacks)) {
    const level = 1 + Math.max(-1, ...stack.stackDependencies.map(other => known.get(other)!));
    known.set(stack, level);
    (found[level] ??= []).push(stack);
  }
  return found;
}

/** Each behind what it depends on; CDK refuses circles. */
function inOrder(stacks: readonly StackDeployment[]): StackDeployment[] {
  const seen = new Set<StackDeployment>();
  const visit = (stack: StackDeployment) => {
    stack.stackDependencies.forEach(visit);
    seen.add(stack);
  };
  stacks.forEach(visit);
  return [...seen];
}

/** The stack's path within its stage: what the app's author calls it. */
function nameOf(stage: Stage, stack: StackDeployment): string {
  const path = stack.constructPath.startsWith(`${stage.node.path}/`) ? stack.constructPath.slice(stage.node.path.length + 1) : stack.constructPath;
  return distinctName(path.replace(/\//g, '-'), /[^A-Za-z0-9.@\-_]/g, 50);
}
