import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as stepfunctions from 'aws-cdk-lib/aws-stepfunctions';
import { Approval, InspectorProps, Invoke, LambdaInvokeProps, PipelineInvokeProps, StepFunctionsProps } from '../../src';
import { HOME, pipelineIn, refusalOf, renderedWith, sourceOf, stackIn } from '../fixture';
import { Rendered } from '../rendered';

const outside = stackIn(HOME, 'Outside');
const preview = lambda.Function.fromFunctionName(outside, 'Preview', 'preview');
const migrate = stepfunctions.StateMachine.fromStateMachineName(outside, 'Migrate', 'migrate');
const docs = codepipeline.Pipeline.fromPipelineArn(outside, 'Docs', 'arn:aws:codepipeline:eu-west-1:111111111111:docs');
const images = ecr.Repository.fromRepositoryName(outside, 'Images', 'shop');
const arn = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:111111111111:${resource}`;

describe('a function', () => {
  const made = (twice = false) => {
    const stack = stackIn(HOME);
    const handler = new lambda.Function(stack, 'Function', { runtime: lambda.Runtime.NODEJS_22_X, handler: 'i.h', code: lambda.Code.fromInline('//') });
    pipelineIn(stack).addStage('Stage', { steps: ['One', ...(twice ? ['Two'] : [])].map(name => Invoke.lambda(name, { function: handler })) });
    return Rendered.of(stack);
  };
  const answers = { Action: ['codepipeline:PutJobSuccessResult', 'codepipeline:PutJobFailureResult'], Effect: 'Allow', Resource: '*' };

  test('of this app is invoked by the action, and may answer the pipeline', () => {
    expect(made().statements('Stage/One')).toEqual([{ Action: 'lambda:InvokeFunction', Resource: '${Function.Arn}' }]);
    expect(made().only('AWS::IAM::Policy').PolicyDocument.Statement).toEqual([answers]);
  });

  test('that stands in two places may answer once', () => {
    expect(made(true).only('AWS::IAM::Policy').PolicyDocument.Statement).toEqual([answers]);
  });

  test('that is imported is respected as it is', () => {
    const rendered = renderedWith(Invoke.lambda('Call', { function: preview }));
    expect(rendered.statements('Stage/Call')).toEqual([{ Action: 'lambda:InvokeFunction', Resource: arn('lambda', 'function:preview') }]);
    expect(rendered.all('AWS::IAM::Policy').flatMap(policy => JSON.stringify(policy)).join()).not.toContain('PutJob');
  });

  test('is told variables within its object', () => {
    const source = sourceOf();
    const stack = stackIn(HOME);
    pipelineIn(stack, { source }).addStage('Stage', { steps: [Invoke.lambda('Call', { function: preview, userParametersObject: { commit: source.variables.commitId } })] });
    const rendered = Rendered.of(stack);
    expect(JSON.parse(rendered.action('Stage/Call').Configuration.UserParameters)).toEqual({ commit: `#{${rendered.action('Source/Source').Namespace}.CommitId}` });
  });

  test('gives variables of any name', () => {
    expect(() => Invoke.lambda('Call', { function: preview }).variable('Url')).not.toThrow();
  });

  test('reads nothing unless told to, and gives its artifacts', () => {
    expect(renderedWith(Invoke.lambda('Call', { function: preview })).inputs('Stage/Call')).toEqual([]);
    const step = Invoke.lambda('Call', { function: preview, hasOutput: true, outputLabels: ['log'] });
    expect(step.outputs.map(output => output.artifactName)).toEqual(['Call', 'Call_log']);
  });
});

