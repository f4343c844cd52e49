import { AT, built, VALID } from './build';
import { BUILDSPEC_BATCH } from '../../../src/checks/buildspec/buildspec-batch';
import { type Json } from '../fixture';
import { foundBy } from '../found-by';

const found = (batch: Json, isBatch = 'true') => foundBy(BUILDSPEC_BATCH, built({ ...VALID, batch }, action => { action.Configuration.BatchEnabled = isBatch; }));

test.each<[Json, string, string?]>([
  [{ 'build-graph': [{ identifier: 'linux' }, { 'identifier': 'test', 'depend-on': ['linx'] }] },
    'The build "test" of the batch waits for "linx", which is no build of it.', 'Did you mean "linux"?'],
  [{ 'build-graph': [{ 'identifier': 'test', 'depend-on': 'nobody' }] }, 'The build "test" of the batch waits for "nobody", which is no build of it.'],
  [{ 'build-list': [{ identifier: 'linux' }, { identifier: 'linux' }] }, 'Two builds of the batch have the identifier "linux".'],
])('%j is found', (...[batch, message, mend]) => {
  expect(found(batch)).toEqual([expect.objectContaining({ severity: 'error', message, path: AT, ...(mend && { mend }) })]);
});

test.each<[Json]>([
  [{ 'build-graph': [{ identifier: 'linux' }, { 'identifier': 'test', 'depend-on': ['linux'] }] }],
  [{ 'build-list': [{ identifier: 'linux' }, { identifier: 'windows' }] }],
  [{ 'build-matrix': { static: { 'ignore-failure': false } } }],
  [{ 'build-graph': [{ 'identifier': 'test', 'depend-on': ['other'] }, 'junk'] }],
  [{ 'build-graph': { 'depend-on': ['other'] } }],
])('%j is not', batch => {
  expect(found(batch)).toEqual([]);
});

test('a batch that nothing asks for is not', () => {
  expect(found({ 'build-graph': [{ 'identifier': 'test', 'depend-on': ['nobody'] }] }, 'false')).toEqual([]);
});
