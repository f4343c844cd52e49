import { CONFIGURATION_FORM } from '../../../src/checks/configuration/form';
import { CONFIGURATION_NUMBER } from '../../../src/checks/configuration/number';
import { CONFIGURATION_VALUE } from '../../../src/checks/configuration/value';
import { foundBy, pathTo, saidBy } from '../found-by';
import { having } from './action';

const LATER = [{ Ref: 'Late' }, '#{Compile.Anything}', { 'Fn::Sub': 'x ${Late}' }, '{{resolve:ssm:/a}}', { Ref: 'AWS::NoValue' }];

describe('values of a few', () => {
  test.each<[string, string, unknown, string]>([
    ['Deploy CloudFormation', 'ActionMode', 'CREATE', 'Use one of CREATE_UPDATE, REPLACE_ON_FAILURE, DELETE_ONLY, CHANGE_SET_REPLACE, CHANGE_SET_EXECUTE.'],
    ['Deploy CloudFormation', 'ActionMode', 'create_update', 'Write CREATE_UPDATE.'],
    ['Deploy S3', 'Extract', 'yes', 'Use one of true, false.'],
    ['Deploy S3', 'CannedACL', 'PublicRead', expect.stringContaining('public-read')],
    ['Source CodeCommit', 'OutputArtifactFormat', 'ZIP', 'Use one of CODE_ZIP, CODEBUILD_CLONE_REF.'],
    ['Invoke InspectorScan', 'InspectorRunMode', 'ImageScan', expect.any(String)],
    ['Source S3', 'PollForSourceChanges', 0, 'Use one of true, false.'],
  ])('%s does not take %s: %j', (type, key, value, mend) => {
    expect(foundBy(CONFIGURATION_VALUE, having({ type, configuration: { [key]: value } }))).toEqual([expect.objectContaining({
      message: `${type.split(' ')[1]} does not take "${value}" as ${key}.`, mend, path: pathTo('Stages', 1, 'Actions', 0, 'Configuration', key),
    })]);
  });

  test.each([true, false, 'true', 'False', ...LATER])('Extract may be %j', value => {
    expect(saidBy(CONFIGURATION_VALUE, having({ type: 'Deploy S3', configuration: { Extract: value } }))).toEqual([]);
  });
});

describe('numbers', () => {
  test.each<[string, string, unknown, string]>([
    ['Deploy ECS', 'DeploymentTimeout', 61, 'Use a whole number from 1 to 60.'],
    ['Deploy ECS', 'DeploymentTimeout', '0', 'Use a whole number from 1 to 60.'],
    ['Deploy ECS', 'DeploymentTimeout', '10 minutes', 'Use a whole number from 1 to 60.'],
    ['Deploy CloudFormationStackSet', 'FailureTolerancePercentage', 101, 'Use a whole number from 0 to 100.'],
    ['Deploy CloudFormationStackInstances', 'MaxConcurrentPercentage', 0, 'Use a whole number from 1 to 100.'],
    ['Invoke InspectorScan', 'CriticalThreshold', -1, 'Use a whole number of 0 or more.'],
    ['Test DeviceFarm', 'FuzzEventCount', 10001, 'Use a whole number from 1 to 10000.'],
    ['Test DeviceFarm', 'Latitude', '91.5', 'Use a number from -90 to 90.'],
  ])('%s does not take %s: %j', (type, key, value, mend) => {
    expect(foundBy(CONFIGURATION_NUMBER, having({ type, configuration: { [key]: value } }))).toEqual([expect.objectContaining({
      message: `${type.split(' ')[1]} does not take "${value}" as ${key}.`, mend,
    })]);
  });

  test.each<[string, string, unknown]>([
    ['Deploy ECS', 'DeploymentTimeout', 60],
    ['Deploy ECS', 'DeploymentTimeout', '1'],
    ['Deploy CloudFormationStackSet', 'FailureTolerancePercentage', 0],
    ['Test DeviceFarm', 'Longitude', '-122.25'],
    ...LATER.map((value): [string, string, unknown] => ['Deploy ECS', 'DeploymentTimeout', value]),
  ])('%s takes %s: %j', (type, key, value) => {
    expect(saidBy(CONFIGURATION_NUMBER, having({ type, configuration: { [key]: value } }))).toEqual([]);
  });
});

const CONNECTION = 'arn:aws:codeconnections:eu-west-1:111111111111:connection/0c5b32f6-6a0f-4d5e-9d6a-5c1a3f0f6a11';

