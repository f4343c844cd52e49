import { SOURCE_BUCKET } from '../../../src/checks/configuration/source-bucket';
import { actionIn, type Json } from '../fixture';
import { foundBy, pathTo, UNKNOWN } from '../found-by';

const BESIDE = { Ref: 'Code' };
const found = (properties: Json, name: unknown, change?: (template: Json) => void) => foundBy(SOURCE_BUCKET, (pipeline, template) => {
  template.Resources.Code = { Type: 'AWS::S3::Bucket', Properties: properties };
  Object.assign(actionIn(pipeline, 'Source/Shop'), { ActionTypeId: { Category: 'Source', Owner: 'AWS', Provider: 'S3', Version: '1' }, Configuration: { S3Bucket: name, S3ObjectKey: 'a.zip' } });
  change?.(template);
});

test.each<[Json, unknown]>([[undefined, BESIDE], [{}, BESIDE], [{ VersioningConfiguration: { Status: 'Suspended' } }, BESIDE], [{ BucketName: 'acme' }, 'acme']])('a bucket with %j, named %j, is found', (properties, name) => {
  expect(found(properties, name)).toEqual([expect.objectContaining({
    severity: 'error', message: 'The bucket Code keeps no versions of its objects.', path: pathTo('Stages', 0, 'Actions', 0, 'Configuration', 'S3Bucket'),
  })]);
});

test.each<[Json, unknown]>([
  [{ VersioningConfiguration: { Status: 'Enabled' } }, BESIDE], [{ VersioningConfiguration: { Status: UNKNOWN } }, BESIDE], [{ VersioningConfiguration: UNKNOWN }, BESIDE],
  [{}, 'acme'], [{}, UNKNOWN],
])('one with %j, named %j, is not', (properties, name) => {
  expect(found(properties, name)).toEqual([]);
});

test('what a condition decides is not known', () => {
  expect(found({ VersioningConfiguration: { 'Fn::If': ['Here', { Status: 'Enabled' }, { Ref: 'AWS::NoValue' }] } }, BESIDE, template => {
    template.Parameters = { Place: { Type: 'String' } };
    template.Conditions = { Here: { 'Fn::Equals': [{ Ref: 'Place' }, 'here'] } };
  })).toEqual([]);
});