describe('a state machine', () => {
  test('is started, and only its own executions are looked at', () => {
    const rendered = renderedWith(Invoke.stepFunctions('Run', { stateMachine: migrate, executionNamePrefix: 'shop' }));
    expect(rendered.statements('Stage/Run')).toEqual([
      { Action: ['states:StartExecution', 'states:DescribeStateMachine'], Resource: arn('states', 'stateMachine:migrate') },
      { Action: 'states:DescribeExecution', Resource: arn('states', 'execution:migrate:shop*') },
    ]);
  });

  test('of this app is named by its resource', () => {
    const stack = stackIn(HOME);
    const stateMachine = new stepfunctions.StateMachine(stack, 'Machine', { definitionBody: stepfunctions.DefinitionBody.fromString('{}') });
    pipelineIn(stack).addStage('Stage', { steps: [Invoke.stepFunctions('Run', { stateMachine })] });
    const policies = JSON.stringify(Rendered.of(stack).template);
    expect(policies).toMatch(/:execution:",\{"Fn::Select":\[6,\{"Fn::Split":\[":",\{"Ref":"Machine\w+"\}\]\}\]\},":\*"/);
  });

  test('reads the pipeline\'s first source only for a file of it', () => {
    expect(renderedWith(Invoke.stepFunctions('Run', { stateMachine: migrate, inputFile: 'in.json' })).inputs('Stage/Run')).toEqual(['Source']);
    expect(renderedWith(Invoke.stepFunctions('Run', { stateMachine: migrate, literalInput: {} })).inputs('Stage/Run')).toEqual([]);
  });
});

describe('a scan', () => {
  const logs = {
    Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
    Resource: ['', ':*'].map(end => `arn:aws:logs:eu-west-1:111111111111:log-group:/aws/codepipeline/Web${end}`),
  };
  const scans = { Action: 'inspector-scan:ScanSbom', Resource: '*' };

  test('of source code scans, writes to the pipeline\'s logs, and gives its report', () => {
    const rendered = renderedWith(Invoke.inspectSource('Scan'));
    expect(rendered.statements('Stage/Scan')).toEqual([scans, logs]);
    expect(rendered.action('Stage/Scan').OutputArtifacts).toEqual([{ Name: 'Scan' }]);
    expect(rendered.only('AWS::Logs::LogGroup').RetentionInDays).toBe(90);
  });

  test('of an image also reads its one repository, and follows `latest`', () => {
    const rendered = renderedWith(Invoke.inspectImage('Scan', { repository: images }));
    expect(rendered.statements('Stage/Scan')).toEqual([
      scans,
      { Action: ['ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage', 'ecr:BatchCheckLayerAvailability'], Resource: arn('ecr', 'repository/shop') },
      { Action: 'ecr:GetAuthorizationToken', Resource: '*' },
      logs,
    ]);
    expect(rendered.action('Stage/Scan').Configuration).toEqual({ InspectorRunMode: 'ECRImageScan', ECRRepositoryName: 'shop', ImageTag: 'latest' });
  });

  test.each([-1, 0.5, NaN])('is refused %d vulnerabilities as a threshold', highThreshold => {
    const props: InspectorProps = { highThreshold };
    expect(refusalOf(() => Invoke.inspectSource('Scan', props))).toMatch(/vulnerabilities are allowed\.[^]*whole number, 0 or more/);
  });
});

describe('another pipeline', () => {
  test('is started, and nothing else', () => {
    expect(renderedWith(Invoke.pipeline('Docs', { pipeline: docs })).statements('Stage/Docs'))
      .toEqual([{ Action: 'codepipeline:StartPipelineExecution', Resource: arn('codepipeline', 'docs') }]);
  });

  test('gives no variable', () => {
    expect(refusalOf(() => Invoke.pipeline('Docs', { pipeline: docs }).variable('ExecutionId'))).toContain('CodePipeline gives no variable "ExecutionId".');
  });

  test('is not the pipeline itself', () => {
    const stack = stackIn(HOME);
    const pipeline = pipelineIn(stack);
    const itself = codepipeline.Pipeline.fromPipelineArn(stack, 'Itself', 'arn:aws:codepipeline:eu-west-1:111111111111:Web');
    expect(refusalOf(() => pipeline.addStage('Stage', { steps: [Invoke.pipeline('Again', { pipeline: itself })] }))).toContain('The pipeline starts itself.');
  });
});

describe('refused are', () => {
  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`V${at}`, 'x']));

  test.each<[string, Partial<LambdaInvokeProps>, RegExp]>([
    ['a text and an object for a function', { userParameters: 'a', userParametersObject: { a: 1 } }, /both a text and an object/],
  ])('%s', (_what, props, expected) => {
    expect(refusalOf(() => Invoke.lambda('Call', { function: preview, ...props }))).toMatch(expected);
  });

  test.each<[string, Partial<StepFunctionsProps>, RegExp]>([
    ['two inputs of a state machine', { literalInput: {}, inputFile: 'in.json' }, /two inputs/],
    ['an artifact without a file of it', { input: sourceOf() }, /no file of it/],
    ['a prefix with a space', { executionNamePrefix: 'my shop' }, /The prefix "my shop" is not allowed/],
    ['a prefix of 44 characters', { executionNamePrefix: 'x'.repeat(44) }, /1 to 43/],
  ])('%s', (_what, props, expected) => {
    expect(refusalOf(() => Invoke.stepFunctions('Run', { stateMachine: migrate, ...props }))).toMatch(expected);
  });

  test.each<[string, Partial<PipelineInvokeProps>, RegExp]>([
    ['51 variables', { variables: many(51) }, /51 variables[^]*at most 50/],
    ['a variable with a dot', { variables: { 'a.b': 'x' } }, /The variable "a\.b" is not allowed/],
  ])('%s', (_what, props, expected) => {
    expect(refusalOf(() => Invoke.pipeline('Docs', { pipeline: docs, ...props }))).toMatch(expected);
  });
});

test('what an invocation gives does not count as built', () => {
  const rendered = renderedWith(Invoke.inspectSource('Scan'), Approval.manual());
  expect(rendered.orders('Stage')).toEqual({ Scan: 1, Approve: 1 });
});
