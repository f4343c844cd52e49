/** The parts of a pipeline that checks look at, and whether all of them are known. */

import { findProvider } from '../catalog/catalog';
import type { Provider } from '../catalog/provider';
import type { ActionPlan, ConditionPlan, PipelinePlan, RulePlan, StagePlan } from '../plan';

/** An action with its place. */
export interface PlacedAction {
  readonly stage: StagePlan;
  /** from 0 */
  readonly stageIndex: number;
  readonly action: ActionPlan;
  /** what CodePipeline knows of its provider; undefined for others than it ships, and where a part of the type is unknown */
  readonly row?: Provider;
}

/** Nearly every check asks for them. */
const found = new WeakMap<PipelinePlan, readonly PlacedAction[]>();

export function actionsOf(pipeline: PipelinePlan): readonly PlacedAction[] {
  const known = found.get(pipeline);
  if (known) return known;
  const actions = pipeline.stages.flatMap((stage, stageIndex) => stage.actions.map(action => ({ stage, stageIndex, action, row: rowOf(action) })));
  found.set(pipeline, actions);
  return actions;
}

function rowOf({ declared }: ActionPlan): Provider | undefined {
  const [category, owner, provider] = ['Category', 'Owner', 'Provider'].map(key => declared.at('ActionTypeId', key).text ?? '');
  return findProvider(category, owner, provider);
}

/** Where in a stage a condition stands. */
export type Hook = 'BeforeEntry' | 'OnSuccess' | 'OnFailure';

export interface PlacedCondition {
  readonly stage: StagePlan;
  readonly stageIndex: number;
  readonly hook: Hook;
  readonly condition: ConditionPlan;
}

export function conditionsOf(pipeline: PipelinePlan): PlacedCondition[] {
  return pipeline.stages.flatMap((stage, stageIndex) => [
    ...(stage.beforeEntry ?? []).map((condition): PlacedCondition => ({ stage, stageIndex, hook: 'BeforeEntry', condition })),
    ...(stage.onSuccess ?? []).map((condition): PlacedCondition => ({ stage, stageIndex, hook: 'OnSuccess', condition })),
    ...(stage.onFailure?.conditions ?? []).map((condition): PlacedCondition => ({ stage, stageIndex, hook: 'OnFailure', condition })),
  ]);
}

export function rulesOf(pipeline: PipelinePlan): (PlacedCondition & { readonly rule: RulePlan })[] {
  return conditionsOf(pipeline).flatMap(placed => placed.condition.rules.map(rule => ({ ...placed, rule })));
}

/**
 * Whether every stage and every action is known for what it is. Where one hides behind an intrinsic function, nothing can
 * be said of how many there are, of what none of them does, or of which is the first.
 */
export function isWhole({ declared, stages }: PipelinePlan): boolean {
  return declared.at('Stages').isWhole && stages.every(stage => stage.declared.at('Actions').isWhole);
}
