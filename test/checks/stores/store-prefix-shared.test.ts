import { STORE_PREFIX_SHARED } from '../../../src/checks/stores/store-prefix-shared';
import { type Json, validTemplate } from '../fixture';
import { foundBy, saidBy, UNKNOWN } from '../found-by';

const beside = (name: unknown, other: unknown, location: unknown = 'artifacts') => (pipeline: Json, template: Json) => {
  pipeline.Name = name;
  const another = validTemplate().Resources.Pipeline;
  another.Properties.Name = other;
  another.Properties.ArtifactStore.Location = location;
  template.Resources.Another = another;
};

test('two pipelines that share twenty characters and a bucket are a warning', () => {
  expect(foundBy(STORE_PREFIX_SHARED, beside('shop-backend-service-live', 'shop-backend-service-test'))).toEqual([expect.objectContaining({
    severity: 'warning',
    message: 'The pipelines shop-backend-service-live and shop-backend-service-test keep their artifacts under shop-backend-service/ in the same bucket.',
    path: ['Resources', 'Another', 'Properties', 'Name'],
  })]);
});

test.each<[string, unknown, unknown, unknown]>([
  ['names that differ at the twentieth character', 'shop-backend-servica-live', 'shop-backend-service-live', 'artifacts'],
  ['another bucket', 'shop-backend-service-live', 'shop-backend-service-test', 'others'],
  ['an unknown bucket', 'shop-backend-service-live', 'shop-backend-service-test', UNKNOWN],
  ['an unknown name', 'shop-backend-service-live', UNKNOWN, 'artifacts'],
  ['no name', 'Another', undefined, 'artifacts'],
])('%s are not', (_what, name, other, location) => {
  expect(saidBy(STORE_PREFIX_SHARED, beside(name, other, location))).toEqual([]);
});

test.each<[unknown]>([[{ Ref: 'Artifacts' }], [{ Ref: 'Bucket' }], [UNKNOWN]])('so are two with the bucket %j, whatever its name is', bucket => {
  expect(saidBy(STORE_PREFIX_SHARED, (pipeline, template) => {
    beside('shop-backend-service-live', 'shop-backend-service-test', bucket)(pipeline, template);
    pipeline.ArtifactStore.Location = bucket;
    template.Parameters = { Bucket: { Type: 'String' } };
    template.Resources.Artifacts = { Type: 'AWS::S3::Bucket', Properties: {} };
  })).toHaveLength(1);
});

test('two references may be two buckets', () => {
  expect(saidBy(STORE_PREFIX_SHARED, (pipeline, template) => {
    beside('shop-backend-service-live', 'shop-backend-service-test', { Ref: 'Artifacts' })(pipeline, template);
    pipeline.ArtifactStore.Location = { Ref: 'Others' };
    for (const id of ['Artifacts', 'Others']) template.Resources[id] = { Type: 'AWS::S3::Bucket', Properties: {} };
  })).toEqual([]);
});
