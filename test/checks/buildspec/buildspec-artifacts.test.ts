import { findingsAfter, idsAfter, type Json } from '../fixture';
import { ACTION, AT, built, VALID } from './build';

const files = { files: ['**/*'] };
const spec = (artifacts: Json) => ({ ...VALID, artifacts });
const giving = (...names: Json[]) => (action: Json) => { action.OutputArtifacts = names.map(Name => ({ Name })); };
const OUTPUTS = [...ACTION, 'OutputArtifacts'];

function found(artifacts: Json, ...names: Json[]) {
  return findingsAfter(built(spec(artifacts), giving(...names))).filter(({ id }) => id === 'conveyor:buildspec-artifacts');
}

test.each<[string, Json, string[], string, (string | number)[], string?]>([
  ['an output of which the buildspec says nothing', undefined, ['ShopSite'], 'Other actions read ShopSite, and the buildspec has no artifacts.', OUTPUTS],
  ['artifacts without files', { 'base-directory': 'dist' }, ['ShopSite'], 'The artifacts of the buildspec have no files.', AT],
  ['a second output that is not told', { ...files, 'secondary-artifacts': { ShopSite: files } }, ['ShopSite', 'ShopDocs'],
    'The action gives "ShopDocs", and secondary-artifacts of its buildspec has no section of that name.', [...OUTPUTS, 1, 'Name']],
])('%s is found', (_, artifacts, names, message, path, mend = '') => {
  expect(found(artifacts, ...names)).toEqual([expect.objectContaining({ severity: 'error', part: 'Build/Compile', message, path, ...(mend && { mend }) })].map(one => (path === AT ? expect.objectContaining({ message, path }) : one)));
});

test('two outputs and files alone are found twice, once an output', () => {
  expect(found(files, 'ShopSite', 'ShopDocs').map(({ path }) => path)).toEqual([[...OUTPUTS, 0, 'Name'], [...OUTPUTS, 1, 'Name']]);
});

test('a misspelt secondary artifact is found from both sides', () => {
  expect(found({ 'secondary-artifacts': { ShopSite: files, ShopDoc: files } }, 'ShopSite', 'ShopDocs').map(({ message, mend }) => [message, mend])).toEqual([
    ['The action gives "ShopDocs", and secondary-artifacts of its buildspec has no section of that name.', 'Did you mean "ShopDoc"?'],
    ['The buildspec has the secondary artifact "ShopDoc", and the action gives ShopSite, ShopDocs.', 'Did you mean "ShopDocs"?'],
  ]);
});

test('one output and secondary artifacts of other names are found', () => {
  expect(found({ 'secondary-artifacts': { Other: files } }, 'ShopSite')).toHaveLength(2);
  expect(found({ ...files, 'secondary-artifacts': { Other: files } }, 'ShopSite').map(({ message }) => message))
    .toEqual(['The buildspec has the secondary artifact "Other", and the action gives ShopSite.']);
});

test.each<[string, Json, Json[]]>([
  ['one output and files', files, ['ShopSite']],
  ['two outputs and a section for each', { 'secondary-artifacts': { ShopSite: files, ShopDocs: files } }, ['ShopSite', 'ShopDocs']],
  ['one output in a section of its name', { 'secondary-artifacts': { ShopSite: files } }, ['ShopSite']],
  ['no output', { 'secondary-artifacts': { Any: files } }, []],
  ['an output of unknown name', { 'secondary-artifacts': { ShopSite: files, Other: files } }, ['ShopSite', { Ref: 'Given' }]],
])('%s are not', (_, artifacts, names) => {
  expect(found(artifacts, ...names)).toEqual([]);
});

test('batches have artifacts of their own', () => {
  expect(idsAfter(built(spec(undefined), action => { action.Configuration.BatchEnabled = 'true'; }))).not.toContain('buildspec-artifacts');
  expect(idsAfter(built(spec(undefined), action => { action.Configuration.BatchEnabled = { Ref: 'Given' }; }))).not.toContain('buildspec-artifacts');
  expect(idsAfter(built({ ...spec(undefined), batch: {} }))).not.toContain('buildspec-artifacts');
  expect(idsAfter(built(spec(undefined), action => { action.Configuration.BatchEnabled = false; }))).toContain('buildspec-artifacts');
});

test('of a buildspec with an unknown section nothing is missed', () => {
  const text = { 'Fn::Sub': '{"version":"0.2","phases":{"build":{"commands":["a"]}},"${Given}":{"files":["a"]}}' };
  expect(idsAfter(built(text))).toEqual([]);
});
