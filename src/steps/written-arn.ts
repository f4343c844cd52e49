import { Fn } from 'aws-cdk-lib';

/** The partition, as a text in CloudFormation names it. */
export const AWS_PARTITION = '${AWS::Partition}';

/**
 * An ARN for an action's configuration, with `${AWS::…}` for what only CloudFormation knows: a substitution, where
 * a token would become a join, which cfn-lint takes for a mistake there (E3703).
 */
export function writtenArn(text: string): string {
  return text.includes('${') ? Fn.sub(text) : text;
}
