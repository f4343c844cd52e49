export { DeliveryPipeline, DeliveryPipelineProps, StageProps, WaveProps } from './pipeline/delivery-pipeline';
export { Environment, EnvironmentProps, EnvironmentStageProps } from './pipeline/environment';
export { EntryResult, StageOptions, SuccessResult } from './pipeline/stage-options';
export { ArtifactStore, ArtifactStoreProps } from './pipeline/artifact-store';

export { DefaultInput, IArtifactProducer, IStep, Step, StepProps } from './steps/step';
export { IStepHost, StepContext } from './steps/step-context';
export { ConnectionSource, ConnectionSourceProps, Source } from './steps/source';
export { GitSourceProps, SourceProps } from './steps/source-props';
export { CodeCommitSource } from './steps/source-codecommit';
export { EcrSource, EcrSourceProps } from './steps/source-ecr';
export { GitHubOAuthSource, GitHubOAuthSourceProps } from './steps/source-github-oauth';
export { S3Source, S3SourceProps } from './steps/source-s3';
export {
  CodeCommitVariables, ConnectionVariables, EcrSourceVariables, GitHubOAuthVariables, ImageVariables, InspectorVariables, S3SourceVariables,
  StepFunctionsVariables,
} from './steps/variables';
export { Build } from './steps/build';
export { SynthStep } from './steps/cdk-synth';
export { SynthProps } from './steps/cdk-synth-props';
export { CdkDeployProps, CdkStageStep } from './steps/cdk-stage';
export { ImageBuild, ImageProps } from './steps/build-image';
export { Test } from './steps/test';
export { DeviceFarmAppType, DeviceFarmProps, DeviceFarmRadio, DeviceFarmTestType } from './steps/test-device-farm';
export { Invoke } from './steps/invoke';
export { InspectImageProps, InspectorProps, InspectorScan, InspectSourceProps } from './steps/invoke-inspector';
export { LambdaInvokeProps } from './steps/invoke-lambda';
export { PipelineInvokeProps, RevisionType, SourceRevision } from './steps/invoke-pipeline';
export { StepFunctionsInvoke, StepFunctionsProps } from './steps/invoke-step-functions';
export { CodeBuildActionProps, CodeBuildProjectProps, CodeBuildProps } from './steps/codebuild-props';
export { CommandsProps } from './steps/commands-step';
export { Report } from './steps/report';
export { Secret } from './steps/secret';
export { ActionOwner, Custom, CustomActionProps, CustomStepProps } from './steps/custom-step';
export { CustomActionType, CustomActionTypeProps } from './steps/custom-action-type';
export { Jenkins, JenkinsProps, JenkinsStepProps } from './steps/jenkins';
export { TeamCity, TeamCityProps, TeamCityStepProps } from './steps/team-city';
export { Approval, ManualApprovalProps } from './steps/approval';
export { Deploy } from './steps/deploy';
export { DeployProps } from './steps/deploy-props';
export { ChangeSetExecutionProps, ChangeSetProps, CloudFormationProps, DeleteStackProps, StackOutputProps } from './steps/deploy-cloudformation';
export { S3DeployProps } from './steps/deploy-s3';
export { CodeDeployLambdaProps, CodeDeployProps } from './steps/deploy-codedeploy';
export { EcsProps } from './steps/deploy-ecs';
export { EcsBlueGreenProps, EcsImage } from './steps/deploy-ecs-blue-green';
export { EksProps, HelmRelease } from './steps/deploy-eks';
export { Ec2Props } from './steps/deploy-ec2';
export { LambdaDeployProps } from './steps/deploy-lambda';
export { LambdaStrategy, TrafficShift } from './steps/lambda-strategy';
export { ElasticBeanstalkProps } from './steps/deploy-elastic-beanstalk';
export { ServiceCatalogProps } from './steps/deploy-service-catalog';
export { AppConfigProps } from './steps/deploy-app-config';
export { AlexaProps } from './steps/deploy-alexa';
export { StackSetProps } from './steps/deploy-stack-set';
export { StackInstancesProps } from './steps/deploy-stack-instances';
export { FailureConcurrency, RegionConcurrency, StackOperationProps, StackSetCaller } from './steps/stack-operation';
export { StackParameterProps } from './steps/stack-parameters';
export { SelfManagedProps, ServiceManagedProps, StackSetPermissions } from './steps/stack-set-permissions';
export { StackTargets } from './steps/stack-targets';

export { Notification } from './operations/notification';

export { EventTrigger } from './conditions/event-trigger';
export { GitTrigger, PullRequestEvent, PullRequestTriggerProps, PushTriggerProps } from './conditions/git-trigger';
export { Trigger } from './conditions/trigger';
export {
  AlarmRuleProps, CodeBuildRuleProps, CommandsRuleProps, DeploymentWindowRuleProps, LambdaRuleProps, Rule, RuleProps, VariableOperator,
  VariableRuleProps,
} from './conditions/rule';
