import { LaidOut } from './layout';

/** CodePipeline's most actions in one stage. */
export const MOST_ACTIONS = 50;

/**
 * The actions of one stage as several stages of at most 50, one after another: none comes before what it waits for,
 * and as many as can be stay side by side.
 */
export function split(laidOut: readonly LaidOut[]): LaidOut[][] {
  if (laidOut.length <= MOST_ACTIONS) return [[...laidOut]];
  const inOrder = [...laidOut].sort((one, other) => one.runOrder - other.runOrder);
  return Array.from({ length: Math.ceil(inOrder.length / MOST_ACTIONS) }, (_, part) => {
    const actions = inOrder.slice(part * MOST_ACTIONS, (part + 1) * MOST_ACTIONS);
    return actions.map(one => ({ ...one, runOrder: one.runOrder - actions[0].runOrder + 1 }));
  });
}
