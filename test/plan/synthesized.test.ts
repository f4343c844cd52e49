/** Against what this project did not write: the L2 pipeline of aws-cdk-lib and its synthesizer. */

import { App, Stack } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as actions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { folder } from './fixtures/folder';
import { readPlan } from '../../src/plan/read';

test('a pipeline of aws-codepipeline is read back whole, across stacks', () => {
  const app = new App({ outdir: folder() });
  const env = { account: '222222222222', region: 'eu-west-1' };
  const bucket = new s3.Bucket(new Stack(app, 'Web', { env }), 'Site');
  const stack = new Stack(app, 'Delivery', { env });
  const source = new codepipeline.Artifact('Source');
  const built = new codepipeline.Artifact('Built');
  const project = new codebuild.PipelineProject(stack, 'Project', { buildSpec: codebuild.BuildSpec.fromObject({ version: '0.2', env: { variables: { BUCKET: bucket.bucketName } } }) });
  new codepipeline.Pipeline(stack, 'Pipeline', {
    pipelineType: codepipeline.PipelineType.V2,
    stages: [
      { stageName: 'Source', actions: [new actions.CodeStarConnectionsSourceAction({ actionName: 'GitHub', connectionArn: 'arn:aws:codeconnections:eu-west-1:222222222222:connection/1', owner: 'acme', repo: 'site', output: source })] },
      { stageName: 'Build', actions: [new actions.CodeBuildAction({ actionName: 'Build', input: source, outputs: [built], project })] },
      { stageName: 'Deploy', actions: [new actions.S3DeployAction({ actionName: 'Web', input: built, bucket })] },
    ],
  });
  const { pipelines: [plan], resources } = readPlan(app.synth().directory);
  expect(plan).toMatchObject({ constructPath: 'Delivery/Pipeline/Resource', type: 'V2', account: '222222222222', region: 'eu-west-1' });
  expect(plan.stages.map(stage => stage.actions.map(action => `${action.category}/${action.provider}`))).toEqual([
    ['Source/CodeStarSourceConnection'], ['Build/CodeBuild'], ['Deploy/S3'],
  ]);
  const named = resources.find('AWS::CodeBuild::Project', plan.stages[1].actions[0].configuration.ProjectName, plan.stackName);
  expect(named?.constructPath).toBe('Delivery/Project/Resource');
  const site = resources.find('AWS::S3::Bucket', plan.stages[2].actions[0].configuration.BucketName);
  expect(site?.constructPath).toBe('Web/Site/Resource');
  // the name of a bucket of another stack arrives in the buildspec through an import
  expect(JSON.stringify(named?.properties.Source)).toContain(site?.name);
});
