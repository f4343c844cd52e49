export { DeliveryPipeline, DeliveryPipelineProps, StageProps, WaveProps } from './pipeline/delivery-pipeline';
export { Environment, EnvironmentProps, EnvironmentStageProps } from './pipeline/environment';
export { EntryResult, StageOptions, SuccessResult } from './pipeline/stage-options';
export { ArtifactStore, ArtifactStoreProps } from './pipeline/artifact-store';

export { DefaultInput, IArtifactProducer, IStep, Step, StepProps } from './steps/step';
export { IStepHost, StepContext } from './steps/step-context';
export { ConnectionSource, ConnectionSourceProps, Source } from './steps/source';
export { GitSourceProps, SourceProps } from './steps/sources/source-props';
export { CodeCommitSource } from './steps/sources/codecommit';
export { EcrSource, EcrSourceProps } from './steps/sources/ecr';
export { GitHubOAuthSource, GitHubOAuthSourceProps } from './steps/sources/github-oauth';
export { S3Source, S3SourceProps } from './steps/sources/s3';
export {
  CodeCommitVariables, ConnectionVariables, EcrSourceVariables, GitHubOAuthVariables, ImageVariables, InspectorVariables, S3SourceVariables,
  StepFunctionsVariables,
} from './steps/variables';
export { Build } from './steps/build';
export { SynthStep } from './steps/cdk-app/synth';
export { SynthProps } from './steps/cdk-app/synth-props';
export { CdkDeployProps, CdkStageStep } from './steps/cdk-app/stage';
export { ImageBuild, ImageProps } from './steps/builds/build-image';
export { Test } from './steps/test';
export { DeviceFarmAppType, DeviceFarmProps, DeviceFarmRadio, DeviceFarmTestType } from './steps/builds/device-farm';
export { Invoke } from './steps/invoke';
export { InspectImageProps, InspectorProps, InspectorScan, InspectSourceProps } from './steps/invokes/inspector';
export { LambdaInvokeProps } from './steps/invokes/lambda';
export { PipelineInvokeProps, RevisionType, SourceRevision } from './steps/invokes/pipeline';
export { StepFunctionsInvoke, StepFunctionsProps } from './steps/invokes/step-functions';
export { CodeBuildActionProps, CodeBuildProjectProps, CodeBuildProps } from './steps/builds/codebuild-props';
export { CommandsProps } from './steps/builds/commands-step';
export { Report } from './steps/builds/report';
export { Secret } from './steps/secret';
export { ActionOwner, Custom, CustomActionProps, CustomStepProps } from './steps/custom/custom-step';
export { CustomActionType, CustomActionTypeProps } from './steps/custom/custom-action-type';
export { Jenkins, JenkinsProps, JenkinsStepProps } from './steps/custom/jenkins';
export { TeamCity, TeamCityProps, TeamCityStepProps } from './steps/custom/team-city';
export { Approval, ManualApprovalProps } from './steps/approval';
export { Deploy } from './steps/deploy';
export { DeployProps } from './steps/deploys/deploy-props';
export { ChangeSetExecutionProps, ChangeSetProps, CloudFormationProps, DeleteStackProps, StackOutputProps } from './steps/deploys/cloudformation';
export { S3DeployProps } from './steps/deploys/s3';
export { CodeDeployLambdaProps, CodeDeployProps } from './steps/deploys/codedeploy';
export { EcsProps } from './steps/deploys/ecs';
export { EcsBlueGreenProps, EcsImage } from './steps/deploys/ecs-blue-green';
export { EksProps, HelmRelease } from './steps/deploys/eks';
export { Ec2Props } from './steps/deploys/ec2';
export { LambdaDeployProps } from './steps/deploys/lambda';
export { LambdaStrategy, TrafficShift } from './steps/deploys/lambda-strategy';
export { ElasticBeanstalkProps } from './steps/deploys/elastic-beanstalk';
export { ServiceCatalogProps } from './steps/deploys/service-catalog';
export { AppConfigProps } from './steps/deploys/app-config';
export { AlexaProps } from './steps/deploys/alexa';
export { StackSetProps } from './steps/deploys/stack-set';
export { StackInstancesProps } from './steps/deploys/stack-instances';
export { FailureConcurrency, RegionConcurrency, StackOperationProps, StackSetCaller } from './steps/deploys/stack-operation';
export { StackParameterProps } from './steps/deploys/stack-parameters';
export { SelfManagedProps, ServiceManagedProps, StackSetPermissions } from './steps/deploys/stack-set-permissions';
export { StackTargets } from './steps/deploys/stack-targets';

export { Notification } from './operations/notification';

export { EventTrigger } from './conditions/event-trigger';
export { GitTrigger, PullRequestEvent, PullRequestTriggerProps, PushTriggerProps } from './conditions/git-trigger';
export { Trigger } from './conditions/trigger';
export {
  AlarmRuleProps, CodeBuildRuleProps, CommandsRuleProps, DeploymentWindowRuleProps, LambdaRuleProps, Rule, RuleProps, VariableOperator,
  VariableRuleProps,
} from './conditions/rule';
