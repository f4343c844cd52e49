import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { Construct } from 'constructs';

/**
 * The resource of the pipeline that an action stands in, for what must be there before it or only after it.
 * CodePipeline names its pipelines and action types literally, so CloudFormation does not see these orders itself.
 *
 * @param scope the action's own scope
 */
export function pipelineResource(scope: Construct): codepipeline.CfnPipeline | undefined {
  return scope.node.scopes.find(one => one instanceof codepipeline.Pipeline)?.node.defaultChild as codepipeline.CfnPipeline | undefined;
}
