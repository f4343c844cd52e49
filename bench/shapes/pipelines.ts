/**
 * The shapes with aws-cdk-lib/pipelines. It deploys stacks of the app itself and nothing else: each deployment is of a
 * stack that is empty. It does no more than the others: no update of itself, no change sets. Each is built at once:
 * left to build themselves during synthesis, more than 100 in an app fail (`PossibleInfiniteLoopDetected`).
 */

import { Environment, Stack, Stage } from 'aws-cdk-lib';
import { CodeBuildStep, CodePipeline, CodePipelineSource, type IFileSetProducer, ManualApprovalStep } from 'aws-cdk-lib/pipelines';
import { CONNECTION_ARN, PRODUCTION, STAGING, synthesize } from './synthesize';
import { BUILDS_A_STAGE, STAGES_OF_C } from '../shape';

const source = () => CodePipelineSource.connection('acme/shop', 'main', { connectionArn: CONNECTION_ARN });
const build = (input: IFileSetProducer) => new CodeBuildStep('Build', { input, commands: ['npm ci', 'npm run build'], primaryOutputDirectory: 'dist' });

const pipelineOf = (stack: Stack, name: string, synth: IFileSetProducer) => new CodePipeline(stack, name, {
  pipelineName: name, synth, crossAccountKeys: true, enableKeyRotation: true, selfMutation: false, useChangeSets: false,
});

function application(stack: Stack, name: string, env: Required<Environment>) {
  const stage = new Stage(stack, `${name}Application`, { env });
  new Stack(stage, 'Application');
  return stage;
}

synthesize({
  simple(stack, name) {
    const pipeline = pipelineOf(stack, name, build(source()));
    pipeline.addStage(application(stack, name, STAGING));
    pipeline.buildPipeline();
  },

  accounts(stack) {
    const input = source();
    const pipeline = pipelineOf(stack, 'Shop', build(input));
    pipeline.addWave('Test', { post: ['Unit', 'Lint', 'Contract'].map(name => new CodeBuildStep(name, { input, commands: [`npm run ${name}`] })) });
    pipeline.addStage(application(stack, 'Staging', STAGING));
    pipeline.addWave('Approval', { post: [new ManualApprovalStep('Approve')] });
    const production = pipeline.addWave('Production');
    for (const [name, env] of Object.entries(PRODUCTION)) production.addStage(application(stack, name, env));
    pipeline.buildPipeline();
  },

  wide(stack) {
    const input = source();
    const pipeline = pipelineOf(stack, 'Shop', input);
    for (let stage = 1; stage <= STAGES_OF_C; stage++) {
      pipeline.addWave(`Stage${stage}`, {
        post: Array.from({ length: BUILDS_A_STAGE }, (_, index) => new CodeBuildStep(`Build${index + 1}`, { input, commands: [`make part-${stage}-${index + 1}`] })),
      });
    }
    pipeline.buildPipeline();
  },
});
