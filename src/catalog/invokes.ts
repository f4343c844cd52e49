import { EXECUTION_PREFIX, FUNCTION, IMAGE_REPOSITORY, IMAGE_TAG, PIPELINE_NAME, STATE_MACHINE_ARN } from './forms';
import { arn, pipelineLogs } from './grants';
import { Provider } from './provider';

const GUIDE = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/';
const COMMON = { category: 'Invoke', owner: 'AWS', version: '1' } as const;
const NONE = { min: 0, max: 0 };
const THRESHOLD = { range: { min: 0, max: Infinity } };

export const LAMBDA_INVOKE: Provider = {
  ...COMMON,
  provider: 'Lambda',
  factories: ['Invoke.lambda'],
  inputs: { min: 0, max: 5 },
  outputs: { min: 0, max: 5 },
  configuration: { FunctionName: { required: true, form: FUNCTION }, UserParameters: {} },
  variables: '*',
  // the guide also lists lambda:ListFunctions, which serves the console's list and not the action
  permissions: r => [{ actions: ['lambda:InvokeFunction'], resources: r.arns.function ?? [arn(r, 'lambda', `function:${r.configuration.FunctionName}`)] }],
  source: `${GUIDE}action-reference-Lambda.html`,
};

export const STEP_FUNCTIONS: Provider = {
  ...COMMON,
  provider: 'StepFunctions',
  factories: ['Invoke.stepFunctions'],
  inputs: { min: 0, max: 1 },
  outputs: { min: 0, max: 1 },
  configuration: {
    StateMachineArn: { required: true, form: STATE_MACHINE_ARN },
    ExecutionNamePrefix: { form: EXECUTION_PREFIX },
    InputType: { values: ['Literal', 'FilePath'] },
    Input: {},
  },
  variables: ['StateMachineArn', 'ExecutionArn'],
  permissions: r => [
    { actions: ['states:StartExecution', 'states:DescribeStateMachine'], resources: [`${r.configuration.StateMachineArn}`] },
    {
      actions: ['states:DescribeExecution'],
      resources: r.arns.executions ?? [arn(r, 'states', 'execution:*')],
      why: 'The execution is new: it is named when the action runs.',
    },
  ],
  source: `${GUIDE}action-reference-StepFunctions.html`,
};

export const INSPECTOR_SCAN: Provider = {
  ...COMMON,
  provider: 'InspectorScan',
  factories: ['Invoke.inspectSource', 'Invoke.inspectImage'],
  inputs: { min: 0, max: 1 },
  outputs: { min: 1, max: 1 },
  configuration: {
    InspectorRunMode: { required: true, values: ['SourceCodeScan', 'ECRImageScan'] },
    ECRRepositoryName: { form: IMAGE_REPOSITORY },
    ImageTag: { form: IMAGE_TAG },
    CriticalThreshold: THRESHOLD,
    HighThreshold: THRESHOLD,
    MediumThreshold: THRESHOLD,
    LowThreshold: THRESHOLD,
  },
  variables: ['HighestScannedSeverity'],
  permissions: r => [
    { actions: ['inspector-scan:ScanSbom'], resources: ['*'] },
    ...(r.configuration.ECRRepositoryName ? [
      {
        actions: ['ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage', 'ecr:BatchCheckLayerAvailability'],
        resources: [arn(r, 'ecr', `repository/${r.configuration.ECRRepositoryName}`)],
      },
      { actions: ['ecr:GetAuthorizationToken'], resources: ['*'] },
    ] : []),
    pipelineLogs(r),
  ],
  source: `${GUIDE}action-reference-InspectorScan.html`,
};

export const PIPELINE_INVOKE: Provider = {
  ...COMMON,
  provider: 'CodePipeline',
  factories: ['Invoke.pipeline'],
  pipelineType: 'V2',
  inputs: NONE,
  outputs: NONE,
  configuration: { PipelineName: { required: true, form: PIPELINE_NAME }, SourceRevisions: { json: 'list' }, Variables: { json: 'list' } },
  variables: [],
  permissions: r => [{ actions: ['codepipeline:StartPipelineExecution'], resources: [arn(r, 'codepipeline', `${r.configuration.PipelineName}`)] }],
  source: `${GUIDE}action-reference-PipelineInvoke.html`,
};
