import { CfnOutput, Stack, Stage } from 'aws-cdk-lib';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { StackDeployment, StageDeployment } from 'aws-cdk-lib/pipelines';
import { Construct } from 'constructs';
import { ManualApprovalProps } from '../approval';
import { approveChanges } from './changes';
import { executeStack, prepareStack, StackStepProps, updateStack } from './stack-step';
import { distinctName } from '../../catalog/names';
import { refuse } from '../../refuse';
import { DeployProps } from '../deploys/deploy-props';
import { Step } from '../step';
import { StepContext } from '../step-context';

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

/** The steps of a stage: all of them, and those that bring the stacks up to date. */
interface StageSteps {
  readonly members: Step[];
  readonly updates: ReadonlyMap<StackDeployment, Step>;
}

/** The deployment of a CDK app's stage: its stacks in the order of their dependencies, and otherwise side by side. */
export class CdkStageStep extends Step {
  private readonly stage: Stage;
  private readonly updates: ReadonlyMap<StackDeployment, Step>;

  /** @internal */
  constructor(stage: Stage, props: CdkDeployProps) {
    const { stacks } = StageDeployment.fromStage(stage);
    const { members, updates } = props.approveChanges ? withApproval(stage, stacks, props, props.approveChanges) : directly(stage, stacks, props);
    super({ stepName: props.name ?? 'Deploy', category: codepipeline.ActionCategory.DEPLOY, after: props.after, members });
    this.stage = stage;
    this.updates = updates;
  }

  /**
   * The value of an output of one of the stacks, for use in the configuration of a later action.
   *
   * @param output an output of a stack of the stage
   * @returns an expression that CodePipeline resolves right before the later action starts
   */
  stackOutput(output: CfnOutput): string {
    const stack = Stack.of(output);
    const [, step] = [...this.updates].find(([deployed]) => Stage.of(stack) === this.stage && deployed.stackArtifactId === stack.artifactId) ?? [];
    return step?.variable(stack.resolve(output.logicalId) as string) ?? refuse(output, `The output belongs to no stack of the stage "${this.stage.node.path}".`, 'Ask the step that deploys its stage.');
  }

  bind(scope: Construct, _context: StepContext): codepipeline.IAction {
    refuse(scope, 'A stage of a CDK app is several actions, and was placed as one.', 'Add it through the delivery pipeline\'s own methods.');
  }
}

function directly(stage: Stage, stacks: readonly StackDeployment[], { input }: CdkDeployProps): StageSteps {
  const steps = new Map<StackDeployment, Step>();
  for (const stack of inOrder(stacks)) {
    const after = stack.stackDependencies.map(other => steps.get(other)!);
    steps.set(stack, updateStack(nameOf(stage, stack), { stage, stack, input, after }));
  }
  return { members: [...steps.values()], updates: steps };
}

/** Per level of dependency: a change set can only be made when what it builds on is there. */
function withApproval(stage: Stage, stacks: readonly StackDeployment[], { input }: CdkDeployProps, approval: ManualApprovalProps): StageSteps {
  const members: Step[] = [];
  const updates = new Map<StackDeployment, Step>();
  let before: Step[] = [];
  for (const [at, level] of levels(stacks).entries()) {
    const suffix = at ? `-${at + 1}` : '';
    const props = (stack: StackDeployment, after: Step[]): StackStepProps => ({ stage, stack, input, after });
    const prepared = level.map(stack => prepareStack(`${nameOf(stage, stack)}-Prepare`, props(stack, before)));
    const { changes, approve } = approveChanges(suffix, level.map(stack => ({ stage, stack })), prepared, approval);
    for (const stack of level) updates.set(stack, executeStack(nameOf(stage, stack), props(stack, [approve])));
    before = level.map(stack => updates.get(stack)!);
    members.push(...prepared, changes, approve, ...before);
  }
  return { members, updates };
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
