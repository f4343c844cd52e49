/** The roles that `cdk bootstrap` makes, from the template that the CDK's command line brings. */

import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { Role } from './assembly';
import { managedPolicy } from './managed-policies';
import { documentOf, listOf } from './policy-document';
import { evaluate, scopeOf } from '../../src/plan';
import { parseTemplate } from '../../src/plan/read';

const FILE = path.join(path.dirname(require.resolve('aws-cdk/package.json')), 'lib', 'api', 'bootstrap', 'bootstrap-template.yaml');

interface Properties {
  readonly RoleName: string;
  readonly AssumeRolePolicyDocument: unknown;
  readonly ManagedPolicyArns?: readonly string[];
  readonly Policies?: readonly { readonly PolicyName: string; readonly PolicyDocument: unknown }[];
}

/**
 * @param arn `…:role/cdk-hnb659fds-<kind>-role-<account>-<region>`; undefined for any other
 * @param trusted the accounts that the bootstrap was told to trust
 */
export function bootstrapRole(arn: string, trusted: readonly string[]): Role | undefined {
  const [, account, region] = /:role\/cdk-hnb659fds-[a-z-]+-role-(\d{12})-([a-z0-9-]+)$/.exec(arn) ?? [];
  if (!account) return undefined;
  const template = parseTemplate(readFileSync(FILE, 'utf8'), 'the bootstrap template');
  const parameters = { TrustedAccounts: trusted, TrustedAccountsForLookup: trusted };
  const scope = scopeOf({ template, stackName: 'CDKToolkit', account, region, parameters });
  const roles = Object.values(template.Resources ?? {}) as { Type: string; Properties: unknown }[];
  for (const { Type, Properties: declared } of roles) {
    if (Type !== 'AWS::IAM::Role') continue;
    const properties = evaluate(declared, scope) as Properties;
    if (arn !== `arn:aws:iam::${account}:role/${properties.RoleName}`) continue;
    return {
      arn,
      account,
      trust: documentOf(properties.AssumeRolePolicyDocument),
      policies: [
        ...listOf(properties.Policies).map(policy => ({ name: policy.PolicyName, document: documentOf(policy.PolicyDocument) })),
        ...listOf(properties.ManagedPolicyArns).flatMap(managedPolicy),
      ],
    };
  }
  return undefined;
}
