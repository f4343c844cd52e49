import { SecretValue } from 'aws-cdk-lib';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as stepfunctions from 'aws-cdk-lib/aws-stepfunctions';
import { Approval, Build, Deploy, Environment, Invoke, Source, Step, Test } from '../../src';
import { findProvider } from '../../src/catalog/catalog';
import { bucketIn, buildOf, HOME, pipelineIn, plain, refusalOf, siteIn, sourceOf, stackIn } from '../fixture';
import { Rendered } from '../rendered';

interface Declared { readonly Namespace?: string; readonly OutputArtifacts?: { readonly Name: string }[] }

describe('a variable that is used', () => {
  const stack = stackIn(HOME);
  const source = sourceOf();
  const build = Build.codeBuild('Build', { commands: ['make'], output: 'dist', exportedVariables: ['VERSION'] });
  const unit = Test.codeBuild('Unit', {
    commands: ['make test'], environmentVariables: { COMMIT: plain(source.variable('CommitId')), STAGE: plain('beta') },
  });
  pipelineIn(stack, { source, builds: [build], tests: [unit] }).addStage('Ask', { steps: [Approval.manual({ message: `Release ${build.variable('VERSION')} of ${source.variable('BranchName')}?` })] });
  const rendered = Rendered.of(stack);
  const namespace = (path: string) => rendered.action(path).Namespace;

  test('gives its action a namespace, and the expression names it', () => {
    expect(namespace('Build/Build')).toMatch(/^[A-Za-z0-9@_-]{1,100}$/);
    expect(rendered.action('Ask/Approve').Configuration.CustomData)
      .toBe(`Release #{${namespace('Build/Build')}.VERSION} of #{${namespace('Source/Source')}.BranchName}?`);
  });

  test('gives no namespace to actions whose variables are not', () => {
    expect(namespace('Test/Unit')).toBeUndefined();
    expect(namespace('Ask/Approve')).toBeUndefined();
  });

  test('goes to a build with the action, and what is known before stays in the project', () => {
    expect(JSON.parse(rendered.action('Test/Unit').Configuration.EnvironmentVariables))
      .toEqual([{ name: 'COMMIT', type: 'PLAINTEXT', value: `#{${namespace('Source/Source')}.CommitId}` }]);
    const project = rendered.all('AWS::CodeBuild::Project').find(one => one.Name === 'Web-Test-Unit');
    expect(project.Environment.EnvironmentVariables).toEqual([{ Name: 'STAGE', Type: 'PLAINTEXT', Value: 'beta' }]);
  });

  test('is exported by the build', () => {
    const project = rendered.all('AWS::CodeBuild::Project').find(one => one.Name === 'Web-Build-Build');
    expect(JSON.parse(project.Source.BuildSpec).env).toEqual({ 'exported-variables': ['VERSION'] });
  });

  test('has a namespace that no artifact and no other action has', () => {
    const actions: Declared[] = rendered.stages.flatMap(stage => stage.Actions);
    const names = actions.flatMap(action => [action.Namespace ?? [], (action.OutputArtifacts ?? []).map(one => one.Name)].flat());
    expect(new Set(names).size).toBe(names.length);
  });
});

test('a pipeline that uses no variable has no namespace', () => {
  const stack = stackIn(HOME);
  pipelineIn(stack, { builds: [buildOf('Build', 'dist')] }).addStage('Ask', { steps: [Approval.manual()] });
  const rendered = Rendered.of(stack);
  for (const stage of rendered.stages) for (const action of stage.Actions) expect(action.Namespace).toBeUndefined();
});

test('variables work however the using step was made: before its maker stood anywhere', () => {
  const source = sourceOf();
  const stack = stackIn(HOME);
  const ask = Approval.manual({ message: source.variable('CommitId') });
  pipelineIn(stack, { source }).addStage('Ask', { steps: [ask] });
  const rendered = Rendered.of(stack);
  expect(rendered.action('Ask/Approve').Configuration.CustomData).toBe(`#{${rendered.action('Source/Source').Namespace}.CommitId}`);
});

test('actions of one stage with long names have namespaces of their own', () => {
  const stack = stackIn(HOME);
  const long = (end: string) => Test.commands('x'.repeat(90) + end, { commands: ['true'], outputVariables: ['V'] });
  const steps = [long('-one'), long('-two')];
  const pipeline = pipelineIn(stack);
  pipeline.addStage('LongStageName', { steps });
  pipeline.addStage('Ask', { steps: [Approval.manual({ message: steps.map(step => step.variable('V')).join(' ') })] });
  const [one, two] = Rendered.of(stack).stage('LongStageName').Actions.map((action: Declared) => action.Namespace);
  expect(one).toBeDefined();
  expect(one).not.toBe(two);
});

test('a variable of a step that stands in no pipeline is refused', () => {
  const stack = stackIn(HOME);
  pipelineIn(stack).addStage('Ask', { steps: [Approval.manual({ message: buildOf('Forgotten').variable('VERSION') })] });
  expect(refusalOf(() => Rendered.of(stack))).toMatch(/"VERSION" is used, and its step stands in no pipeline[^]*Add the step to the pipeline/);
});