describe('values of a form', () => {
  test.each<[string, string, string, string]>([
    ['Source CodeStarSourceConnection', 'ConnectionArn', 'my-connection', 'the ARN of a connection'],
    ['Source CodeStarSourceConnection', 'ConnectionArn', 'arn:aws:codecommit:eu-west-1:111111111111:shop', 'the ARN of a connection'],
    ['Source CodeStarSourceConnection', 'FullRepositoryId', 'shop', 'owner and repository'],
    ['Source CodeStarSourceConnection', 'FullRepositoryId', 'https://github.com/acme/shop', 'owner and repository'],
    ['Source CodeStarSourceConnection', 'FullRepositoryId', 'git@github.com:acme/shop', 'owner and repository'],
    ['Source CodeStarSourceConnection', 'FullRepositoryId', 'acme/shop.git', 'owner and repository'],
    ['Source CodeStarSourceConnection', 'FullRepositoryId', 'acme/', 'owner and repository'],
    ['Source CodeCommit', 'RepositoryName', 'acme/shop', 'the name of a repository'],
    ['Source S3', 'S3Bucket', 'arn:aws:s3:::shop', 'the name of a bucket'],
    ['Source ECR', 'RepositoryName', '111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop', 'the name of a repository of images'],
    ['Source ECR', 'RepositoryName', 'shop:latest', 'the name of a repository of images'],
    ['Approval Manual', 'NotificationArn', 'releases', 'the ARN of an SNS topic'],
    ['Approval Manual', 'ExternalEntityLink', 'example.com/review', 'an address that begins with http:// or https://'],
    ['Deploy S3', 'BucketName', 's3://shop/site', 'the name of a bucket'],
    ['Deploy CloudFormation', 'RoleArn', 'deploy', 'the ARN of a role'],
    ['Deploy CloudFormation', 'StackName', 'my_stack', 'the name of a stack: a letter, then letters, digits and -, 128 at most'],
    ['Deploy CloudFormation', 'Capabilities', 'IAM', 'a list of CAPABILITY_IAM, CAPABILITY_NAMED_IAM and CAPABILITY_AUTO_EXPAND with commas between them'],
    ['Deploy CloudFormationStackSet', 'Regions', 'eu-west-1 eu-central-1', 'a list of regions with commas between them'],
    ['Deploy CloudFormationStackSet', 'DeploymentTargets', '1111', expect.any(String)],
    ['Deploy EC2', 'MaxBatch', 'half', 'a number or a percentage'],
    ['Invoke StepFunctions', 'StateMachineArn', 'migration', 'the ARN of a state machine'],
  ])('%s does not take %s: %j', (type, key, value, is) => {
    const [found, ...others] = foundBy(CONFIGURATION_FORM, having({ type, configuration: { [key]: value } }));
    expect(others).toEqual([]);
    expect(found.message).toEqual(typeof is === 'string' ? `${key} is "${value}", which is not ${is}.` : is);
    expect(found.path).toEqual(pathTo('Stages', 1, 'Actions', 0, 'Configuration', key));
  });

  test.each<[string, string, unknown]>([
    ['Source CodeStarSourceConnection', 'ConnectionArn', CONNECTION],
    ['Source CodeStarSourceConnection', 'ConnectionArn', CONNECTION.replace('codeconnections', 'codestar-connections').replace('arn:aws', 'arn:aws-us-gov')],
    ['Source CodeStarSourceConnection', 'FullRepositoryId', 'group/sub-group/shop'],
    ['Source CodeStarSourceConnection', 'FullRepositoryId', 'acme/My Project/shop.web'],
    ['Source ECR', 'RepositoryName', 'acme/shop'],
    ['Source S3', 'S3Bucket', 'Old_Bucket'],
    ['Approval Manual', 'NotificationArn', 'arn:aws:sns:eu-west-1:111111111111:releases.fifo'],
    ['Approval Manual', 'ExternalEntityLink', 'http://example.com/?a=b#c'],
    ['Deploy CloudFormation', 'Capabilities', 'CAPABILITY_NAMED_IAM, CAPABILITY_AUTO_EXPAND'],
    ['Deploy CloudFormation', 'StackName', 'arn:aws:cloudformation:eu-west-1:111111111111:stack/shop/1'],
    ['Deploy CloudFormationStackSet', 'Regions', 'eu-west-1,us-gov-west-1'],
    ['Deploy CloudFormationStackSet', 'DeploymentTargets', '111111111111, 222222222222'],
    ['Deploy CloudFormationStackSet', 'DeploymentTargets', 'ou-ab12-cdef3456,r-ab12'],
    ['Deploy CloudFormationStackSet', 'DeploymentTargets', 'ShopSource::accounts.json'],
    ['Deploy EC2', 'MaxBatch', 2],
    ['Deploy EC2', 'MaxError', '10%'],
    ['Invoke StepFunctions', 'StateMachineArn', 'arn:aws:states:eu-west-1:111111111111:stateMachine:migration:live'],
    ...LATER.map((value): [string, string, unknown] => ['Source CodeStarSourceConnection', 'ConnectionArn', value]),
  ])('%s takes %s: %j', (type, key, value) => {
    expect(saidBy(CONFIGURATION_FORM, having({ type, configuration: { [key]: value } }))).toEqual([]);
  });

  test.each<[string, string, unknown, string]>([
    ['Deploy S3', 'BucketName', { 'Fn::GetAtt': ['Site', 'Arn'] }, 'the name of a bucket'],
    ['Deploy S3', 'BucketName', { 'Fn::Sub': 's3://${Late}' }, 'the name of a bucket'],
    ['Source S3', 'S3Bucket', 'arn:aws:s3:::#{variables.Bucket}', 'the name of a bucket'],
    ['Source CodeCommit', 'RepositoryName', { 'Fn::Sub': 'arn:aws:codecommit:${AWS::Region}:${AWS::AccountId}:shop' }, 'the name of a repository'],
  ])('%s does not take %s: %j, whatever its end is', (type, key, value, is) => {
    expect(saidBy(CONFIGURATION_FORM, (pipeline, template) => {
      having({ type, configuration: { [key]: value } })(pipeline, template);
      template.Resources.Site = { Type: 'AWS::S3::Bucket', Properties: {} };
    })).toEqual([expect.stringMatching(new RegExp(`^${key} is .*, which is not ${is}\\.$`))]);
  });

  const toldOf = (type: string, key: string, value: unknown) => foundBy(CONFIGURATION_FORM, (pipeline, template) => {
    having({ type, configuration: { [key]: value } })(pipeline, template);
    template.Resources.Told = { Type: 'AWS::SNS::Topic', Properties: {} };
    template.Resources.Machine = { Type: 'AWS::StepFunctions::StateMachine', Properties: {} };
  });

  test.each<[string, string, unknown, string]>([
    ['Approval Manual', 'NotificationArn', { 'Fn::GetAtt': ['Told', 'TopicName'] }, 'NotificationArn is the name of Told, which is not the ARN of an SNS topic.'],
    ['Invoke StepFunctions', 'StateMachineArn', { 'Fn::GetAtt': ['Machine', 'Name'] }, 'StateMachineArn is the name of Machine, which is not the ARN of a state machine.'],
  ])('%s does not take the name of a resource as %s', (type, key, value, message) => {
    expect(toldOf(type, key, value)).toEqual([expect.objectContaining({ message, mend: 'Use its ARN.' })]);
  });

  test.each<[string, string, unknown]>([
    ['Approval Manual', 'NotificationArn', { Ref: 'Told' }],
    ['Approval Manual', 'NotificationArn', { Ref: 'Late' }],
    ['Invoke StepFunctions', 'StateMachineArn', { 'Fn::GetAtt': ['Machine', 'Arn'] }],
    ['Deploy S3', 'BucketName', { 'Fn::Sub': 'site-${Late}' }],
    ['Deploy S3', 'BucketName', '#{variables.Bucket}'],
  ])('%s takes as %s: %j', (type, key, value) => {
    expect(toldOf(type, key, value)).toEqual([]);
  });

  test('what a custom resource or another stack gives is not known to be anything else', () => {
    for (const value of [{ Ref: 'Made' }, { 'Fn::GetAtt': ['Made', 'ConnectionArn'] }, { 'Fn::GetAtt': ['Other', 'Outputs.ConnectionArn'] }]) {
      expect(saidBy(CONFIGURATION_FORM, (pipeline, template) => {
        having({ type: 'Source CodeStarSourceConnection', configuration: { ConnectionArn: value } })(pipeline, template);
        template.Resources.Made = { Type: 'Custom::Connection', Properties: {} };
        template.Resources.Other = { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'https://example.com' } };
      })).toEqual([]);
    }
  });
});
