export { DeliveryPipeline, DeliveryPipelineProps, StageProps, WaveProps } from './pipeline/delivery-pipeline';
export { Environment, EnvironmentProps, EnvironmentStageProps, FailureProps } from './pipeline/environment';
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
