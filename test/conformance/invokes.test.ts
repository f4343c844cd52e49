import { Stack } from 'aws-cdk-lib';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as actions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as stepfunctions from 'aws-cdk-lib/aws-stepfunctions';
import { Intent, renderAction } from './rendered-action';
import { Invoke, RevisionType } from '../../src';

const artifacts = (...names: string[]) => names.map(name => new codepipeline.Artifact(name));
const functionIn = (stack: Stack) => lambda.Function.fromFunctionName(stack, 'Function', 'preview');
const machineIn = (stack: Stack) => stepfunctions.StateMachine.fromStateMachineArn(stack, 'Machine', 'arn:aws:states:eu-west-1:111111111111:stateMachine:migrate');
const pipelineIn = (stack: Stack) => codepipeline.Pipeline.fromPipelineArn(stack, 'Docs', 'arn:aws:codepipeline:eu-west-1:111111111111:docs');
const repositoryIn = (stack: Stack) => ecr.Repository.fromRepositoryName(stack, 'Repository', 'shop');
const revision = { actionName: 'Source', revisionValue: '1a2b' };

test.each<[string, Intent]>([
  ['a function', {
    ours: stack => Invoke.lambda('Call', { function: functionIn(stack) }),
    theirs: stack => new actions.LambdaInvokeAction({ actionName: 'Call', lambda: functionIn(stack) }),
  }],
  ['a function that is told a text', {
    ours: stack => Invoke.lambda('Call', { function: functionIn(stack), userParameters: 'eu' }),
    theirs: stack => new actions.LambdaInvokeAction({ actionName: 'Call', lambda: functionIn(stack), userParametersString: 'eu' }),
  }],
  ['a function that is told an object, and reads and gives', {
    ours: (stack, { source, other }) => Invoke.lambda('Call', {
      function: functionIn(stack), userParametersObject: { region: 'eu', hosts: [1, 2] }, inputs: [source, other], hasOutput: true, outputLabels: ['log'],
    }),
    theirs: (stack, { source, other }) => new actions.LambdaInvokeAction({
      actionName: 'Call', lambda: functionIn(stack), userParameters: { region: 'eu', hosts: [1, 2] }, inputs: [source, other], outputs: artifacts('Call', 'Call_log'),
    }),
  }],
  ['a state machine', {
    ours: stack => Invoke.stepFunctions('Run', { stateMachine: machineIn(stack) }),
    theirs: stack => new actions.StepFunctionInvokeAction({ actionName: 'Run', stateMachine: machineIn(stack) }),
  }],
  ['a state machine with an input', {
    ours: stack => Invoke.stepFunctions('Run', { stateMachine: machineIn(stack), literalInput: { tables: ['orders'] }, executionNamePrefix: 'shop', hasOutput: true }),
    theirs: stack => new actions.StepFunctionInvokeAction({
      actionName: 'Run',
      stateMachine: machineIn(stack),
      stateMachineInput: actions.StateMachineInput.literal({ tables: ['orders'] }),
      executionNamePrefix: 'shop',
      output: new codepipeline.Artifact('Run'),
    }),
  }],
  ['a scan of source code', {
    ours: () => Invoke.inspectSource('Scan'),
    theirs: (_stack, { source }) => new actions.InspectorSourceCodeScanAction({ actionName: 'Scan', input: source, output: new codepipeline.Artifact('Scan') }),
  }],
  ['a scan of source code with thresholds', {
    ours: (_stack, { other }) => Invoke.inspectSource('Scan', { input: other, criticalThreshold: 0, highThreshold: 1, mediumThreshold: 2, lowThreshold: 3 }),
    theirs: (_stack, { other }) => new actions.InspectorSourceCodeScanAction({
      actionName: 'Scan', input: other, output: new codepipeline.Artifact('Scan'), criticalThreshold: 0, highThreshold: 1, mediumThreshold: 2, lowThreshold: 3,
    }),
  }],
  ['a scan of an image', {
    ours: stack => Invoke.inspectImage('Scan', { repository: repositoryIn(stack), imageTag: 'stable', criticalThreshold: 0 }),
    theirs: stack => new actions.InspectorEcrImageScanAction({
      actionName: 'Scan', repository: repositoryIn(stack), imageTag: 'stable', output: new codepipeline.Artifact('Scan'), criticalThreshold: 0,
    }),
  }],
  ['another pipeline', {
    ours: stack => Invoke.pipeline('Docs', { pipeline: pipelineIn(stack) }),
    theirs: stack => new actions.PipelineInvokeAction({ actionName: 'Docs', targetPipeline: pipelineIn(stack) }),
  }],
  ['another pipeline with variables and revisions', {
    ours: stack => Invoke.pipeline('Docs', {
      pipeline: pipelineIn(stack), variables: { REGION: 'eu', SIZE: 'm' }, sourceRevisions: [{ ...revision, revisionType: RevisionType.COMMIT_ID }],
    }),
    theirs: stack => new actions.PipelineInvokeAction({
      actionName: 'Docs',
      targetPipeline: pipelineIn(stack),
      variables: [{ name: 'REGION', value: 'eu' }, { name: 'SIZE', value: 'm' }],
      sourceRevisions: [{ ...revision, revisionType: actions.RevisionType.COMMIT_ID }],
    }),
  }],
])('%s renders as the L2 renders it', (_name, intent) => {
  const { ours, theirs } = renderAction(intent);
  expect(inAnyOrder(ours)).toEqual(inAnyOrder(theirs));
});

test('a state machine\'s input file is named alone, as the guide has it; the L2 puts the artifact before it', () => {
  const { ours, theirs } = renderAction({
    ours: stack => Invoke.stepFunctions('Run', { stateMachine: machineIn(stack), inputFile: 'assets/input.json' }),
    theirs: (stack, { source }) => new actions.StepFunctionInvokeAction({
      actionName: 'Run', stateMachine: machineIn(stack), stateMachineInput: actions.StateMachineInput.filePath(source.atPath('assets/input.json')),
    }),
  });
  expect(ours.Configuration).toMatchObject({ InputType: 'FilePath', Input: 'assets/input.json' });
  expect(theirs.Configuration).toMatchObject({ InputType: 'FilePath', Input: 'Source::assets/input.json' });
  expect(ours.InputArtifacts).toEqual(theirs.InputArtifacts);
});

/** JSON says the same in any order of keys. */
function inAnyOrder(action: ReturnType<typeof renderAction>['ours']) {
  const parsed = (value: unknown) => typeof value === 'string' && /^[[{]/.test(value) ? JSON.parse(value) : value;
  const configuration = Object.entries(action.Configuration as object).map(([key, value]) => [key, parsed(value)]);
  return { ...action, Configuration: Object.fromEntries(configuration) };
}
