import { CONFIGURATION_UNKNOWN } from '../../../src/checks/configuration/unknown';
import { foundBy, pathTo, saidBy } from '../found-by';
import { having } from './action';

test.each<[string, string, string, string]>([
  ['Build CodeBuild', 'Projectname', 'CodeBuild has no key "Projectname".', 'Did you mean ProjectName?'],
  ['Deploy S3', 'Bucket', 'S3 has no key "Bucket".', expect.stringContaining('BucketName')],
  ['Deploy CloudFormation', 'ParameterOverride', 'CloudFormation has no key "ParameterOverride".', 'Did you mean ParameterOverrides?'],
  ['Approval Manual', 'NotificationARN', 'Manual has no key "NotificationARN".', 'Did you mean NotificationArn?'],
  ['Compute Commands', 'Commands', 'Commands has no key "Commands".', expect.stringContaining('EnvironmentType')],
])('%s does not take %s', (type, key, message, mend) => {
  expect(foundBy(CONFIGURATION_UNKNOWN, having({ type, configuration: { [key]: 'x' } }))).toEqual([expect.objectContaining({
    message, mend, path: pathTo('Stages', 1, 'Actions', 0, 'Configuration', key),
  })]);
});

test('a key that all objects inherit is none of a provider', () => {
  expect(saidBy(CONFIGURATION_UNKNOWN, having({ type: 'Deploy S3', configuration: { constructor: 'x' } }))).toEqual(['S3 has no key "constructor".']);
});

test.each<[string, unknown]>([
  ['Build CodeBuild', { ProjectName: 'x', BuildspecOverride: 'x', ServiceRoleArnOverride: 'x', CombineArtifacts: 'true' }],
  ['Test DeviceFarm', { AppiumVersion: '1.7.2', TestSpec: 'x' }],
  ['Deploy CodeDeployToECS', { Image4ArtifactName: 'x', Image4ContainerName: 'x' }],
  ['Source S3', { AllowOverrideForS3ObjectKey: 'true' }],
  ['Deploy S3', { 'Fn::Transform': { Name: 'AWS::Include' }, 'BucketName': 'x' }],
  ['Build Forge Custom', { Anything: 'x' }],
  ['Build TeamCity Custom', { Anything: 'x' }],
  ['Invoke Snyk ThirdParty', { Anything: 'x' }],
])('%s takes %j', (type, configuration) => {
  expect(saidBy(CONFIGURATION_UNKNOWN, having({ type, configuration }))).toEqual([]);
});
