import { Json, Mutation } from './subject';

const STORE = { Type: 'S3', Location: 'acme-artifacts' };

/** Some store of the pipeline. */
const storeOf = ({ ArtifactStore, ArtifactStores }: Json) => ArtifactStore ?? ArtifactStores[0].ArtifactStore;

export const STORE_MUTATIONS: readonly Mutation[] = [
  {
    rule: 'conveyor:store-missing',
    what: 'no store',
    mutate: ({ pipeline }) => {
      delete pipeline.ArtifactStore;
      delete pipeline.ArtifactStores;
    },
  },
  {
    rule: 'conveyor:store-both',
    what: 'one store beside several',
    mutate: ({ pipeline }) => {
      pipeline.ArtifactStore ??= STORE;
      pipeline.ArtifactStores ??= [{ Region: 'eu-west-1', ArtifactStore: STORE }];
    },
  },
  {
    rule: 'conveyor:store-type',
    what: 'another kind of store, or none of its parts',
    mutate: ({ pipeline, choices }) => {
      Object.assign(storeOf(pipeline), choices.pick<object>([{ Type: 's3' }, { Type: undefined }, { Location: undefined }, { Location: 'arn:aws:s3:::b' }, { EncryptionKey: { Id: 'k' } }]));
    },
  },
  {
    rule: 'conveyor:store-region',
    what: 'two stores for a region',
    mutate: ({ pipeline }) => {
      delete pipeline.ArtifactStore;
      pipeline.ArtifactStores = ['one', 'two'].map(name => ({ Region: 'eu-west-1', ArtifactStore: { ...STORE, Location: `acme-${name}` } }));
    },
  },
  {
    rule: 'conveyor:store-key-region',
    what: 'a key of another region',
    mutate: ({ pipeline }) => {
      delete pipeline.ArtifactStore;
      pipeline.ArtifactStores = [{ Region: 'eu-west-1', ArtifactStore: { ...STORE, EncryptionKey: { Type: 'KMS', Id: 'arn:aws:kms:us-east-1:111111111111:key/1a2b' } } }];
    },
  },
  {
    rule: 'conveyor:store-key',
    what: 'another account, and no key',
    mutate: subject => {
      const { pipeline } = subject;
      pipeline.RoleArn = 'arn:aws:iam::111111111111:role/pipeline';
      delete pipeline.ArtifactStores;
      pipeline.ArtifactStore = subject.choices.pick<object>([STORE, { ...STORE, EncryptionKey: { Type: 'KMS', Id: 'alias/artifacts' } }]);
      subject.added('Deploy/S3', { Configuration: { BucketName: 'acme-site', Extract: 'true' }, RoleArn: 'arn:aws:iam::999999999999:role/deploy' });
    },
  },
  {
    rule: 'conveyor:store-region',
    what: 'two stores for a region that nobody knows',
    mutate: ({ pipeline, template }) => {
      template.Parameters = { ...template.Parameters, Where: { Type: 'String' } };
      delete pipeline.ArtifactStore;
      pipeline.ArtifactStores = ['one', 'two'].map(name => ({ Region: { Ref: 'Where' }, ArtifactStore: { ...STORE, Location: `acme-${name}` } }));
    },
  },
  {
    rule: 'conveyor:store-key-unfit',
    what: 'a key of the template that encrypts nothing',
    mutate: ({ pipeline, template, choices }) => {
      const properties = choices.pick<object>([{ KeySpec: 'RSA_4096', KeyUsage: 'ENCRYPT_DECRYPT' }, { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }, { Enabled: false }]);
      template.Resources.AddedKey = { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: {}, ...properties } };
      storeOf(pipeline).EncryptionKey = { Type: 'KMS', Id: choices.pick<object>([{ Ref: 'AddedKey' }, { 'Fn::GetAtt': ['AddedKey', 'Arn'] }]) };
    },
  },
];
