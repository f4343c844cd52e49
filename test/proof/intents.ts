/**
 * The same action of every provider, said twice: to this library, and to aws-codepipeline-actions. Both name the same
 * resources, imported under literal names.
 */

import { SecretValue, Stack } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as actions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as servicecatalog from 'aws-cdk-lib/aws-servicecatalog';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as stepfunctions from 'aws-cdk-lib/aws-stepfunctions';
import { Approval, Build, Deploy, Invoke, Jenkins, Source, StackSetPermissions, StackTargets, Step, Test } from '../../src';

export interface ActionIntent {
  /** reference §2's name of the provider, and its mode where it has more than one */
  readonly provider: string;
  readonly source?: boolean;
  readonly ours: (stack: Stack, source?: Step) => Step;
  readonly theirs: (stack: Stack, source: codepipeline.Artifact) => codepipeline.IAction;
}

const arn = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:111111111111:${resource}`;
const connectionArn = arn('codestar-connections', 'connection/1a2b');
const repository = (stack: Stack) => codecommit.Repository.fromRepositoryName(stack, 'Repository', 'own');
const images = (stack: Stack) => ecr.Repository.fromRepositoryName(stack, 'Images', 'own');
const bucket = (stack: Stack) => s3.Bucket.fromBucketName(stack, 'Bucket', 'own-bucket');
const project = (stack: Stack) => codebuild.Project.fromProjectName(stack, 'Project', 'own');
const role = (stack: Stack, name = 'own') => iam.Role.fromRoleArn(stack, `Role-${name}`, `arn:aws:iam::111111111111:role/${name}`);
const service = (stack: Stack) => ecs.BaseService.fromServiceArnWithCluster(stack, 'Service', arn('ecs', 'service/own/own'));
const machine = (stack: Stack) => stepfunctions.StateMachine.fromStateMachineArn(stack, 'Machine', arn('states', 'stateMachine:own'));
const target = (stack: Stack) => lambda.Function.fromFunctionArn(stack, 'Function', arn('lambda', 'function:own'));
const topic = (stack: Stack) => sns.Topic.fromTopicArn(stack, 'Topic', arn('sns', 'own'));
const serverGroup = (stack: Stack) => codedeploy.ServerDeploymentGroup.fromServerDeploymentGroupAttributes(stack, 'Group', {
  application: codedeploy.ServerApplication.fromServerApplicationName(stack, 'Application', 'own'), deploymentGroupName: 'own',
});
const ecsGroup = (stack: Stack) => codedeploy.EcsDeploymentGroup.fromEcsDeploymentGroupAttributes(stack, 'Group', {
  application: codedeploy.EcsApplication.fromEcsApplicationName(stack, 'Application', 'own'), deploymentGroupName: 'own',
});
const product = (stack: Stack) => servicecatalog.Product.fromProductArn(stack, 'Product', arn('catalog', 'product/prod-own'));
const skill = { clientId: 'client', clientSecret: SecretValue.secretsManager('alexa'), refreshToken: SecretValue.secretsManager('alexa'), skillId: 'own' };
const jenkins = { serverUrl: 'https://jenkins.acme.com', providerName: 'AcmeJenkins' };
const stackName = 'own';

export const SOURCE_INTENTS: readonly ActionIntent[] = [
  {
    provider: 'S3 source',
    source: true,
    ours: stack => Source.s3({ bucket: bucket(stack), objectKey: 'own.zip' }),
    theirs: (stack, output) => new actions.S3SourceAction({ actionName: 'Own', output, bucket: bucket(stack), bucketKey: 'own.zip', trigger: actions.S3Trigger.NONE }),
  },
  {
    provider: 'CodeCommit',
    source: true,
    ours: stack => Source.codeCommit(repository(stack)),
    theirs: (stack, output) => new actions.CodeCommitSourceAction({ actionName: 'Own', output, repository: repository(stack), branch: 'main', trigger: actions.CodeCommitTrigger.NONE }),
  },
  {
    provider: 'ECR',
    source: true,
    ours: stack => Source.ecr({ repository: images(stack) }),
    theirs: (stack, output) => new actions.EcrSourceAction({ actionName: 'Own', output, repository: images(stack) }),
  },
  {
    provider: 'CodeStarSourceConnection',
    source: true,
    ours: () => Source.gitHub('acme/shop', { connectionArn }),
    theirs: (_stack, output) => new actions.CodeStarConnectionsSourceAction({ actionName: 'Own', output, connectionArn, owner: 'acme', repo: 'shop', branch: 'main' }),
  },
  {
    provider: 'GitHub (OAuth)',
    source: true,
    ours: () => Source.gitHubOAuth('acme/shop', { token: SecretValue.secretsManager('github') }),
    theirs: (_stack, output) => new actions.GitHubSourceAction({
      actionName: 'Own', output, owner: 'acme', repo: 'shop', oauthToken: SecretValue.secretsManager('github'), trigger: actions.GitHubTrigger.NONE,
    }),
  },
];

export const ACTION_INTENTS: readonly ActionIntent[] = [
  {
    provider: 'CodeBuild',
    ours: stack => Build.project('Own', { project: project(stack), hasOutput: true }),
    theirs: (stack, input) => new actions.CodeBuildAction({ actionName: 'Own', project: project(stack), input, outputs: [new codepipeline.Artifact('Own')] }),
  },
  {
    provider: 'CodeBuild, a batch',
    ours: stack => Build.project('Own', { project: project(stack), batch: true }),
    theirs: (stack, input) => new actions.CodeBuildAction({ actionName: 'Own', project: project(stack), input, executeBatchBuild: true }),
  },
  {
    provider: 'ECRBuildAndPublish',
    ours: stack => Build.image('Own', { repository: images(stack) }),
    theirs: (_stack, input) => new actions.EcrBuildAndPublishAction({ actionName: 'Own', repositoryName: 'own', input }),
  },
  {
    provider: 'ECRBuildAndPublish, public',
    ours: () => Build.image('Own', { publicRepositoryName: 'own' }),
    theirs: (_stack, input) => new actions.EcrBuildAndPublishAction({ actionName: 'Own', repositoryName: 'own', registryType: actions.RegistryType.PUBLIC, input }),
  },
  {
    provider: 'Commands',
    ours: () => Test.commands('Own', { commands: ['make'] }),
    theirs: (_stack, input) => new actions.CommandsAction({ actionName: 'Own', input, commands: ['make'] }),
  },
  {
    provider: 'Jenkins',
    ours: stack => new Jenkins(stack, 'Jenkins', jenkins).testStep('Own', { project: 'own' }),
    theirs: (stack, input) => new actions.JenkinsAction({
      actionName: 'Own', jenkinsProvider: new actions.JenkinsProvider(stack, 'Jenkins', jenkins), projectName: 'own', type: actions.JenkinsActionType.TEST, inputs: [input],
    }),
  },
  {
    provider: 'CloudFormation, CREATE_UPDATE',
    ours: stack => Deploy.cloudFormation('Own', { stackName, executionRole: role(stack) }),
    theirs: (stack, input) => new actions.CloudFormationCreateUpdateStackAction({
      actionName: 'Own', stackName, adminPermissions: false, deploymentRole: role(stack), templatePath: input.atPath('template.yaml'),
    }),
  },
  {
    provider: 'CloudFormation, REPLACE_ON_FAILURE',
    ours: stack => Deploy.cloudFormation('Own', { stackName, executionRole: role(stack), replaceOnFailure: true }),
    theirs: (stack, input) => new actions.CloudFormationCreateUpdateStackAction({
      actionName: 'Own', stackName, adminPermissions: false, deploymentRole: role(stack), templatePath: input.atPath('template.yaml'), replaceOnFailure: true,
    }),
  },
  {
    provider: 'CloudFormation, CHANGE_SET_REPLACE',
    ours: stack => Deploy.createChangeSet('Own', { stackName, executionRole: role(stack) }),
    theirs: (stack, input) => new actions.CloudFormationCreateReplaceChangeSetAction({
      actionName: 'Own', stackName, changeSetName: 'own', adminPermissions: false, deploymentRole: role(stack), templatePath: input.atPath('template.yaml'),
    }),
  },
  {
    provider: 'CloudFormation, CHANGE_SET_EXECUTE',
    ours: () => Deploy.executeChangeSet('Own', { stackName }),
    theirs: () => new actions.CloudFormationExecuteChangeSetAction({ actionName: 'Own', stackName, changeSetName: 'own' }),
  },
  {
    provider: 'CloudFormation, DELETE_ONLY',
    ours: stack => Deploy.deleteStack('Own', { stackName, executionRole: role(stack) }),
    theirs: stack => new actions.CloudFormationDeleteStackAction({ actionName: 'Own', stackName, adminPermissions: false, deploymentRole: role(stack) }),
  },
  {
    provider: 'CloudFormationStackSet, self-managed',
    ours: stack => Deploy.stackSet('Own', { stackSetName: 'own', permissions: StackSetPermissions.selfManaged({ administrationRole: role(stack) }) }),
    theirs: (stack, input) => new actions.CloudFormationDeployStackSetAction({
      actionName: 'Own',
      stackSetName: 'own',
      template: actions.StackSetTemplate.fromArtifactPath(input.atPath('template.yaml')),
      deploymentModel: actions.StackSetDeploymentModel.selfManaged({ administrationRole: role(stack) }),
    }),
  },
  {
    provider: 'CloudFormationStackSet, service-managed',
    ours: () => Deploy.stackSet('Own', { stackSetName: 'own', permissions: StackSetPermissions.serviceManaged() }),
    theirs: (_stack, input) => new actions.CloudFormationDeployStackSetAction({
      actionName: 'Own',
      stackSetName: 'own',
      template: actions.StackSetTemplate.fromArtifactPath(input.atPath('template.yaml')),
      deploymentModel: actions.StackSetDeploymentModel.organizations(),
    }),
  },
  {
    provider: 'CloudFormationStackInstances',
    ours: () => Deploy.stackInstances('Own', { stackSetName: 'own', targets: StackTargets.accounts(['222222222222'], ['eu-west-1']) }),
    theirs: () => new actions.CloudFormationDeployStackInstancesAction({
      actionName: 'Own', stackSetName: 'own', stackInstances: actions.StackInstances.inAccounts(['222222222222'], ['eu-west-1']),
    }),
  },
  {
    provider: 'CodeDeploy',
    ours: stack => Deploy.codeDeploy('Own', { deploymentGroup: serverGroup(stack) }),
    theirs: (stack, input) => new actions.CodeDeployServerDeployAction({ actionName: 'Own', deploymentGroup: serverGroup(stack), input }),
  },
  {
    provider: 'CodeDeployToECS',
    ours: stack => Deploy.ecsBlueGreen('Own', { deploymentGroup: ecsGroup(stack), taskRoles: [role(stack)] }),
    theirs: (stack, input) => new actions.CodeDeployEcsDeployAction({ actionName: 'Own', deploymentGroup: ecsGroup(stack), taskDefinitionTemplateInput: input, appSpecTemplateInput: input }),
  },
  {
    provider: 'ECS',
    ours: stack => Deploy.ecs('Own', { service: service(stack), taskRoles: [role(stack)] }),
    theirs: (stack, input) => new actions.EcsDeployAction({ actionName: 'Own', service: service(stack), input }),
  },
  {
    provider: 'EC2',
    ours: () => Deploy.ec2('Own', { tagKey: 'application', tagValue: 'own', targetDirectory: '/opt/own', postScript: 'start.sh' }),
    theirs: (_stack, input) => new actions.Ec2DeployAction({
      actionName: 'Own',
      input,
      instanceTagKey: 'application',
      instanceTagValue: 'own',
      instanceType: actions.Ec2InstanceType.EC2,
      deploySpecifications: actions.Ec2DeploySpecifications.inline({ targetDirectory: '/opt/own', postScript: 'start.sh' }),
    }),
  },
  {
    provider: 'ElasticBeanstalk',
    ours: () => Deploy.elasticBeanstalk('Own', { applicationName: 'own', environmentName: 'own' }),
    theirs: (_stack, input) => new actions.ElasticBeanstalkDeployAction({ actionName: 'Own', applicationName: 'own', environmentName: 'own', input }),
  },
  {
    provider: 'S3 deployment',
    ours: stack => Deploy.s3('Own', { bucket: bucket(stack) }),
    theirs: (stack, input) => new actions.S3DeployAction({ actionName: 'Own', bucket: bucket(stack), input }),
  },
  {
    provider: 'S3 deployment, with an ACL',
    ours: stack => Deploy.s3('Own', { bucket: bucket(stack), accessControl: s3.BucketAccessControl.PUBLIC_READ }),
    theirs: (stack, input) => new actions.S3DeployAction({ actionName: 'Own', bucket: bucket(stack), input, accessControl: s3.BucketAccessControl.PUBLIC_READ }),
  },
  {
    provider: 'ServiceCatalog',
    ours: stack => Deploy.serviceCatalog('Own', { product: product(stack), templatePath: 'own.yaml', versionName: '1' }),
    theirs: (_stack, input) => new actions.ServiceCatalogDeployActionBeta1({ actionName: 'Own', productId: 'prod-own', templatePath: input.atPath('own.yaml'), productVersionName: '1' }),
  },
  {
    provider: 'AlexaSkillsKit',
    ours: () => Deploy.alexa('Own', skill),
    theirs: (_stack, input) => new actions.AlexaSkillDeployAction({ actionName: 'Own', input, ...skill }),
  },
  {
    provider: 'Lambda',
    ours: stack => Invoke.lambda('Own', { function: target(stack) }),
    theirs: stack => new actions.LambdaInvokeAction({ actionName: 'Own', lambda: target(stack) }),
  },
  {
    provider: 'StepFunctions',
    ours: stack => Invoke.stepFunctions('Own', { stateMachine: machine(stack), executionNamePrefix: 'own' }),
    theirs: stack => new actions.StepFunctionInvokeAction({ actionName: 'Own', stateMachine: machine(stack), executionNamePrefix: 'own' }),
  },
  {
    provider: 'InspectorScan, source code',
    ours: () => Invoke.inspectSource('Own'),
    theirs: (_stack, input) => new actions.InspectorSourceCodeScanAction({ actionName: 'Own', input, output: new codepipeline.Artifact('Own') }),
  },
  {
    provider: 'InspectorScan, an image',
    ours: stack => Invoke.inspectImage('Own', { repository: images(stack), imageTag: 'stable' }),
    theirs: stack => new actions.InspectorEcrImageScanAction({ actionName: 'Own', repository: images(stack), imageTag: 'stable', output: new codepipeline.Artifact('Own') }),
  },
  {
    provider: 'CodePipeline',
    ours: stack => Invoke.pipeline('Own', { pipeline: codepipeline.Pipeline.fromPipelineArn(stack, 'Target', arn('codepipeline', 'own')) }),
    theirs: stack => new actions.PipelineInvokeAction({ actionName: 'Own', targetPipeline: codepipeline.Pipeline.fromPipelineArn(stack, 'Target', arn('codepipeline', 'own')) }),
  },
  {
    provider: 'Manual, without a topic',
    ours: () => Approval.manual({ name: 'Own' }),
    theirs: () => new actions.ManualApprovalAction({ actionName: 'Own' }),
  },
  {
    provider: 'Manual, with a topic',
    ours: stack => Approval.manual({ name: 'Own', topic: topic(stack) }),
    theirs: stack => new actions.ManualApprovalAction({ actionName: 'Own', notificationTopic: topic(stack) }),
  },
];
