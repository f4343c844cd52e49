import { AT, built, VALID } from './build';
import { BUILDSPEC_BATCH } from '../../../src/checks/buildspec/buildspec-batch';
import { type Json } from '../fixture';
import { foundBy } from '../found-by';

const found = (batch: Json, isBatch: Json = 'true') => foundBy(BUILDSPEC_BATCH, built({ ...VALID, batch }, action => { action.Configuration.BatchEnabled = isBatch; }));
const graph = (...builds: Json[]) => ({ 'build-graph': builds });

test.each<[Json, string, string?]>([
  [graph({ identifier: 'linux' }, { 'identifier': 'test', 'depend-on': ['linx'] }),
    'The build "test" of the batch waits for "linx", which is no build of it.', 'Did you mean "linux"?'],
  [graph({ 'identifier': 'test', 'depend-on': 'nobody' }), 'The build "test" of the batch waits for "nobody", which is no build of it.'],
  [graph({ 'identifier': 'test', 'depend-on': ['test'] }), 'The build "test" of the batch waits for itself, or for a build that waits for it.', 'Let one of test wait for none of the others.'],
  [graph({ identifier: 'zero' }, { 'identifier': 'one', 'depend-on': ['two', 'zero'] }, { 'identifier': 'two', 'depend-on': ['three'] }, { 'identifier': 'three', 'depend-on': ['one'] }),
    'The build "one" of the batch waits for itself, or for a build that waits for it.', 'Let one of one, two, three wait for none of the others.'],
  [graph({ buildspec: 'a.yml' }), '"batch.build-graph.1" of the buildspec has no identifier.', 'Add "identifier" to it.'],
  [graph({ identifier: 'linux-small' }), '"batch.build-graph.1.identifier" of the buildspec is "linux-small".', 'Use letters, digits and "_", fewer than 128.'],
  [graph({ identifier: 'l'.repeat(128) }), `"batch.build-graph.1.identifier" of the buildspec is "${'l'.repeat(60)}…".`],
  [{ 'build-graph': { 'depend-on': ['other'] } }, '"batch.build-graph" of the buildspec is an object, and has to be a list.'],
  [graph({ identifier: 'one' }, 'two'), '"batch.build-graph.2" of the buildspec is a text, and has to be an object.'],
  [{ 'build-list': [{ identifier: 'linux' }, { identifier: 'linux' }] }, 'Two builds of the batch have the identifier "linux".'],
  [{ 'build-list': [{ 'ignore-failure': 'sometimes' }] }, '"batch.build-list.1.ignore-failure" of the buildspec is "sometimes".'],
  [{ 'build-list': [{ env: { 'compute-type': 'small' } }] }, '"batch.build-list.1.env.compute-type" of the buildspec is "small".'],
  [{ 'build-list': [{ env: { type: 'linux' } }] }, '"batch.build-list.1.env.type" of the buildspec is "linux".'],
  [{ 'build-list': [{ env: { 'compute-type': 'BUILD_GENERAL1_SMALL', 'fleet': 'ours' } }] }, '"batch.build-list.1.env" of the buildspec has compute-type and fleet.', 'Leave out all but one of them.'],
  [{ 'build-matrix': { dynamic: { env: { variables: ['A'] } } } }, '"batch.build-matrix.dynamic.env.variables" of the buildspec is a list, and has to be an object.'],
  [{ 'build-fanout': { 'ignore-failure': true } }, '"batch.build-fanout" of the buildspec has no parallelism.'],
  [{ 'build-fanout': { parallelism: 0 } }, '"batch.build-fanout.parallelism" of the buildspec is "0".'],
  [{ 'fast-fail': 'never' }, '"batch.fast-fail" of the buildspec is "never".'],
])('%j is found', (...[batch, message, mend]) => {
  expect(found(batch)).toEqual([expect.objectContaining({ severity: 'error', message, path: AT, ...(mend && { mend }) })]);
});

test.each<[Json]>([
  [graph({ identifier: 'linux' }, { 'identifier': 'test', 'depend-on': ['linux', 'linux'] }, { 'identifier': 'after', 'depend-on': ['test', 'linux'] })],
  [{ 'fast-fail': false, 'build-list': [{ identifier: 'linux' }, { identifier: 'windows' }, { buildspec: 'a.yml' }] }],
  [{ 'build-matrix': { static: { 'ignore-failure': false } } }],
])('%j is not', batch => {
  expect(found(batch)).toEqual([]);
});

test('a build of an unknown name may be the one that others wait for', () => {
  const text = { 'Fn::Sub': JSON.stringify({ ...VALID, batch: graph({ identifier: '${Given}' }, { 'identifier': 'test', 'depend-on': ['linux'] }) }) };
  expect(foundBy(BUILDSPEC_BATCH, built(text))).toEqual([]);
});

test('a batch that cannot be built is found also where no action starts it', () => {
  for (const isBatch of ['false', { Ref: 'Given' }]) {
    expect(found(graph({ 'identifier': 'test', 'depend-on': ['nobody'] }), isBatch)).toHaveLength(1);
  }
});

test('a batch of ten thousand builds is soon read', () => {
  const builds = Array.from({ length: 10_000 }, (_, at) => ({ 'identifier': `build${at}`, 'depend-on': at ? [`build${at - 1}`, 'build0'] : [] }));
  expect(found(graph(...builds))).toEqual([]);
});
