/**
 * What `Ref` and `Fn::GetAtt … Arn` give for the resource types that pipelines refer to: the property that
 * holds the physical name, and the form of the ARN. Source of both: "Return values" on each resource type's page
 * of the CloudFormation template reference.
 */
export interface ResourceNaming {
  /** the property that fixes the physical name */
  readonly name?: string;
  /** everything after `arn:<partition>:`; `{region}`, `{account}`, `{name}` are filled in */
  readonly arn?: string;
  /** `Ref` gives the ARN, not the name */
  readonly refIsArn?: boolean;
  /** `Ref` gives an id that is made up when the resource is made */
  readonly refIsId?: boolean;
}

const REGIONAL = '{region}:{account}';

export const RESOURCE_NAMES: Readonly<Record<string, ResourceNaming>> = {
  'AWS::AppConfig::Application': { arn: `appconfig:${REGIONAL}:application/{name}` },
  'AWS::CertificateManager::Certificate': { arn: `acm:${REGIONAL}:certificate/{name}`, refIsArn: true },
  'AWS::CloudFormation::Stack': { name: 'StackName', arn: `cloudformation:${REGIONAL}:stack/{name}`, refIsArn: true },
  'AWS::CloudFormation::StackSet': { name: 'StackSetName', arn: `cloudformation:${REGIONAL}:stackset/{name}` },
  'AWS::CloudWatch::Alarm': { name: 'AlarmName', arn: `cloudwatch:${REGIONAL}:alarm:{name}` },
  'AWS::CloudWatch::CompositeAlarm': { name: 'AlarmName', arn: `cloudwatch:${REGIONAL}:alarm:{name}` },
  'AWS::CodeBuild::Project': { name: 'Name', arn: `codebuild:${REGIONAL}:project/{name}` },
  'AWS::CodeBuild::ReportGroup': { name: 'Name', arn: `codebuild:${REGIONAL}:report-group/{name}`, refIsArn: true },
  'AWS::CodeCommit::Repository': { name: 'RepositoryName', arn: `codecommit:${REGIONAL}:{name}`, refIsId: true },
  'AWS::CodeConnections::Connection': { arn: `codeconnections:${REGIONAL}:connection/{name}`, refIsArn: true },
  'AWS::CodeDeploy::Application': { name: 'ApplicationName', arn: `codedeploy:${REGIONAL}:application:{name}` },
  'AWS::CodeDeploy::DeploymentConfig': { name: 'DeploymentConfigName', arn: `codedeploy:${REGIONAL}:deploymentconfig:{name}` },
  'AWS::CodeDeploy::DeploymentGroup': { name: 'DeploymentGroupName', arn: `codedeploy:${REGIONAL}:deploymentgroup:{name}` },
  'AWS::CodePipeline::Pipeline': { name: 'Name', arn: `codepipeline:${REGIONAL}:{name}` },
  'AWS::CodeStarConnections::Connection': { arn: `codestar-connections:${REGIONAL}:connection/{name}`, refIsArn: true },
  'AWS::DynamoDB::Table': { name: 'TableName', arn: `dynamodb:${REGIONAL}:table/{name}` },
  'AWS::ECR::Repository': { name: 'RepositoryName', arn: `ecr:${REGIONAL}:repository/{name}` },
  'AWS::ECS::Cluster': { name: 'ClusterName', arn: `ecs:${REGIONAL}:cluster/{name}` },
  'AWS::ECS::Service': { name: 'ServiceName', arn: `ecs:${REGIONAL}:service/{name}`, refIsArn: true },
  'AWS::ECS::TaskDefinition': { name: 'Family', arn: `ecs:${REGIONAL}:task-definition/{name}:1`, refIsArn: true },
  'AWS::EKS::Cluster': { name: 'Name', arn: `eks:${REGIONAL}:cluster/{name}` },
  'AWS::ElasticBeanstalk::Application': { name: 'ApplicationName', arn: `elasticbeanstalk:${REGIONAL}:application/{name}` },
  'AWS::ElasticBeanstalk::Environment': { name: 'EnvironmentName', arn: `elasticbeanstalk:${REGIONAL}:environment/{name}` },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': { name: 'Name', arn: `elasticloadbalancing:${REGIONAL}:loadbalancer/app/{name}/1`, refIsArn: true },
  'AWS::ElasticLoadBalancingV2::TargetGroup': { name: 'Name', arn: `elasticloadbalancing:${REGIONAL}:targetgroup/{name}/1`, refIsArn: true },
  'AWS::Events::EventBus': { name: 'Name', arn: `events:${REGIONAL}:event-bus/{name}` },
  'AWS::Events::Rule': { name: 'Name', arn: `events:${REGIONAL}:rule/{name}` },
  'AWS::IAM::ManagedPolicy': { name: 'ManagedPolicyName', arn: 'iam::{account}:policy/{name}', refIsArn: true },
  'AWS::IAM::Role': { name: 'RoleName', arn: 'iam::{account}:role{path}{name}' },
  'AWS::IAM::User': { name: 'UserName', arn: 'iam::{account}:user{path}{name}' },
  'AWS::KMS::Alias': { name: 'AliasName', arn: `kms:${REGIONAL}:{name}` },
  'AWS::KMS::Key': { arn: `kms:${REGIONAL}:key/{name}` },
  'AWS::Lambda::Alias': { name: 'Name', arn: `lambda:${REGIONAL}:function:{name}`, refIsArn: true },
  'AWS::Lambda::Function': { name: 'FunctionName', arn: `lambda:${REGIONAL}:function:{name}` },
  'AWS::Lambda::Version': { arn: `lambda:${REGIONAL}:function:{name}`, refIsArn: true },
  'AWS::Logs::LogGroup': { name: 'LogGroupName', arn: `logs:${REGIONAL}:log-group:{name}:*` },
  'AWS::S3::Bucket': { name: 'BucketName', arn: 's3:::{name}' },
  'AWS::SecretsManager::Secret': { name: 'Name', arn: `secretsmanager:${REGIONAL}:secret:{name}`, refIsArn: true },
  'AWS::SNS::Topic': { name: 'TopicName', arn: `sns:${REGIONAL}:{name}`, refIsArn: true },
  'AWS::SQS::Queue': { name: 'QueueName', arn: `sqs:${REGIONAL}:{name}` },
  'AWS::SSM::Parameter': { name: 'Name', arn: `ssm:${REGIONAL}:parameter/{name}` },
  'AWS::StepFunctions::StateMachine': { name: 'StateMachineName', arn: `states:${REGIONAL}:stateMachine:{name}`, refIsArn: true },
};
