/** Which actions change what runs, and which of them doing again with what was there before takes back. */

import type { PlacedAction } from '../parts';

/** A change set that is only made changes nothing. Where the type, or the mode of a stack action, is unknown, so is this. */
export function isDeployment(placed: PlacedAction): boolean {
  const { declared } = placed.action;
  const [category, owner, provider] = ['Category', 'Owner', 'Provider'].map(key => declared.at('ActionTypeId', key).text);
  if (category !== 'Deploy' || provider === undefined) return false;
  const mode = modeOf(placed);
  return !(owner === 'AWS' && provider === 'CloudFormation') || (mode !== undefined && mode !== 'CHANGE_SET_REPLACE');
}

/**
 * INFERRED from what a rollback is (the stage once more, with the artifacts and variables of an earlier execution): new instances of a
 * stack set stay, a version of a product is made once more, a deleted stack stays deleted.
 */
const ONE_WAY = new Set(['CloudFormationStackInstances', 'ServiceCatalog']);

/** Deployments of one stage that a rollback of the stage takes back. */
export function reversible(stage: readonly PlacedAction[]): PlacedAction[] {
  const modes = new Set(stage.map(modeOf));
  return stage.filter(deployment => {
    const { row } = deployment;
    if (!isDeployment(deployment) || row?.owner !== 'AWS' || ONE_WAY.has(row.provider)) return false;
    const mode = row.provider === 'CloudFormation' ? modeOf(deployment) : undefined;
    // INFERRED: a change set is gone once it was executed; only a stage that makes it can do so again
    return mode === 'CHANGE_SET_EXECUTE' ? modes.has('CHANGE_SET_REPLACE') : mode !== 'DELETE_ONLY';
  });
}

function modeOf({ action }: PlacedAction): string | undefined {
  return action.declared.at('Configuration', 'ActionMode').text;
}
