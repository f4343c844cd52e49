/** What aws-cdk-lib/pipelines declares is well: the checks find no error in it. */

import { App, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as ecrAssets from 'aws-cdk-lib/aws-ecr-assets';
import * as s3Assets from 'aws-cdk-lib/aws-s3-assets';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as pipelines from 'aws-cdk-lib/pipelines';
import { Construct } from 'constructs';
import { findingsIn } from '../checks/fixture';
import { CONNECTION, HOME, STAGING } from '../fixture';

class Shop extends Stage {
  constructor(scope: Construct, id: string, env: { account: string; region: string }) {
    super(scope, id, { env });
    const data = new Stack(this, 'Data');
    new sqs.Queue(data, 'Queue');
    const api = new Stack(this, 'Api');
    api.addStackDependency(data, 'its queue');
    new sqs.Queue(api, 'Queue');
    new s3Assets.Asset(api, 'Asset', { path: __filename });
    new ecrAssets.DockerImageAsset(api, 'Image', { directory: __dirname, file: 'cdk-pipelines.test.ts' });
  }
}

test.each<[string, Partial<pipelines.CodePipelineProps>]>([
  ['by default', {}],
  ['of type V2', { pipelineType: codepipeline.PipelineType.V2 }],
  ['across accounts', { crossAccountKeys: true, enableKeyRotation: true }],
  ['without self-mutation, with one publisher', { selfMutation: false, publishAssetsInParallel: false }],
  ['with change sets left out', { useChangeSets: false }],
])('a pipeline with two waves, steps before and after, approvals and assets, %s', (_, props) => {
  const app = new App();
  const stack = new Stack(app, 'Pipelines', { env: HOME });
  const synth = new pipelines.ShellStep('Synth', {
    input: pipelines.CodePipelineSource.connection('acme/shop', 'main', { connectionArn: CONNECTION }),
    commands: ['npm ci', 'npx cdk synth'],
  });
  const pipeline = new pipelines.CodePipeline(stack, 'Pipeline', { synth, ...props });
  pipeline.addWave('One').addStage(new Shop(app, 'Test', HOME), { post: [new pipelines.ShellStep('Smoke', { commands: ['./smoke.sh'] })] });
  pipeline.addWave('Two', { pre: [new pipelines.ManualApprovalStep('Release')] }).addStage(new Shop(app, 'Live', props.crossAccountKeys ? STAGING : HOME), {
    pre: [new pipelines.ConfirmPermissionsBroadening('Broadening', { stage: new Shop(app, 'Look', HOME) })],
  });
  pipeline.buildPipeline();
  const findings = findingsIn(Template.fromStack(stack).toJSON());
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});
