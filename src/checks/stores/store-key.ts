import { type Store, storesOf } from './stores';
import type { Declared, PipelinePlan } from '../../plan';
import { accountOf, ownAccountOf } from '../account-of';
import { type Check, GUIDE } from '../check';
import { lacks } from '../known';
import { actionsOf } from '../parts';

export const STORE_KEY: Check = {
  id: 'conveyor:store-key',
  severity: 'error',
  title: 'An action works in another account with artifacts that no key opens there',
  why: 'The action fails: what AWS\'s own key encrypts cannot be read from another account, and an alias means nothing there.',
  mend: 'Give the store an `EncryptionKey` of your own by its id or its ARN, and let the action\'s role use the key.',
  source: `${GUIDE}/pipelines-create-cross-account.html`,
  * find(pipeline) {
    const own = ownAccountOf(pipeline);
    if (!own) return;
    const stores = storesOf(pipeline);
    for (const { action: { declared } } of actionsOf(pipeline)) {
      const role = declared.at('RoleArn');
      const account = accountOf(role);
      const store = account && account !== own && hasArtifacts(declared) ? storeOf(declared, stores, pipeline) : undefined;
      if (!store) continue;
      const key = store.at('EncryptionKey', 'Id');
      const wrong = lacks(store, 'EncryptionKey') ? 'has no key of its own'
        : key.text?.startsWith('alias/') ? `names its key by the alias ${key.text}` : undefined;
      if (wrong) yield { at: role, wrong: `The action's role is in account ${account}, the pipeline in ${own}, and the artifact store ${wrong}.` };
    }
  },
};

function hasArtifacts(action: Declared): boolean {
  return ['InputArtifacts', 'OutputArtifacts'].some(key => action.at(key).items.length > 0);
}

/** The store of the region that an action runs in. */
function storeOf(action: Declared, stores: readonly Store[], pipeline: PipelinePlan): Declared | undefined {
  const region = action.at('Region').given ? action.at('Region').text : pipeline.region;
  return stores.length === 1 ? stores[0].declared : stores.find(store => region !== undefined && store.region?.text === region)?.declared;
}
