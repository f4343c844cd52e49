import { Stack, Stage } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { refuse } from '../refuse';

/**
 * The stack of an account that must be there before the pipelines of another stack: the roles that they work with
 * in that account. One for all pipelines of a stack.
 *
 * @param pipeline the pipeline that needs it
 * @param account twelve digits
 */
export function supportStack(pipeline: Construct, account: string): Stack {
  const stack = Stack.of(pipeline);
  const stage = Stage.of(pipeline) ?? refuse(pipeline, 'The pipeline stands outside of any app.', 'Put its stack into an App.');
  const id = `${stack.node.path.split('/').join('-')}-support-${account}`;
  const existing = stage.node.tryFindChild(id);
  if (existing) return existing as Stack;
  return new Stack(stage, id, {
    stackName: `${stack.stackName}-support-${account}`,
    description: `What the pipelines of ${stack.stackName} need in ${account}`,
    env: { account, region: stack.region },
  });
}
