import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { DeliveryPipeline } from '../../src';
import { buildOf, HOME, pipelineIn, refusalOf, siteIn, stackIn } from '../fixture';

/** A pipeline with an environment, and an L1 override that no construct can see. */
function overridden(stack: Stack, override = 'Stages.1.Actions.0.RunOrder', value: unknown = 0): DeliveryPipeline {
  const pipeline = pipelineIn(stack, { builds: [buildOf()] });
  pipeline.addEnvironment('Test', { deploy: [siteIn(stack)] });
  (pipeline.pipeline.node.defaultChild as codepipeline.CfnPipeline).addPropertyOverride(override, value);
  return pipeline;
}

function reportOf(app: App) {
  const { directory } = app.synth();
  const { pluginReports } = JSON.parse(readFileSync(path.join(directory, 'validation-report.json'), 'utf8'));
  return pluginReports.find(({ pluginName }: { pluginName: string }) => pluginName === 'conveyor');
}

test('what the service would refuse fails the synthesis, with the rule, the place and the mend', () => {
  const app = new App();
  overridden(stackIn(HOME, 'Shop', app));
  const refusal = refusalOf(() => app.synth());
  expect(refusal).toContain('The run order is 0.');
  expect(refusal).toContain('conveyor:run-order');
  expect(refusal).toContain('Shop/Web/Pipeline/Build/Build');
  expect(refusal).toContain('Use a whole number from 1 to 999');
});

test('pipelines that this library did not make are held to the same', () => {
  const app = new App();
  overridden(stackIn(HOME, 'Shop', app), 'Stages.1.Actions.0.RunOrder', 1);
  const other = new Stack(app, 'Other', { env: HOME });
  new codepipeline.CfnPipeline(other, 'Bare', { roleArn: 'arn:aws:iam::111111111111:role/r', stages: [], artifactStore: { type: 'S3', location: 'b' } });
  const refusal = refusalOf(() => app.synth());
  expect(refusal).toContain('The pipeline has no stage.');
  expect(refusal).toContain('Other/Bare');
});

test.each(['conveyor:run-order', 'Annotation::conveyor:run-order'])('%s can be acknowledged with a reason, which the report shows', id => {
  const app = new App();
  const pipeline = overridden(stackIn(HOME, 'Shop', app));
  Validations.of(pipeline).acknowledge({ id, reason: 'to see it fail in AWS' });
  const { violations, suppressedViolations } = reportOf(app);
  expect(violations).toEqual([]);
  expect(suppressedViolations).toEqual([expect.objectContaining({ ruleName: 'Annotation::conveyor:run-order', reason: 'to see it fail in AWS' })]);
});

test('what is acknowledged at one stage holds there alone', () => {
  const app = new App();
  const pipeline = overridden(stackIn(HOME, 'Shop', app));
  Validations.of(pipeline.pipeline.node.findChild('Test')).acknowledge({ id: 'conveyor:run-order', reason: 'elsewhere' });
  expect(refusalOf(() => app.synth())).toContain('The run order is 0.');
});

test('an app with many pipelines is held to the checks once', () => {
  const app = new App();
  const stack = stackIn(HOME, 'Shop', app);
  overridden(stack);
  pipelineIn(stack, {}, 'Api').addStage('Build', { steps: [buildOf()] });
  expect(refusalOf(() => app.synth()).split('The run order is 0.')).toHaveLength(2);
});

test('an opinion that is turned off by a prop shows in the report, with the prop as its reason', () => {
  const app = new App();
  const stack = stackIn(HOME, 'Shop', app);
  const pipeline = pipelineIn(stack);
  pipeline.addEnvironment('Test', { deploy: [siteIn(stack)], rollback: false });
  const { suppressedViolations } = reportOf(app);
  expect(suppressedViolations).toEqual([expect.objectContaining({
    ruleName: 'Annotation::conveyor:deploy-without-rollback', reason: 'The stage says `rollback: false`.', acknowledgedAt: 'Shop/Web/Pipeline/Test',
  })]);
});
