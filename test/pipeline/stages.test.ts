import { Approval, DeliveryPipeline, Deploy, Environment, Test } from '../../src';
import { buildOf, HOME, PARALLEL, pipelineIn, refusalOf, siteIn, sourceOf, stackIn, SUPERSEDED } from '../fixture';
import { Rendered } from '../rendered';

describe('a pipeline', () => {
  const stack = stackIn(HOME);
  const pipeline = pipelineIn(stack, { builds: [buildOf('Build', 'dist')], tests: [Test.codeBuild('Unit', { commands: ['make test'] })] });
  pipeline.addStage('Extra', { steps: [buildOf('Docs')] });
  pipeline.addStage('Again', { steps: [buildOf('Flaky')], retry: true });
  pipeline.addStage('Back', { steps: [buildOf('Careful')], rollback: true });
  pipeline.addEnvironment('Staging', { deploy: [siteIn(stack, 'StagingSite')], verify: [Test.commands('Smoke', { commands: ['true'] })] });
  pipeline.addEnvironment('Production', { approval: Approval.manual(), deploy: [siteIn(stack, 'Site')], rollback: false });
  pipeline.addEnvironment('Beta', { deploy: [siteIn(stack, 'BetaSite')], retry: true });
  const rendered = Rendered.of(stack);

  test('is of type V2, and executions wait for each other', () => {
    expect(rendered.pipeline).toMatchObject({ Name: 'Web', PipelineType: 'V2', ExecutionMode: 'QUEUED' });
  });

  test('has its stages in the order of source, builds, tests, and what was added', () => {
    expect(rendered.stages.map(stage => stage.Name))
      .toEqual(['Source', 'Build', 'Test', 'Extra', 'Again', 'Back', 'Staging', 'Production-Approval', 'Production', 'Beta']);
  });

  test('deploys what was built', () => {
    expect(rendered.inputs('Staging/StagingSite')).toEqual(['Build']);
    expect(rendered.inputs('Production/Site')).toEqual(['Build']);
  });

  test('tests the source', () => {
    expect(rendered.inputs('Test/Unit')).toEqual(['Source']);
    expect(rendered.inputs('Staging/Smoke')).toEqual(['Source']);
  });

  test('verifies an environment when it is deployed', () => {
    expect(rendered.orders('Staging')).toEqual({ StagingSite: 1, Smoke: 2 });
  });

  test('waits for an approval in a stage of its own, which never rolls back', () => {
    const { Actions, OnFailure } = rendered.stage('Production-Approval');
    expect(Actions.map((action: { Name: string }) => action.Name)).toEqual(['Approve']);
    expect(OnFailure).toBeUndefined();
  });

  test('rolls an environment back when it fails, unless told otherwise', () => {
    expect(rendered.stage('Staging').OnFailure).toEqual({ Result: 'ROLLBACK' });
    expect(rendered.stage('Production').OnFailure).toBeUndefined();
  });

  test('rolls other stages back only when told to', () => {
    expect(rendered.stage('Extra').OnFailure).toBeUndefined();
    expect(rendered.stage('Back').OnFailure).toEqual({ Result: 'ROLLBACK' });
  });

  test('tries the failed actions of a flaky stage once more, in place of a rollback', () => {
    for (const stage of ['Again', 'Beta']) {
      expect(rendered.stage(stage).OnFailure).toEqual({ Result: 'RETRY', RetryConfiguration: { RetryMode: 'FAILED_ACTIONS' } });
    }
  });

  test('says nothing of an action\'s region in its own region', () => {
    for (const stage of rendered.stages) for (const action of stage.Actions) expect(action.Region).toBeUndefined();
  });
});

