/** The order of a pipeline: stages one after another, actions by runOrder, the same runOrder side by side. */

import type { ActionPlan, StagePlan } from '../plan';
import type { StageStatus } from './events';

/** How one attempt of an action ended. */
export type ActionEnd = 'Succeeded' | 'Failed' | 'Abandoned';

/** What the schedule needs of the world. */
export interface StageWork {
  run(action: ActionPlan, attempt: number): Promise<ActionEnd>;
  /** about to run these once more */
  retrying(actions: readonly ActionPlan[]): void;
  /** a person has stopped the execution */
  stopped(): boolean;
}

/** The actions of a stage in the groups that run side by side, in their order. */
export function groupsOf(actions: readonly ActionPlan[]): ActionPlan[][] {
  const orders = [...new Set(actions.map(action => action.runOrder))].sort((a, b) => a - b);
  return orders.map(order => actions.filter(action => action.runOrder === order));
}

/**
 * Runs one stage. A failed action lets its siblings finish and keeps what follows from starting; where the stage
 * says RETRY, that happens once more, for the failed actions or for all.
 *
 * @returns the status, and the actions that never started
 */
export async function runStage(stage: StagePlan, work: StageWork): Promise<{ status: StageStatus; notRun: ActionPlan[] }> {
  const ended = new Map<ActionPlan, ActionEnd>();
  const attempts = stage.onFailure?.result === 'RETRY' ? 2 : 1;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    if (attempt > 1) {
      const again = stage.onFailure?.retryMode === 'ALL_ACTIONS' ? [...ended.keys()] : [...ended.keys()].filter(action => ended.get(action) !== 'Succeeded');
      work.retrying(again);
      for (const action of again) ended.delete(action);
    }
    await attemptStage(stage, ended, attempt, work);
    if (work.stopped() || [...ended.values()].every(end => end === 'Succeeded')) break;
  }
  const notRun = stage.actions.filter(action => !ended.has(action));
  const all = [...ended.values()];
  if (work.stopped() && (notRun.length > 0 || all.includes('Abandoned'))) return { status: 'Stopped', notRun };
  return { status: notRun.length === 0 && all.every(end => end === 'Succeeded') ? 'Succeeded' : 'Failed', notRun };
}

async function attemptStage(stage: StagePlan, ended: Map<ActionPlan, ActionEnd>, attempt: number, work: StageWork): Promise<void> {
  for (const group of groupsOf(stage.actions)) {
    if (work.stopped()) return;
    await Promise.all(group.filter(action => !ended.has(action)).map(async action => {
      ended.set(action, await work.run(action, attempt));
    }));
    if (group.some(action => ended.get(action) !== 'Succeeded')) return;
  }
}
