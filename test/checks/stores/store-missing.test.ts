import { STORE_MISSING } from '../../../src/checks/stores/store-missing';
import { foundBy, pathTo, saidBy, UNKNOWN } from '../found-by';

test('a pipeline without a store is found', () => {
  expect(foundBy(STORE_MISSING, pipeline => {
    delete pipeline.ArtifactStore;
  })).toEqual([expect.objectContaining({ severity: 'error', part: undefined, message: 'The pipeline has neither ArtifactStore nor ArtifactStores.', path: pathTo() })]);
});

test.each<[string, object, number]>([
  ['an empty list of stores', { ArtifactStores: [] }, 1],
  ['no value', { ArtifactStore: { Ref: 'AWS::NoValue' } }, 1],
  ['several stores', { ArtifactStores: [{ Region: 'eu-west-1', ArtifactStore: { Type: 'S3', Location: 'artifacts' } }] }, 0],
  ['unknown stores', { ArtifactStores: UNKNOWN }, 0],
  ['an unknown store', { ArtifactStore: UNKNOWN }, 0],
  ['a macro', { 'Fn::Transform': { Name: 'Stores' } }, 0],
])('with %s', (_what, change, count) => {
  expect(saidBy(STORE_MISSING, pipeline => {
    delete pipeline.ArtifactStore;
    Object.assign(pipeline, change);
  })).toHaveLength(count);
});

test('of a pipeline that a macro makes nothing is said', () => {
  expect(saidBy(STORE_MISSING, (_pipeline, template) => {
    template.Resources.Pipeline.Properties = { 'Fn::Transform': { Name: 'Pipeline' } };
  })).toEqual([]);
});
