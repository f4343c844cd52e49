/** What starts a pipeline, against what the L2's sources ask EventBridge for. */

import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as actions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import { Approval, DeliveryPipeline, Source, Step } from '../../src';

const newStack = () => new Stack(new App(), 'Stack', { env: { account: '111111111111', region: 'eu-west-1' } });
const gitIn = (stack: Stack) => codecommit.Repository.fromRepositoryName(stack, 'Repository', 'shop');
const imagesIn = (stack: Stack) => ecr.Repository.fromRepositoryName(stack, 'Repository', 'shop');

function patternOf(stack: Stack) {
  const [rule] = Object.values(Template.fromStack(stack).findResources('AWS::Events::Rule'));
  return rule.Properties.EventPattern;
}

function ours(source: (stack: Stack) => Step) {
  const stack = newStack();
  new DeliveryPipeline(stack, 'Pipeline', { source: source(stack) }).addStage('Stage', { steps: [Approval.manual()] });
  return patternOf(stack);
}

function theirs(source: (stack: Stack, output: codepipeline.Artifact) => codepipeline.IAction) {
  const stack = newStack();
  new codepipeline.Pipeline(stack, 'Pipeline', {
    pipelineType: codepipeline.PipelineType.V2,
    stages: [
      { stageName: 'Source', actions: [source(stack, new codepipeline.Artifact('Source'))] },
      { stageName: 'Stage', actions: [new actions.ManualApprovalAction({ actionName: 'Approve' })] },
    ],
  });
  return patternOf(stack);
}

test('a push to CodeCommit starts what it starts with the L2, and a tag of the branch\'s name does not', () => {
  const pattern = theirs((stack, output) => new actions.CodeCommitSourceAction({ actionName: 'Source', output, repository: gitIn(stack), branch: 'next' }));
  expect(ours(stack => Source.codeCommit(gitIn(stack), { branch: 'next' })))
    .toEqual({ ...pattern, detail: { ...pattern.detail, referenceType: ['branch'] } });
});

test('a push to ECR starts what it starts with the L2', () => {
  expect(ours(stack => Source.ecr({ repository: imagesIn(stack), imageTag: 'stable' })))
    .toEqual(theirs((stack, output) => new actions.EcrSourceAction({ actionName: 'Source', output, repository: imagesIn(stack), imageTag: 'stable' })));
});
