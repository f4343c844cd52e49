/** Reference §2: what approvals, invocations and rules call. */

import { at, calls, logs, NeedsOf } from './need';

const invokeFunction: NeedsOf = ({ configuration: c }, place) => calls('lambda', 'InvokeFunction', at(place, 'lambda', `function:${c.FunctionName}`));

export const INVOKES: Readonly<Record<string, NeedsOf>> = {
  'Approval/AWS/Manual': ({ configuration: c }, { said, region }) => c.NotificationArn
    ? [
      ...calls('sns', 'Publish', c.NotificationArn),
      // the guide of Amazon SNS: who publishes to an encrypted topic uses its key, through the topic
      ...(said.topicKey ? calls('kms', 'Decrypt GenerateDataKey', said.topicKey, { 'kms:ViaService': `sns.${region}.amazonaws.com` }) : []),
    ]
    : [],
  // AWS's policy also has lambda:ListFunctions, which serves the list in the console: no action calls it
  'Invoke/AWS/Lambda': invokeFunction,
  'Invoke/AWS/StepFunctions': ({ configuration: c }, place) => [
    ...calls('states', 'StartExecution DescribeStateMachine', `${c.StateMachineArn}`),
    ...calls('states', 'DescribeExecution', at(place, 'states', `execution:${c.StateMachineArn?.split(':').at(-1)}:${c.ExecutionNamePrefix ?? ''}*`)),
  ],
  'Invoke/AWS/InspectorScan': ({ configuration: c }, place) => [
    ...calls('inspector-scan', 'ScanSbom', '*'),
    ...(c.InspectorRunMode === 'ECRImageScan' ? [
      ...calls('ecr', 'GetDownloadUrlForLayer BatchGetImage BatchCheckLayerAvailability', at(place, 'ecr', `repository/${c.ECRRepositoryName}`)),
      ...calls('ecr', 'GetAuthorizationToken', '*'),
    ] : []),
    ...logs(place),
  ],
  'Invoke/AWS/CodePipeline': ({ configuration: c }, place) => calls('codepipeline', 'StartPipelineExecution', at(place, 'codepipeline', `${c.PipelineName}`)),
};

/** Rules, under their providers. */
export const RULES: Readonly<Record<string, NeedsOf>> = {
  CloudWatchAlarm: ({ configuration: c }, place) => calls('cloudwatch', 'DescribeAlarms', at(place, 'cloudwatch', `alarm:${c.AlarmName}`)),
  DeploymentWindow: () => [],
  LambdaInvoke: invokeFunction,
  VariableCheck: () => [],
  Commands: (_rule, place) => logs(place),
  CodeBuild: ({ configuration: c }, place) => calls(
    'codebuild', c.BatchEnabled === 'true' ? 'StartBuildBatch BatchGetBuildBatches' : 'StartBuild BatchGetBuilds',
    at(place, 'codebuild', `project/${c.ProjectName}`),
  ),
};
