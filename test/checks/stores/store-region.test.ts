import { inIreland } from './in-a-place';
import { STORE_REGION } from '../../../src/checks/stores/store-region';
import { actionIn, type Json } from '../fixture';
import { foundBy, pathTo, saidBy, UNKNOWN } from '../found-by';

const stores = (...regions: unknown[]) => regions.map(Region => ({ Region, ArtifactStore: { Type: 'S3', Location: 'artifacts' } }));
const change = (region: unknown, several?: unknown) => (pipeline: Json) => {
  actionIn(pipeline, 'Production/Site').Region = region;
  if (several === undefined) return;
  delete pipeline.ArtifactStore;
  pipeline.ArtifactStores = several;
};
const said = (...args: Parameters<typeof change>) => inIreland(STORE_REGION, change(...args)).map(({ message }) => message);

test('an action in another region than the one store is found', () => {
  expect(inIreland(STORE_REGION, change('us-east-1'))).toEqual([expect.objectContaining({
    severity: 'error',
    part: 'Production/Site',
    message: 'The action runs in us-east-1, and the pipeline has one store in eu-west-1.',
    path: pathTo('Stages', 3, 'Actions', 0, 'Region'),
  })]);
});

test.each<[unknown, unknown, string]>([
  ['us-east-1', stores('eu-west-1'), 'The action runs in us-east-1, and there is no store for it.'],
  [undefined, stores('us-east-1'), 'There is no store for eu-west-1, the pipeline\'s own region.'],
  [undefined, stores('eu-west-1', 'us-east-1', 'us-east-1'), 'There are two stores for us-east-1.'],
  [undefined, [...stores('eu-west-1'), { ArtifactStore: { Type: 'S3', Location: 'b' } }], 'The store says no region.'],
])('an action in %j with the stores %j is found', (region, several, message) => {
  expect(said(region, several)).toEqual([message]);
});

test.each<[unknown, unknown]>([
  ['eu-west-1', undefined],
  [UNKNOWN, undefined],
  [{ Ref: 'AWS::Region' }, undefined],
  ['us-east-1', stores('eu-west-1', 'us-east-1')],
  ['us-east-1', stores({ Ref: 'AWS::Region' }, 'us-east-1')],
  ['us-east-1', stores('eu-west-1', UNKNOWN)],
  ['us-east-1', UNKNOWN],
])('an action in %j with the stores %j is not', (region, several) => {
  expect(said(region, several)).toEqual([]);
});

test('where the pipeline\'s region is unknown, one action in one region may be in it', () => {
  expect(saidBy(STORE_REGION, change('us-east-1'))).toEqual([]);
  expect(saidBy(STORE_REGION, change('us-east-1', stores('us-east-1')))).toEqual([]);
});

test('and two in two regions cannot both be', () => {
  expect(foundBy(STORE_REGION, pipeline => {
    change('us-east-1')(pipeline);
    actionIn(pipeline, 'Build/Compile').Region = 'eu-west-1';
  })).toEqual([expect.objectContaining({ part: 'Production/Site', message: 'The action runs in us-east-1, and the pipeline has one store.' })]);
});

test.each<[unknown, string]>([[{ Ref: 'AWS::Region' }, '${AWS::Region}'], [{ Ref: 'Place' }, '${Place}'], [UNKNOWN, '${ImportValue told-elsewhere}']])('two stores for %j are for the same region, whatever it is', (region, shown) => {
  expect(saidBy(STORE_REGION, (pipeline, template) => {
    template.Parameters = { Place: { Type: 'String' } };
    change(undefined, stores(region, region))(pipeline);
  })).toEqual([`There are two stores for ${shown}.`]);
});

test('two stores for regions that are unknown may be for two', () => {
  expect(saidBy(STORE_REGION, change(undefined, stores(UNKNOWN, { Ref: 'AWS::Region' })))).toEqual([]);
});

test('an action in the pipeline\'s own region has its store, by the same reference', () => {
  expect(saidBy(STORE_REGION, change({ Ref: 'AWS::Region' }, stores({ Ref: 'AWS::Region' }, 'us-east-1')))).toEqual([]);
});

describe('a store with a bucket of the template', () => {
  const made = (...regions: unknown[]) => (pipeline: Json, template: Json) => {
    delete pipeline.ArtifactStore;
    pipeline.ArtifactStores = regions.map((Region, at) => ({ Region, ArtifactStore: { Type: 'S3', Location: { Ref: `Bucket${at}` } } }));
    regions.forEach((_, at) => { template.Resources[`Bucket${at}`] = { Type: 'AWS::S3::Bucket', Properties: {} }; });
  };

  test('is in one region with all others: that of the stack', () => {
    expect(saidBy(STORE_REGION, made('eu-west-1', 'us-east-1'))).toEqual(['The store is to be in us-east-1, and the template makes its bucket in eu-west-1.']);
  });

  test('may be in the only one that it says', () => {
    expect(saidBy(STORE_REGION, made('eu-west-1'))).toEqual([]);
    expect(saidBy(STORE_REGION, made({ Ref: 'AWS::Region' }))).toEqual([]);
  });
});
