import { inIreland } from './in-a-place';
import { STORE_KEY_REGION } from '../../../src/checks/stores/store-key-region';
import type { Json } from '../fixture';
import { pathTo, saidBy, UNKNOWN } from '../found-by';

const key = (Id: unknown) => ({ Type: 'KMS', Id });
const IRELAND = 'arn:aws:kms:eu-west-1:111111111111:key/1a2b';
const several = (Region: unknown, id: unknown) => (pipeline: Json) => {
  delete pipeline.ArtifactStore;
  pipeline.ArtifactStores = [
    { Region: 'eu-west-1', ArtifactStore: { Type: 'S3', Location: 'here', EncryptionKey: key(IRELAND) } },
    { Region, ArtifactStore: { Type: 'S3', Location: 'there', EncryptionKey: key(id) } },
  ];
};
const one = (id: unknown) => (pipeline: Json) => { pipeline.ArtifactStore.EncryptionKey = key(id); };

test('the key of another region is found', () => {
  expect(inIreland(STORE_KEY_REGION, several('us-east-1', IRELAND))).toEqual([expect.objectContaining({
    severity: 'error',
    message: 'The store is in us-east-1, and its key in eu-west-1.',
    mend: 'Name a key of us-east-1.',
    path: pathTo('ArtifactStores', 1, 'ArtifactStore', 'EncryptionKey', 'Id'),
  })]);
});

test.each<[unknown]>([
  ['arn:aws:kms:us-east-1:111111111111:alias/artifacts'],
  [{ 'Fn::Sub': 'arn:${AWS::Partition}:kms:us-east-1:${AWS::AccountId}:key/1a2b' }],
])('so is %j for the one store of a pipeline', id => {
  expect(inIreland(STORE_KEY_REGION, one(id))).toHaveLength(1);
});

test.each<[string, (pipeline: Json) => void]>([
  ['a key of the same region', several('us-east-1', 'arn:aws:kms:us-east-1:111111111111:key/1a2b')],
  ['a key by its id', several('us-east-1', '1a2b')],
  ['an alias', several('us-east-1', 'alias/artifacts')],
  ['an unknown key', several('us-east-1', UNKNOWN)],
  ['a key of an unknown region', several('us-east-1', { 'Fn::Join': ['', ['arn:aws:kms:', UNKNOWN, ':111111111111:key/1a2b']] })],
  ['a store in an unknown region', several(UNKNOWN, IRELAND)],
  ['a key of the pipeline\'s region', one(IRELAND)],
  ['no key', pipeline => { delete pipeline.ArtifactStore.EncryptionKey; }],
])('%s is not', (_, change) => {
  expect(inIreland(STORE_KEY_REGION, change)).toEqual([]);
});

test('nothing is said of one store where the pipeline\'s region is unknown', () => {
  expect(saidBy(STORE_KEY_REGION, one(IRELAND))).toEqual([]);
});
