/** The shapes with aws-codepipeline and aws-codepipeline-actions, by their defaults: a bucket and a key for each pipeline. */

import { Environment, Stack } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as actions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CONNECTION_ARN, executionRoleArn, PRODUCTION, STAGING, synthesize } from './synthesize';
import { BUILDS_A_STAGE, STAGES_OF_C } from '../shape';

/** The artifacts have a key of their own, as this library's have; other accounts need it anyway. */
function pipelineWithSource(stack: Stack, name: string) {
  const pipeline = new codepipeline.Pipeline(stack, name, { pipelineName: name, crossAccountKeys: true, enableKeyRotation: true });
  const source = new codepipeline.Artifact('Source');
  pipeline.addStage({
    stageName: 'Source',
    actions: [new actions.CodeStarConnectionsSourceAction({
      actionName: 'Source', connectionArn: CONNECTION_ARN, owner: 'acme', repo: 'shop', branch: 'main', output: source,
    })],
  });
  return { pipeline, source };
}

function build(stack: Stack, id: string, actionName: string, commands: string[], input: codepipeline.Artifact, output?: codepipeline.Artifact) {
  const project = new codebuild.PipelineProject(stack, id, {
    environment: { buildImage: codebuild.LinuxBuildImage.STANDARD_7_0 },
    buildSpec: codebuild.BuildSpec.fromObject({
      version: '0.2',
      phases: { build: { commands } },
      ...(output && { artifacts: { 'files': ['**/*'], 'base-directory': 'dist' } }),
    }),
  });
  return new actions.CodeBuildAction({ actionName, project, input, outputs: output && [output] });
}

function deploy(stack: Stack, name: string, env: Required<Environment>, built: codepipeline.Artifact) {
  return new actions.CloudFormationCreateUpdateStackAction({
    actionName: name,
    account: env.account === stack.account ? undefined : env.account,
    stackName: name,
    templatePath: built.atPath('template.yaml'),
    adminPermissions: false,
    deploymentRole: iam.Role.fromRoleArn(stack, `${name}ExecutionRole`, executionRoleArn(env)),
  });
}

function pipelineWithBuild(stack: Stack, name: string) {
  const { pipeline, source } = pipelineWithSource(stack, name);
  const built = new codepipeline.Artifact('Build');
  pipeline.addStage({ stageName: 'Build', actions: [build(stack, 'Build', 'Build', ['npm ci', 'npm run build'], source, built)] });
  return { pipeline, source, built };
}

synthesize({
  simple(stack, name) {
    const { pipeline, built } = pipelineWithBuild(stack, name);
    pipeline.addStage({ stageName: 'Staging', actions: [deploy(stack, name, STAGING, built)] });
  },

  accounts(stack) {
    const { pipeline, source, built } = pipelineWithBuild(stack, 'Shop');
    const tests = ['Unit', 'Lint', 'Contract'];
    pipeline.addStage({ stageName: 'Test', actions: tests.map(name => build(stack, name, name, [`npm run ${name}`], source)) });
    pipeline.addStage({ stageName: 'Staging', actions: [deploy(stack, 'Staging', STAGING, built)] });
    pipeline.addStage({ stageName: 'Approval', actions: [new actions.ManualApprovalAction({ actionName: 'Approve' })] });
    pipeline.addStage({ stageName: 'Production', actions: Object.entries(PRODUCTION).map(([name, env]) => deploy(stack, name, env, built)) });
  },

  wide(stack) {
    const { pipeline, source } = pipelineWithSource(stack, 'Shop');
    for (let stage = 1; stage <= STAGES_OF_C; stage++) {
      pipeline.addStage({
        stageName: `Stage${stage}`,
        actions: Array.from({ length: BUILDS_A_STAGE }, (_, index) => {
          const name = `Build${index + 1}`;
          return build(stack, `Stage${stage}${name}`, name, [`make part-${stage}-${index + 1}`], source);
        }),
      });
    }
  },
});
