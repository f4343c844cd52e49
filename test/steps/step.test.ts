import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { ManualApprovalAction } from 'aws-cdk-lib/aws-codepipeline-actions';
import { Construct } from 'constructs';
import { Approval, Build, Deploy, IStep, StepContext, Test } from '../../src';
import { CatalogAction } from '../../src/steps/catalog-action';
import { HOME, pipelineIn, refusalOf, renderedWith, sourceOf, stackIn } from '../fixture';
import { Rendered } from '../rendered';

describe('a step\'s name', () => {
  test('is refused with the nearest that is allowed', () => {
    const refusal = refusalOf(() => Build.codeBuild('Build & test', { commands: ['make'] }));
    expect(refusal).toContain('The step name "Build & test" is not allowed.');
    expect(refusal).toContain('mend:  Use 1 to 100 of letters, digits and . @ - _: for example "Build-test".');
    expect(refusal).toContain('where: Build & test');
  });

  test('must do as an artifact\'s name when the step gives one', () => {
    expect(refusalOf(() => Build.codeBuild('Build.Web', { commands: ['make'], output: 'dist' }))).toContain('"Build.Web" is not allowed as the name of one.');
    expect(() => Test.codeBuild('Unit.Web', { commands: ['make test'] })).not.toThrow();
  });
});

describe('a further output', () => {
  const build = Build.codeBuild('Build', { commands: ['make'], output: 'dist', outputs: { docs: 'docs', maps: 'maps' } });

  test('is named for its step', () => {
    expect(build.output('docs').primaryOutput?.artifactName).toBe('Build_docs');
  });

  test('that is not there is refused with those that are', () => {
    expect(refusalOf(() => build.output('doc'))).toMatch(/The step has no output "doc"[^]*Build, Build_docs, Build_maps/);
  });

  test('of a step that gives nothing is refused', () => {
    expect(refusalOf(() => Test.codeBuild('Unit', { commands: ['make'] }).output('docs'))).toContain('nothing');
  });
});

const NONE = { min: 0, max: 0 };
const INVOKE = {
  category: 'Invoke',
  owner: 'AWS',
  provider: 'Lambda',
  version: '1',
  inputs: NONE,
  outputs: NONE,
  configuration: { FunctionName: { required: true } },
  variables: '*',
  source: 'https://docs.aws.amazon.com/codepipeline/',
} as const;

/** A step that nobody foresaw: all that `IStep` asks, and no more. */
class Ping implements IStep {
  readonly stepName = 'Ping';
  readonly category = codepipeline.ActionCategory.INVOKE;
  readonly inputs = [];
  readonly defaultInput = 'NONE' as IStep['defaultInput'];
  readonly outputs = [];
  readonly after = [];
  context?: StepContext;

  bind(scope: Construct, context: StepContext): codepipeline.IAction {
    this.context = context;
    const row = { ...INVOKE, permissions: () => [{ actions: ['lambda:InvokeFunction'], resources: ['F'] }] };
    return new CatalogAction(scope, row, this, context, { configuration: { FunctionName: 'ping' } });
  }
}

test('a step of one\'s own stands in a pipeline like any other, and learns its place', () => {
  const ping = new Ping();
  const rendered = renderedWith(ping);
  expect(rendered.action('Stage/Ping')).toMatchObject({ ActionTypeId: { Category: 'Invoke', Provider: 'Lambda' }, Configuration: { FunctionName: 'ping' } });
  expect(rendered.statements('Stage/Ping')).toEqual([{ Action: 'lambda:InvokeFunction', Resource: 'F' }]);
  expect(ping.context).toMatchObject({ stageName: 'Stage', actionName: 'Ping', runOrder: 1, inputs: [], ...HOME });
});

describe('what an action is configured with', () => {
  const approval = (message: string) => () => renderedWith(Approval.manual({ message }));

  test('is at most 1000 characters a value', () => {
    expect(approval('x'.repeat(1000))).not.toThrow();
    expect(refusalOf(approval('x'.repeat(1001)))).toMatch(/CustomData has 1001 characters[^]*where: Shop\/Web\/Pipeline\/Stage\/Approve/);
  });

  test('is never empty', () => {
    expect(refusalOf(approval(''))).toContain('CustomData has 0 characters.');
  });

  test('is not left out where the service needs it', () => {
    expect(refusalOf(() => renderedWith(Deploy.deleteStack('Stack', { stackName: '', adminPermissions: true })))).toMatch(/StackName/);
  });
});

test('a pipeline can be extended until it is synthesized', () => {
  const stack = stackIn(HOME);
  const pipeline = pipelineIn(stack, { source: sourceOf('Code') });
  for (const name of ['One', 'Two']) pipeline.addStage(name, { steps: [Test.commands(name, { commands: ['true'] })] });
  expect(Rendered.of(stack).stages.map(stage => stage.Name)).toEqual(['Source', 'One', 'Two']);
});

test('an action that is added to the pipeline within is refused, with where it belongs', () => {
  const stack = stackIn(HOME);
  const pipeline = pipelineIn(stack);
  pipeline.addStage('Stage', { steps: [Test.commands('Check', { commands: ['true'] })] });
  pipeline.pipeline.stage('Stage').addAction(new ManualApprovalAction({ actionName: 'Sly' }));
  expect(refusalOf(() => Rendered.of(stack))).toContain('Add it with the delivery pipeline\'s own `addStage`, as a step.');
});

