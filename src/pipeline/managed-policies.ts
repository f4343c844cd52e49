import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { documentOf } from './policy';
import { Permission } from '../catalog/provider';
import { acknowledgeWildcards } from '../operations/acknowledge';

/**
 * What a role's own policies have no room for.
 *
 * @param id the id of the role in the scope
 * @param allowed all that the role allows
 * @returns the ARNs for the role, which is made after them; none in the common case
 */
export function managedPolicies(
  scope: Construct,
  id: string,
  named: { readonly path: string; readonly description: string },
  documents: readonly ReturnType<typeof documentOf>[],
  allowed: readonly Permission[],
): string[] | undefined {
  if (!documents.length) return undefined;
  return documents.map((policyDocument, at) => {
    const policy = new iam.CfnManagedPolicy(scope, `${id}Policy${at + 1}`, { ...named, policyDocument });
    acknowledgeWildcards(policy, () => allowed, () => policyDocument);
    return policy.ref;
  });
}
