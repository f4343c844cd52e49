/** The valid pipeline with a role of its own template, which may do all that the pipeline surely does. */

import { type Check, findingsOf, type Finding } from '../../../src/checks';
import { deploymentsOf } from '../../../src/plan';
import { type Json, validTemplate } from '../fixture';

export const ALLOWED = ['codeconnections:UseConnection', 'codebuild:StartBuild', 'codebuild:BatchGetBuilds'];

export const statement = (Action: unknown, more: object = {}) => ({ Effect: 'Allow', Action, Resource: '*', ...more });
export const document = (...statements: unknown[]) => ({ Version: '2012-10-17', Statement: statements });
export const inline = (...statements: unknown[]) => [{ PolicyName: 'All', PolicyDocument: document(...statements) }];
export const trust = (Principal: unknown) => document({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' });
export const role = (service: string, Policies: unknown) => ({
  Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust({ Service: `${service}.amazonaws.com` }), Policies },
});
export const arnOf = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });

/** What checks find once a thing has been changed: of the pipeline, its role, or the template. */
export function found(checks: readonly Check[], change: (pipeline: Json, role: Json, template: Json) => void, account?: string): Finding[] {
  const template = validTemplate();
  const pipeline = template.Resources.Pipeline.Properties;
  template.Resources.PipelineRole = role('codepipeline', inline(statement(ALLOWED)));
  pipeline.RoleArn = arnOf('PipelineRole');
  change(pipeline, template.Resources.PipelineRole.Properties, template);
  const stack = { file: '/app/template.json', template, stackName: 'Shop', parameters: {}, paths: {}, acknowledgements: [], nested: () => ({}), account };
  return findingsOf(deploymentsOf('/app', [stack]), checks);
}
