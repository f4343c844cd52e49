/** What a role of the document may do, as far as it is certain. */

import type { Declared, Plan, ResourcePlan } from '../../plan';
import { isClosed, lacks } from '../known';
import { meansAction } from './action-pattern';
import { READS_ARTIFACTS, WRITES_ARTIFACTS } from './calls';
import { attachedTo, managedPolicy, mayHaveMore } from './policies';

interface Grants {
  /** undefined where there may be others */
  readonly statements: readonly Declared[] | undefined;
  /** answers that were given already */
  readonly none: Map<string, boolean>;
}

const found = new WeakMap<ResourcePlan, Grants>();

/** Whether a role certainly may not call any of some actions, on whatever resource: all its policies are known, and none allows one, or one denies it. */
export function allowsNone(role: ResourcePlan, actions: readonly string[], plan: Plan): boolean {
  const { statements, none } = found.get(role) ?? { statements: statementsOf(role, plan), none: new Map<string, boolean>() };
  found.set(role, { statements, none });
  const key = actions.join();
  const known = none.get(key) ?? !mayCall(statements, actions, plan);
  none.set(key, known);
  return known;
}

function mayCall(statements: readonly Declared[] | undefined, actions: readonly string[], plan: Plan): boolean {
  if (!statements) return true;
  return actions.some(action => statements.some(one => mayAllow(one, action, plan)) && !statements.some(one => denies(one, action)));
}

/** The statements of all policies of a role; undefined where there may be others. */
function statementsOf(role: ResourcePlan, plan: Plan): Declared[] | undefined {
  const [own, arns] = ['Policies', 'ManagedPolicyArns'].map(property => role.declared.at(property));
  if (!isClosed(role.declared) || [own, arns].some(list => list.given && !list.isWhole) || mayHaveMore(role, plan)) return undefined;
  const managed = arns.items.map(({ written = '' }) => managedPolicy(written, role, plan));
  const documents = [...own.items, ...[...managed, ...attachedTo(role, plan)].map(policy => policy?.declared)].map(policy => policy?.at('PolicyDocument'));
  const statements: Declared[] = [];
  for (const document of documents) {
    const list = document && isClosed(document) ? document.at('Statement') : undefined;
    const all = list?.isList ? list.items : list ? [list] : [];
    if (!all.length || !all.every(isClosed)) return undefined;
    statements.push(...all);
  }
  return statements.length ? statements : undefined;
}

/** Whether a statement may allow an action: what is unknown of it may be anything. */
function mayAllow(statement: Declared, action: string, plan: Plan): boolean {
  const effect = statement.at('Effect').text;
  if (effect !== undefined && effect !== 'Allow') return false;
  const resource = statement.at('Resource');
  if (OF_OBJECTS.includes(action) && resource.given && listed(resource).every(one => isBucketAlone(one, plan))) return false;
  const means = ({ text }: Declared) => text === undefined || meansAction(text, action);
  if (!lacks(statement, 'Action')) return listed(statement.at('Action')).some(means);
  return !listed(statement.at('NotAction')).some(one => one.text !== undefined && meansAction(one.text, action));
}

/** Whether a statement surely takes an action away, whatever else allows it. */
function denies(statement: Declared, action: string): boolean {
  return statement.at('Effect').text === 'Deny' && !statement.at('Condition').given && !statement.at('NotAction').given
    && listed(statement.at('Resource')).some(({ text }) => text === '*')
    && listed(statement.at('Action')).some(({ text }) => text !== undefined && meansAction(text, action));
}

/** What is done with the objects of a bucket: no bucket itself is a resource of it. */
const OF_OBJECTS = [...WRITES_ARTIFACTS, ...READS_ARTIFACTS];

function isBucketAlone({ written }: Declared, { resources }: Plan): boolean {
  const start = written?.indexOf(':s3:::') ?? -1;
  const rest = written?.slice(start + ':s3:::'.length) ?? '';
  return start >= 0 && (/^[a-z\d.-]+$/.test(rest) || resources.ofType('AWS::S3::Bucket').some(({ name }) => name === rest));
}

function listed(one: Declared): readonly Declared[] {
  return one.isList ? one.items : [one];
}
