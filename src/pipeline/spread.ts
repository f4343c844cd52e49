import { IConstruct } from 'constructs';
import { GrownPolicy } from './grown-policy';
import { documentOf, Statement } from './policy';
import { INLINE_SIZE, MANAGED_COUNT, MANAGED_SIZE, sizeOf } from './policy-size';
import { refuse } from '../refuse';

type Document = ReturnType<typeof documentOf>;

/** A role's own policy, and managed ones for what it has no room for. */
export interface Spread {
  readonly own: Document;
  readonly managed: readonly Document[];
}

/** Statements as they are where a role's own policy holds them; otherwise merged, and spread over as many policies as it takes. */
export function spread(where: IConstruct, statements: readonly Statement[]): Spread {
  const own = documentOf(statements);
  if (sizeOf(own) <= INLINE_SIZE) return { own, managed: [] };
  const policies = [new GrownPolicy()];
  for (const part of statements.flatMap(partsOf)) {
    const room = policies.find((policy, at) => policy.takes([part], at ? MANAGED_SIZE : INLINE_SIZE));
    (room ?? another(where, policies, part)).add([part]);
  }
  const [first, ...managed] = policies.map(policy => policy.document);
  return { own: first, managed };
}

/** Refuses what not even the most policies that a role may have would hold. */
export function refuseOutgrown(where: IConstruct, what: string): never {
  refuse(where, `${what} more than ${INLINE_SIZE} characters of its own policies and ${MANAGED_COUNT} managed policies of ${MANAGED_SIZE} hold.`,
    'Name what belongs together by a pattern ("arn:…:secret:shop/*"), or spread the work over several actions.');
}

function another(where: IConstruct, policies: GrownPolicy[], part: Statement): GrownPolicy {
  const policy = new GrownPolicy();
  if (policies.length > MANAGED_COUNT || !policy.takes([part], MANAGED_SIZE)) refuseOutgrown(where, 'A role is to be allowed');
  policies.push(policy);
  return policy;
}

/** A statement for each thing that it names: what allows a list allows each of it. */
function partsOf(statement: Statement): Statement[] {
  const { Resource } = statement;
  return Array.isArray(Resource) ? Resource.map((one: unknown) => ({ ...statement, Resource: one })) : [statement];
}
