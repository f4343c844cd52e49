import { findingsAfter, type Json } from '../fixture';
import { ACTION, built } from './build';

const found = (...names: Json[]) => findingsAfter(built('buildspec.yml', action => { action.OutputArtifacts = names.map(Name => ({ Name })); }))
  .filter(({ id }) => id === 'conveyor:artifact-identifier');

test('a hyphen in the name of one of several outputs is found', () => {
  expect(found('ShopSite', 'Shop-Docs')).toEqual([expect.objectContaining({
    severity: 'error', part: 'Build/Compile', message: 'The output "Shop-Docs" is one of several, and has a "-" in its name.', path: [...ACTION, 'OutputArtifacts', 1, 'Name'],
  })]);
});

test('one in the name of the only output is not, nor is what is unknown', () => {
  expect(found('Shop-Site')).toEqual([]);
  expect(found('Shop_Site', 'ShopDocs')).toEqual([]);
  expect(found('ShopSite', { Ref: 'Given' })).toEqual([]);
});
