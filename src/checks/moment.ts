/** When in a run something happens: in which stage, and in which of its orders. */

import type { Hook, PlacedAction } from './parts';

export interface Moment {
  readonly stage: number;
  /** undefined when it is unknown, or none that the service takes */
  readonly order: number | undefined;
}

export function momentOf({ action: { declared }, stageIndex }: PlacedAction): Moment {
  const { given, text } = declared.at('RunOrder');
  return { stage: stageIndex, order: given ? (text !== undefined && /^[1-9]\d{0,2}$/.test(text) ? Number(text) : undefined) : 1 };
}

/** Conditions are looked at before all actions of their stage, or after them. */
export function momentOfHook(hook: Hook, stageIndex: number): Moment {
  return { stage: stageIndex, order: hook === 'BeforeEntry' ? 0 : Infinity };
}

/** Whether what happens at one moment has certainly not ended at the other. */
export function isTooLate(one: Moment, other: Moment): boolean {
  if (one.stage !== other.stage) return one.stage > other.stage;
  return one.order !== undefined && other.order !== undefined && one.order >= other.order;
}

/** Why it has not: `it runs in a later stage`. */
export function whyTooLate(one: Moment, other: Moment): string {
  if (one.stage > other.stage) return 'in a later stage';
  if (other.order === 0) return 'in the stage that the condition stands before';
  return one.order === other.order ? 'at the same time' : 'later in the same stage';
}