describe('a step that stands in two places', () => {
  const twice = (use: boolean) => {
    const stack = stackIn(HOME);
    const smoke = Test.commands('Smoke', { commands: ['true'], outputVariables: ['URL'] });
    const message = use ? smoke.variable('URL') : 'none';
    const pipeline = pipelineIn(stack);
    pipeline.addWave('All', ['One', 'Two'].map(name => Environment.of(name, { deploy: [siteIn(stack, name)], verify: [smoke] })));
    pipeline.addStage('Ask', { steps: [Approval.manual({ message })] });
    return stack;
  };

  test('is refused when its variables are used', () => {
    expect(refusalOf(() => Rendered.of(twice(true)))).toMatch(/A step whose variables are used stands in the pipeline twice[^]*Make a step for each place/);
  });

  test('is fine when they are not', () => {
    expect(() => Rendered.of(twice(false))).not.toThrow();
  });

  test('is refused also when its variables are used only afterwards', () => {
    const stack = stackIn(HOME);
    const smoke = Test.commands('Smoke', { commands: ['true'], outputVariables: ['URL'] });
    const pipeline = pipelineIn(stack);
    for (const name of ['One', 'Two']) pipeline.addStage(name, { steps: [smoke] });
    expect(refusalOf(() => {
      pipeline.addStage('Ask', { steps: [Approval.manual({ message: smoke.variable('URL') })] });
      Rendered.of(stack);
    })).toContain('stands in the pipeline twice');
  });
});

test('a stack\'s outputs are variables of its deployment', () => {
  const stack = stackIn(HOME);
  const deploy = Deploy.cloudFormation('Stack', { stackName: 'shop', adminPermissions: true });
  const pipeline = pipelineIn(stack);
  pipeline.addEnvironment('Beta', { deploy: [deploy] });
  pipeline.addStage('Ask', { steps: [Approval.manual({ reviewUrl: deploy.variable('Url') })] });
  const rendered = Rendered.of(stack);
  expect(rendered.action('Ask/Approve').Configuration.ExternalEntityLink).toBe(`#{${rendered.action('Beta/Stack').Namespace}.Url}`);
});

describe('the variables that a provider gives', () => {
  const outside = stackIn(HOME, 'Outside');
  const repository = ecr.Repository.fromRepositoryName(outside, 'Images', 'shop');
  const token = SecretValue.secretsManager('github');

  test.each<[string, string, Step & { readonly variables: object }]>([
    ['AWS', 'CodeStarSourceConnection', sourceOf()],
    ['AWS', 'CodeCommit', Source.codeCommit(codecommit.Repository.fromRepositoryName(outside, 'Repository', 'shop'))],
    ['AWS', 'S3', Source.s3({ bucket: bucketIn(outside, 'releases'), objectKey: 'a.zip' })],
    ['AWS', 'ECR', Source.ecr({ repository })],
    ['ThirdParty', 'GitHub', Source.gitHubOAuth('acme/shop', { token })],
    ['AWS', 'ECRBuildAndPublish', Build.image('Image', { repository })],
    ['AWS', 'StepFunctions', Invoke.stepFunctions('Run', { stateMachine: stepfunctions.StateMachine.fromStateMachineName(outside, 'Machine', 'migrate') })],
    ['AWS', 'InspectorScan', Invoke.inspectSource('Scan')],
  ])('%s/%s are each a property', (owner, provider, step) => {
    const getters = Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(step.variables))).filter(([, { get }]) => get);
    const names = getters.map(([name]) => /\.(\w+)\}$/.exec((step.variables as Record<string, string>)[name])![1]);
    expect(names.sort()).toEqual([...findProvider(step.category, owner, provider)!.variables].sort());
  });

  test('are the same whether said by property or by name', () => {
    const source = sourceOf();
    const stack = stackIn(HOME);
    pipelineIn(stack, { source }).addStage('Ask', { steps: [Approval.manual({ message: `${source.variables.commitId} ${source.variable('CommitId')}` })] });
    const [one, other] = Rendered.of(stack).action('Ask/Approve').Configuration.CustomData.split(' ');
    expect(one).toBe(other);
  });

  test('are refused under another name, with the nearest and with all', () => {
    expect(refusalOf(() => sourceOf().variable('CommitID'))).toMatch(/CodeStarSourceConnection gives no variable "CommitID"\.\n  mend:  Did you mean "CommitId"\? It gives AuthorDate, /);
    expect(refusalOf(() => sourceOf().variable('Branch'))).toContain('Did you mean "BranchName"?');
  });

  test('are refused when there are none', () => {
    expect(refusalOf(() => Approval.manual().variable('Answer'))).toContain('It gives none: take the variable of another step.');
  });

  test('are of any name when the work itself decides', () => {
    expect(() => buildOf().variable('VERSION')).not.toThrow();
  });
});
