import { STORE_KEY_UNFIT } from '../../../src/checks/stores/store-key-unfit';
import { type Json } from '../fixture';
import { foundBy, pathTo, saidBy, UNKNOWN } from '../found-by';

const ARN = { 'Fn::GetAtt': ['Key', 'Arn'] };
const change = (properties: object, id: unknown = ARN) => (pipeline: Json, template: Json) => {
  template.Parameters = { Given: { Type: 'String' } };
  template.Resources.Key = { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: {}, ...properties } };
  template.Resources.Alias = { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/artifacts', TargetKeyId: { Ref: 'Key' } } };
  pipeline.ArtifactStore.EncryptionKey = { Type: 'KMS', Id: id };
};
const RSA = { KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' };

test('a key that is not symmetric is found', () => {
  expect(foundBy(STORE_KEY_UNFIT, change(RSA))).toEqual([expect.objectContaining({
    severity: 'error', message: 'The key Key is of the kind RSA_2048, and not symmetric.', path: pathTo('ArtifactStore', 'EncryptionKey', 'Id'),
  })]);
});

test.each<[object, string]>([
  [{ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }, 'is of the kind ECC_NIST_P256, and not symmetric'],
  [{ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }, 'is of the kind HMAC_256, and not symmetric'],
  [{ KeyUsage: 'SIGN_VERIFY' }, 'is for SIGN_VERIFY, and not for encryption'],
  [{ Enabled: false }, 'is disabled'],
  [{ Enabled: 'false' }, 'is disabled'],
])('so is one with %j', (properties, wrong) => {
  expect(saidBy(STORE_KEY_UNFIT, change(properties))).toEqual([`The key Key ${wrong}.`]);
});

test.each<[unknown]>([[{ Ref: 'Key' }], [ARN], [{ Ref: 'Alias' }], ['alias/artifacts']])('the key is found by %j', id => {
  expect(saidBy(STORE_KEY_UNFIT, change(RSA, id))).toHaveLength(1);
});

test.each<[string, object, unknown]>([
  ['one that says nothing of itself', {}, ARN],
  ['one that says what is so anyway', { KeySpec: 'SYMMETRIC_DEFAULT', KeyUsage: 'ENCRYPT_DECRYPT', Enabled: true, MultiRegion: true }, ARN],
  ['one of a kind that is unknown', { KeySpec: { Ref: 'Given' }, Enabled: UNKNOWN }, ARN],
  ['one of a kind that a condition decides', { KeySpec: { 'Fn::If': ['Here', 'RSA_2048', 'SYMMETRIC_DEFAULT'] } }, ARN],
  ['one that is enabled where a condition says so', { Enabled: { 'Fn::If': ['Here', true, false] } }, ARN],
  ['another one', RSA, 'arn:aws:kms:eu-west-1:111111111111:key/1a2b'],
  ['one whose id is the name of that in the template', RSA, 'Key'],
  ['another alias', RSA, 'alias/others'],
  ['an unknown one', RSA, UNKNOWN],
])('%s is not', (_what, properties, id) => {
  expect(saidBy(STORE_KEY_UNFIT, (pipeline, template) => {
    change(properties, id)(pipeline, template);
    template.Conditions = { Here: { 'Fn::Equals': [{ Ref: 'Given' }, 'here'] } };
  })).toEqual([]);
});

test('an alias means nothing in another region', () => {
  expect(saidBy(STORE_KEY_UNFIT, (pipeline, template) => {
    change(RSA)(pipeline, template);
    delete pipeline.ArtifactStore;
    pipeline.ArtifactStores = [{ Region: 'us-east-1', ArtifactStore: { Type: 'S3', Location: 'there', EncryptionKey: { Type: 'KMS', Id: 'alias/artifacts' } } }];
  })).toEqual([]);
});
