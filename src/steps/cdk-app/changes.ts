import { Stage } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as iam from 'aws-cdk-lib/aws-iam';
import { StackDeployment } from 'aws-cdk-lib/pipelines';
import { Approval, ManualApprovalProps } from '../approval';
import { bootstrapArn } from './assembly';
import { CHANGE_SET } from './stack-step';
import { refuse } from '../../refuse';
import { codeBuildStep } from '../builds/codebuild-step';
import { IStep, Step } from '../step';

/** A stack whose change set is shown. */
export interface PreparedStack {
  readonly stage: Stage;
  readonly stack: StackDeployment;
}

/** The step that looks at the change sets, and the approval behind it. */
export interface Approved {
  readonly changes: Step;
  readonly approve: Step;
}

/** Shows to a person what change sets would change: a summary in the approval, everything in the log that it links to. */
export function approveChanges(suffix: string, stacks: readonly PreparedStack[], prepared: IStep[], approval: ManualApprovalProps): Approved {
  const changes = codeBuildStep(codepipeline.ActionCategory.TEST, `Changes${suffix}`, {
    // starts in seconds, and has the AWS command line
    image: codebuild.LinuxLambdaBuildImage.AMAZON_LINUX_2023_NODE_20,
    commands: [script(stacks)],
    exportedVariables: ['CHANGES', 'CHANGES_LINK'],
    permissions: [new iam.PolicyStatement({ actions: ['sts:AssumeRole'], resources: [...new Set(stacks.map(readerOf))] })],
    after: prepared,
  });
  const approve = Approval.manual({
    ...approval,
    name: `${approval.name ?? 'Approve'}${suffix}`,
    message: [...(approval.message ? [approval.message] : []), changes.variable('CHANGES')].join(' '),
    reviewUrl: approval.reviewUrl ?? changes.variable('CHANGES_LINK'),
  });
  return { changes, approve: behind(approve, changes) };
}

/** The approval is made by its own factory, which knows of no order. */
function behind(step: Step, other: IStep): Step {
  step.after.push(other);
  return step;
}

/** The lookup role of the bootstrap: it reads and nothing else. */
function readerOf({ stage, stack }: PreparedStack): string {
  const role = stage.synth().getStackArtifact(stack.stackArtifactId).lookupRole?.arn ?? stack.assumeRoleArn
    ?? refuse(stage, `The stack "${stack.stackName}" is synthesized without the roles of the bootstrap.`, 'Leave its `synthesizer` to the default.');
  return bootstrapArn(role, stack);
}

/** A value of an approval has at most 1000 characters, and the message is among them. */
const LONGEST = 700;

function script(stacks: readonly PreparedStack[]): string {
  const region = (stack: StackDeployment) => stack.region ?? '$AWS_REGION';
  return [
    'changes_of() (',
    '  set -- "$1" "$2" $(aws sts assume-role --role-arn "$3" --role-session-name conveyor --query "Credentials.[AccessKeyId,SecretAccessKey,SessionToken]" --output text)',
    '  export AWS_ACCESS_KEY_ID="$3" AWS_SECRET_ACCESS_KEY="$4" AWS_SESSION_TOKEN="$5"',
    `  set -- --region "$1" --stack-name "$2" --change-set-name ${CHANGE_SET}`,
    '  aws cloudformation describe-change-set "$@" --include-property-values >&2 || { echo "no change set"; exit; }',
    '  found=$(aws cloudformation describe-change-set "$@" --query "Changes[].ResourceChange.[join(\' \', [Action, ResourceType, LogicalResourceId, (Replacement==\'True\' && \'(replaced)\') || \'\'])]" --output text)',
    '  if [ -n "$found" ]; then echo "$found" | tr "\\n" ";"; else echo "nothing"; fi',
    ')',
    'CHANGES=""',
    ...stacks.map(one => `CHANGES="$CHANGES ${one.stack.stackName}: $(changes_of "${region(one.stack)}" "${one.stack.stackName}" "${readerOf(one)}");"`),
    `export CHANGES="$(printf "%.${LONGEST}s" "\${CHANGES# }")"`,
    'export CHANGES_LINK="https://$AWS_REGION.console.aws.amazon.com/codesuite/codebuild/projects/${CODEBUILD_BUILD_ID%%:*}/build/${CODEBUILD_BUILD_ID%%:*}%3A${CODEBUILD_BUILD_ID##*:}"',
    'echo "$CHANGES"',
  ].join('\n');
}
