import { STORE_TYPE } from '../../../src/checks/stores/store-type';
import { foundBy, pathTo, saidBy, UNKNOWN } from '../found-by';

const stored = (store: unknown) => saidBy(STORE_TYPE, pipeline => {
  pipeline.ArtifactStore = store;
});

test('another type than S3 is found', () => {
  expect(foundBy(STORE_TYPE, pipeline => {
    pipeline.ArtifactStore.Type = 'EFS';
  })).toEqual([expect.objectContaining({ severity: 'error', message: 'Its Type is "EFS".', mend: 'Use S3.', path: pathTo('ArtifactStore', 'Type') })]);
});

const STORE = { Type: 'S3', Location: 'artifacts' };

test.each<[unknown, string]>([
  [{ Location: 'artifacts' }, 'It has no Type.'],
  [{ Type: 'S3' }, 'It has no Location.'],
  [{ Type: 'S3', Location: '' }, 'Its Location is empty.'],
  [{ Type: 'S3', Location: 'arn:aws:s3:::artifacts' }, 'Its location is "arn:aws:s3:::artifacts".'],
  [{ Type: 'S3', Location: 's3://artifacts/shop' }, 'Its location is "s3://artifacts/shop".'],
  [{ Type: 'S3', Location: 'ab' }, 'Its location "ab" has 2 characters; a bucket\'s name has 3 to 63.'],
  ['artifacts', 'The store "artifacts" is no object.'],
  [{ ...STORE, EncryptionKey: { Type: 'AES256', Id: 'k' } }, 'Its Type is "AES256".'],
  [{ ...STORE, EncryptionKey: { Type: 'KMS' } }, 'It has no Id.'],
  [{ ...STORE, EncryptionKey: { Id: 'k' } }, 'It has no Type.'],
  [{ ...STORE, EncryptionKey: 'alias/key' }, 'The key "alias/key" is no object.'],
])('the store %j is found', (store, message) => {
  expect(stored(store)).toEqual([message]);
});

test.each<[unknown]>([
  [STORE],
  [{ ...STORE, EncryptionKey: { Type: 'KMS', Id: 'alias/key' } }],
  [{ Type: UNKNOWN, Location: UNKNOWN, EncryptionKey: { Type: UNKNOWN, Id: UNKNOWN } }],
  [{ Type: 'S3', Location: { 'Fn::Sub': 'artifacts-${AWS::AccountId}' } }],
  [UNKNOWN],
])('the store %j is not', store => {
  expect(stored(store)).toEqual([]);
});

test('a bucket beside the pipeline may have a long logical id', () => {
  const logicalId = `Bucket${'x'.repeat(80)}`;
  expect(saidBy(STORE_TYPE, (pipeline, template) => {
    template.Resources[logicalId] = { Type: 'AWS::S3::Bucket' };
    pipeline.ArtifactStore.Location = { Ref: logicalId };
  })).toEqual([]);
});

test('several stores are a list, each with a store', () => {
  const several = (stores: unknown) => saidBy(STORE_TYPE, pipeline => {
    delete pipeline.ArtifactStore;
    pipeline.ArtifactStores = stores;
  });
  expect(several({ 'eu-west-1': STORE })).toEqual(['ArtifactStores is no list.']);
  expect(several([{ Region: 'eu-west-1' }])).toEqual(['The entry has no ArtifactStore.']);
  expect(several([{ Region: 'eu-west-1', ArtifactStore: { Type: 'S3' } }])).toEqual(['It has no Location.']);
  expect(several([{ Region: 'eu-west-1', ArtifactStore: STORE }])).toEqual([]);
});
