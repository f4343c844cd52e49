import type { Problem } from '../../check';
import { type Configured, listed } from '../configured';

/** What is wrong with values that are each allowed, and not together. */
export type Combination = (action: Configured) => Iterable<Problem>;

/** Which of the keys an action lacks for sure, as one problem: they are missing in the same place. */
export function* needed(action: Configured, keys: readonly string[], when: string): Generator<Problem> {
  const missing = listed(keys.filter(key => action.lacks(key)));
  if (missing) yield { at: action.where, wrong: `${action.row.provider} needs ${missing} ${when}.`, mend: `Add ${missing} to the configuration.` };
}