describe('executions that run beside each other', () => {
  const parallel = () => pipelineIn(stackIn(HOME), { executionMode: PARALLEL, builds: [buildOf('Build', 'dist')] });

  test('have no rollback', () => {
    const pipeline = parallel();
    pipeline.addEnvironment('Staging', { deploy: [siteIn(pipeline)] });
    const rendered = Rendered.of(pipeline.pipeline.stack);
    expect(rendered.pipeline.ExecutionMode).toBe('PARALLEL');
    expect(rendered.stage('Staging').OnFailure).toBeUndefined();
  });

  test('are refused one that is asked for', () => {
    const pipeline = parallel();
    expect(refusalOf(() => pipeline.addEnvironment('Staging', { deploy: [siteIn(pipeline)], rollback: true }))).toMatch(/rollback/i);
    expect(refusalOf(() => pipeline.addStage('Extra', { steps: [buildOf('Docs')], rollback: true }))).toMatch(/rollback/i);
  });
});

test('a newer execution can take the place of one that waits', () => {
  const pipeline = pipelineIn(stackIn(HOME), { executionMode: SUPERSEDED, builds: [buildOf()] });
  expect(Rendered.of(pipeline.pipeline.stack).pipeline).toMatchObject({ ExecutionMode: 'SUPERSEDED', PipelineType: 'V2' });
});

describe('refused is', () => {
  test('a pipeline\'s name, with the nearest that is allowed', () => {
    const refusal = refusalOf(() => pipelineIn(stackIn(), { pipelineName: 'My shop' }));
    expect(refusal).toContain('The pipeline name "My shop" is not allowed.');
    expect(refusal).toContain('pipelineName: "My-shop"');
    expect(refusal).toContain('where: Shop/Web');
  });

  test('a stage\'s name', () => {
    expect(refusalOf(() => pipelineIn().addStage('to staging', { steps: [buildOf()] }))).toMatch(/"to staging" is not allowed[^]*"to-staging"[^]*where: Shop\/Web\/to staging/);
  });

  test('a second stage of the same name, with its path', () => {
    const pipeline = pipelineIn();
    pipeline.addStage('Extra', { steps: [buildOf('One')] });
    expect(refusalOf(() => pipeline.addStage('Extra', { steps: [buildOf('Two')] }))).toMatch(/"?Extra"?[^]*where: Shop\/Web\/Extra/);
  });

  test('a stage without a step', () => {
    expect(refusalOf(() => pipelineIn().addStage('Empty', { steps: [] }))).toContain('The stage has no step.');
  });

  test('a source behind the first stage', () => {
    expect(refusalOf(() => pipelineIn().addStage('More', { steps: [sourceOf('Second')] }))).toContain('Sources stand in the first stage, and nothing else does.');
  });

  test('something else in place of the source', () => {
    expect(refusalOf(() => new DeliveryPipeline(stackIn(), 'Web', { source: buildOf() }))).toContain('Sources stand in the first stage');
  });

  test('a stage that goes back and tries again', () => {
    const pipeline = pipelineIn();
    expect(refusalOf(() => pipeline.addEnvironment('Staging', { deploy: [siteIn(pipeline)], rollback: true, retry: true }))).toContain('keep `rollback` or `retry`');
  });

  test('two environments of a wave with one name', () => {
    const pipeline = pipelineIn();
    const ireland = Environment.of('Ireland', { deploy: [siteIn(pipeline)] });
    expect(refusalOf(() => pipeline.addWave('Europe', [ireland, ireland]))).toContain('two actions named "Ireland-Site"');
  });

  test('a deployment of an artifact that nobody makes, where it stands', () => {
    const pipeline = pipelineIn();
    const deploy = [Deploy.s3('Site', { bucket: pipeline.artifactStore.bucket, input: buildOf('Forgotten', 'dist') })];
    expect(refusalOf(() => pipeline.addEnvironment('Staging', { deploy }))).toMatch(/"Forgotten", which no step before it makes[^]*where: Shop\/Web\/Staging\/Site/);
  });
});

test('a pipeline whose name has an @ has no logs, and what keeps logs is refused there', () => {
  const named = (id: string) => () => pipelineIn(stackIn(HOME), { builds: [buildOf()], pipelineName: id });
  expect(refusalOf(named('shop@eu'))).toMatch(/"shop@eu" has an @[^]*pipelineName: "shop-eu"/);
  expect(named('shop.eu')).not.toThrow();
});
