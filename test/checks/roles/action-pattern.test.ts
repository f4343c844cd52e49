import { meansAction } from '../../../src/checks/roles/action-pattern';

test.each<[string, boolean]>([
  ['s3:GetObject', true], ['S3:getobject', true], ['s3:Get*', true], ['s3:*Object', true], ['*', true], ['*:*', true], ['s3:Get??ject', true], ['s*3*:*G*t*O*', true], ['s3:GetObject*', true],
  ['s3:GetObjects', false], ['s3:GetObjec', false], ['s3:Get?', false], ['s3:Put*', false], ['', false], ['s3:*x', false],
])('%j means s3:GetObject: %s', (pattern, means) => {
  expect(meansAction(pattern, 's3:GetObject')).toBe(means);
});

test('a pattern of a stranger takes no time', () => {
  expect(meansAction(`${'*a'.repeat(5000)}b`, 'a'.repeat(60))).toBe(false);
});
