import { Declared, ResourceIndex, type ResourcePlan } from '../../src/plan';

const bucket = (stackName: string, logicalId: string, name = logicalId): ResourcePlan => ({
  type: 'AWS::S3::Bucket', logicalId, name, arn: `arn:aws:s3:::${name}`, properties: {}, metadata: {}, stackName, account: '1', region: 'r', folder: '/', file: '/t', declared: Declared.NOTHING,
});

test('a resource is found by name, ARN and logical id, within its type', () => {
  const index = new ResourceIndex([bucket('A', 'Site', 'shop-site')]);
  for (const key of ['shop-site', 'arn:aws:s3:::shop-site', 'Site']) expect(index.find('AWS::S3::Bucket', key)?.logicalId).toBe('Site');
  expect(index.find('AWS::SNS::Topic', 'Site')).toBeUndefined();
});

test('of two with the same name, the one in the same stack is meant', () => {
  const index = new ResourceIndex([bucket('A', 'Site'), bucket('B', 'Site')]);
  expect(index.find('AWS::S3::Bucket', 'Site', 'B')?.stackName).toBe('B');
  expect(index.find('AWS::S3::Bucket', 'Site')?.stackName).toBe('A');
});

test('an unknown name that two of a stack could have means neither', () => {
  const unknown = '{unresolved:Given}';
  const index = new ResourceIndex([bucket('A', 'Site', unknown), bucket('A', 'Files', unknown), bucket('B', 'Site', unknown)]);
  expect(index.find('AWS::S3::Bucket', unknown, 'A')).toBeUndefined();
  expect(index.find('AWS::S3::Bucket', unknown)).toBeUndefined();
  expect(index.find('AWS::S3::Bucket', unknown, 'B')?.stackName).toBe('B');
});
