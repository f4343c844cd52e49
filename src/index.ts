export { DeliveryPipeline, DeliveryPipelineProps, StageProps, WaveProps } from './pipeline/delivery-pipeline';
export { Environment, EnvironmentProps, EnvironmentStageProps } from './pipeline/environment';
export { EntryResult, StageOptions, SuccessResult } from './pipeline/stage-options';
export { ArtifactStore, ArtifactStoreProps } from './pipeline/artifact-store';

export { DefaultInput, IArtifactProducer, IStep, Step, StepProps } from './steps/step';
export { IStepHost, StepContext } from './steps/step-context';
export { ConnectionSourceProps, EcrSourceProps, GitSourceProps, S3SourceProps, Source, SourceProps } from './steps/source';
export { Build } from './steps/build';
export { Test } from './steps/test';
export { CodeBuildActionProps, CodeBuildProjectProps, CodeBuildProps } from './steps/codebuild-props';
export { CommandsProps } from './steps/commands-step';
export { Report } from './steps/report';
export { Approval, ManualApprovalProps } from './steps/approval';
export { Deploy } from './steps/deploy';
export { DeployProps } from './steps/deploy-props';
export { ChangeSetExecutionProps, ChangeSetProps, CloudFormationProps, DeleteStackProps, StackOutputProps } from './steps/deploy-cloudformation';
export { S3DeployProps } from './steps/deploy-s3';
export { CodeDeployProps } from './steps/deploy-codedeploy';
export { EcsProps } from './steps/deploy-ecs';

export { Notification } from './operations/notification';

export { EventTrigger } from './conditions/event-trigger';
export { GitTrigger, PullRequestEvent, PullRequestTriggerProps, PushTriggerProps } from './conditions/git-trigger';
export { Trigger } from './conditions/trigger';
export {
  AlarmRuleProps, CodeBuildRuleProps, CommandsRuleProps, DeploymentWindowRuleProps, LambdaRuleProps, Rule, RuleProps, VariableOperator, VariableRuleProps,
} from './conditions/rule';
