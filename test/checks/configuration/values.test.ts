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
    ['Deploy EC2', 'MaxBatch', 'half', 'a number from 1, or a percentage from 1% to 100%'],
    ['Deploy EC2', 'MaxBatch', '0%', 'a number from 1, or a percentage from 1% to 100%'],
    ['Deploy EC2', 'MaxError', '101%', 'a number, or a percentage up to 100%'],
    ['Deploy EC2', 'TargetGroupNameList', 'a b', 'the name of a target group, or several with commas between them'],
    ['Deploy EC2', 'InstanceTagKey', 'k'.repeat(129), expect.any(String)],
    ['Source CodeStarSourceConnection', 'FullRepositoryId', 'github.com/acme/shop', 'owner and repository'],
    ['Source CodeStarSourceConnection', 'BranchName', 'refs/heads/main', 'the name of one branch'],
    ['Source CodeStarSourceConnection', 'BranchName', 'release/*', 'the name of one branch'],
    ['Source CodeCommit', 'BranchName', 'my branch', 'the name of one branch'],
    ['Source CodeCommit', 'RepositoryName', 'shop.git', 'the name of a repository'],
    ['Source GitHub ThirdParty', 'Repo', 'acme/shop', 'one name, without a "/"'],
    ['Source S3', 'S3ObjectKey', 's3://shop/source.zip', 'the key of an object in the bucket'],
    ['Source ECR', 'RepositoryName', 'acme//shop', 'the name of a repository of images'],
    ['Source ECR', 'RepositoryName', 'shop/', 'the name of a repository of images'],
    ['Build CodeBuild', 'ProjectName', 'shop build', 'the name of a project: letters, digits, - and _'],
    ['Build ECRBuildAndPublish', 'ECRRepositoryName', 'public.ecr.aws/acme/shop', 'the name of a repository of images'],
    ['Compute Commands', 'VpcId', 'main', 'the id of a VPC'],
    ['Compute Commands', 'ComputeType', 'SMALL', 'a type of compute'],
    ['Compute Commands', 'EnvironmentType', 'linux', 'a type of environment'],
    ['Deploy CodeDeploy', 'ApplicationName', 'a'.repeat(101), expect.any(String)],
    ['Deploy CodeDeployToECS', 'Image1ContainerName', '<IMAGE1_NAME>', 'the placeholder in the task definition, without its angle brackets'],
    ['Deploy CodeDeployToECS', 'TaskDefinitionTemplatePath', 'ShopSource::taskdef.json', 'a path within the artifact, without the artifact\'s name'],
    ['Deploy ECS', 'FileName', 'ShopSource::imagedefinitions.json', 'a path within the artifact, without the artifact\'s name'],
    ['Deploy ECS', 'ServiceName', 'my service', 'a name of letters, digits, - and _'],
    ['Deploy EKS', 'ClusterName', 'arn:aws:eks:eu-west-1:111111111111:cluster/shop', 'the name of a cluster: letters, digits, - and _, 100 at most'],
    ['Deploy EKS', 'Subnets', 'private', 'the id of a subnet, or several with commas between them'],
    ['Deploy EKS', 'SecurityGroupIds', 'default', 'the id of a security group, or several with commas between them'],
    ['Deploy EKS', 'Namespace', 'My_Shop', 'a namespace of Kubernetes: small letters, digits and -, 63 at most'],
    ['Deploy EKS', 'HelmReleaseName', 'Shop', 'a release of Helm: small letters, digits, - and ., 53 at most'],
    ['Deploy ElasticBeanstalk', 'EnvironmentName', 'shop_web', 'an environment: letters, digits and -, 40 at most'],
    ['Deploy ElasticBeanstalk', 'ApplicationName', 'acme/shop', 'an application: 1 to 100 characters, and no "/"'],
    ['Deploy ServiceCatalog', 'ProductId', 'My product', 'the id of a product'],
    ['Deploy AppConfig', 'Application', 'arn:aws:appconfig:eu-west-1:111111111111:application/2s2qv57', 'an id'],
    ['Deploy Lambda', 'FunctionAlias', '$LATEST', 'an alias: letters, digits, - and _, and not digits alone'],
    ['Deploy Lambda', 'FunctionAlias', '12', 'an alias: letters, digits, - and _, and not digits alone'],
    ['Deploy Lambda', 'PublishedTargetVersion', '$LATEST', 'the number of a published version'],
    ['Deploy Lambda', 'Alarms', 'errors,arn:aws:cloudwatch:eu-west-1:111111111111:alarm:x', expect.any(String)],
    ['Invoke Lambda', 'FunctionName', 'my function', 'a function: letters, digits, - and _, 64 at most'],
    ['Invoke StepFunctions', 'ExecutionNamePrefix', 'a/b', expect.any(String)],
    ['Invoke StepFunctions', 'ExecutionNamePrefix', 'x'.repeat(44), expect.any(String)],
    ['Invoke CodePipeline', 'PipelineName', 'my pipeline', 'the name of a pipeline'],
    ['Deploy S3', 'KMSEncryptionKeyARN', 'my-key', expect.any(String)],
    ['Deploy CloudFormationStackSet', 'ExecutionRoleName', 'arn:aws:iam::111111111111:role/x', 'the name of a role'],
    ['Deploy CloudFormationStackSet', 'Parameters', '{"A":"b"}', 'a list of parameters with blanks between them, or a file of an artifact'],
    ['Deploy CloudFormationStackInstances', 'ParameterOverrides', 'A=b', 'a list of parameters with blanks between them, or a file of an artifact'],
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
    ['Deploy EC2', 'MaxBatch', '100%'],
    ['Deploy EC2', 'MaxError', 0],
    ['Source CodeStarSourceConnection', 'BranchName', 'feature/#12_a.b@c'],
    ['Source CodeCommit', 'BranchName', { 'Fn::Sub': 'refs-${Late}' }],
    ['Source S3', 'S3ObjectKey', 'a b/c+d.zip'],
    ['Source ECR', 'RepositoryName', 'acme/shop__web-2.x/y'],
    ['Build CodeBuild', 'ProjectName', 'Shop-Build_1'],
    ['Build CodeBuild', 'ProjectName', 'arn:aws:codebuild:eu-west-1:111111111111:project/shared'],
    ['Compute Commands', 'ComputeType', 'BUILD_LAMBDA_1GB'],
    ['Deploy ECS', 'ClusterName', 'arn:aws:ecs:eu-west-1:111111111111:cluster/shop'],
    ['Deploy ECS', 'FileName', 'out/imagedefinitions.json'],
    ['Deploy EKS', 'Subnets', 'subnet-0a1b2c3d, subnet-1a2b3c4d'],
    ['Deploy ElasticBeanstalk', 'EnvironmentName', 'Shop-production-1'],
    ['Deploy Lambda', 'FunctionName', 'arn:aws:lambda:eu-west-1:111111111111:function:shop_1'],
    ['Deploy Lambda', 'PublishedTargetVersion', 12],
    ['Deploy S3', 'KMSEncryptionKeyARN', 'arn:aws:kms:eu-west-1:111111111111:alias/shop'],
    ['Deploy S3', 'KMSEncryptionKeyARN', '0c5b32f6-6a0f-4d5e-9d6a-5c1a3f0f6a11'],
    ['Deploy CloudFormationStackSet', 'Parameters', 'ParameterKey=A,ParameterValue=b ParameterKey=B,UsePreviousValue=true'],
    ['Deploy CloudFormationStackSet', 'Parameters', 'ShopSource::parameters.json'],
    ['Deploy CloudFormationStackSet', 'Parameters', '[{"ParameterKey":"A","ParameterValue":"b"}]'],
    ['Invoke StepFunctions', 'ExecutionNamePrefix', 'release-1_a'],
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
