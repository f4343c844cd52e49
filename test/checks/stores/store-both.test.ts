import { STORE_BOTH } from '../../../src/checks/stores/store-both';
import { foundBy, pathTo, saidBy, UNKNOWN } from '../found-by';

const STORES = [{ Region: 'eu-west-1', ArtifactStore: { Type: 'S3', Location: 'artifacts' } }];

test('one store beside several is found', () => {
  expect(foundBy(STORE_BOTH, pipeline => {
    pipeline.ArtifactStores = STORES;
  })).toEqual([expect.objectContaining({ severity: 'error', message: 'The pipeline has ArtifactStore, too.', path: pathTo('ArtifactStores') })]);
});

test('one or the other, as a condition decides, is not', () => {
  expect(saidBy(STORE_BOTH, (pipeline, template) => {
    template.Parameters = { Regions: { Type: 'String' } };
    template.Conditions = { Many: { 'Fn::Equals': [{ Ref: 'Regions' }, 'many'] } };
    pipeline.ArtifactStores = { 'Fn::If': ['Many', STORES, { Ref: 'AWS::NoValue' }] };
    pipeline.ArtifactStore = { 'Fn::If': ['Many', { Ref: 'AWS::NoValue' }, pipeline.ArtifactStore] };
  })).toEqual([]);
});

test.each<[unknown]>([[UNKNOWN], [[]], [null]])('with the stores %j it is not', stores => {
  expect(saidBy(STORE_BOTH, pipeline => {
    pipeline.ArtifactStores = stores;
  })).toEqual([]);
});
