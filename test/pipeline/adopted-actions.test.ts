import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as actions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Step } from '../../src';
import { buildOf, HOME, pipelineIn, refusalOf, sourceOf, stackIn, STAGING } from '../fixture';
import { Rendered } from '../rendered';

test('an action of aws-codepipeline stands in the order of its artifacts, in a role of its own', () => {
  const stack = stackIn(HOME);
  const source = sourceOf();
  const project = new codebuild.PipelineProject(stack, 'Project');
  const action = new actions.CodeBuildAction({ actionName: 'Vendor', project, input: source.primaryOutput!, outputs: [new codepipeline.Artifact('Vendor')] });
  const adopted = Step.fromAction(action);
  pipelineIn(stack, { source }).addStage('Stage', { steps: [buildOf('Reader'), adopted] });
  const rendered = Rendered.of(stack);
  expect(rendered.action('Stage/Vendor')).toMatchObject({ RunOrder: 1, InputArtifacts: [{ Name: 'Source' }], OutputArtifacts: [{ Name: 'Vendor' }] });
  const role = rendered.roleOf('Stage/Vendor');
  expect(role.Path).toBe('/conveyor/Web/');
  expect(role.AssumeRolePolicyDocument.Statement[0].Principal.AWS).toContain('role/conveyor/Web/');
});

test('what comes after it comes after it', () => {
  const stack = stackIn(HOME);
  const adopted = Step.fromAction(new actions.ManualApprovalAction({ actionName: 'Ask', runOrder: 7 }));
  const later = Step.fromAction(new actions.ManualApprovalAction({ actionName: 'AskAgain' }), [adopted]);
  pipelineIn(stack).addStage('Stage', { steps: [later, adopted] });
  expect(Rendered.of(stack).orders('Stage')).toEqual({ Ask: 1, AskAgain: 2 });
});

test('in another account it gets a role there, which the store admits', () => {
  const stack = stackIn(HOME);
  const source = sourceOf();
  const action = new actions.CloudFormationCreateUpdateStackAction({
    actionName: 'Stack',
    account: STAGING.account,
    stackName: 'network',
    templatePath: source.primaryOutput!.atPath('t.json'),
    adminPermissions: false,
    deploymentRole: iam.Role.fromRoleArn(stack, 'Execution', `arn:aws:iam::${STAGING.account}:role/execution`),
  });
  pipelineIn(stack, { source }).addStage('Stage', { steps: [Step.fromAction(action)] });
  const rendered = Rendered.of(stack);
  const { RoleArn } = rendered.action('Stage/Stack');
  expect(RoleArn).toContain(`:iam::${STAGING.account}:role/conveyor/Web/`);
  expect(JSON.stringify(rendered.all('AWS::S3::BucketPolicy'))).toContain(RoleArn);
});

test('an action that is added behind our back is refused, with the way to add it', () => {
  const stack = stackIn(HOME);
  const { pipeline } = pipelineIn(stack);
  pipeline.addStage({ stageName: 'Sneaky', actions: [new actions.ManualApprovalAction({ actionName: 'Ask' })] });
  expect(refusalOf(() => Rendered.of(stack))).toContain('addStage');
});
