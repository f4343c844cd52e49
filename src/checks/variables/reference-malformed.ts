import type { PipelinePlan } from '../../plan';
import { type Check, GUIDE } from '../check';
import { actionsOf } from '../parts';
import { EXECUTION, EXECUTION_KEYS, namespacesOf, PIPELINE } from './namespaces';
import { referencesOf } from './places';
import { isReference, type Misreference } from './reference';

const WRONG: Readonly<Record<Misreference['wrong'], string>> = {
  'no key': 'has a namespace and a name, with a dot between them',
  'no namespace': 'has a namespace before the dot',
  'spaces': 'has no spaces',
  'unclosed': 'ends with a brace',
  'characters': 'has letters, digits and @ - _ on either side of one dot',
};

/** A reference but for its dots: nothing else looks like that. */
const DOTTED = /^#\{[A-Za-z0-9@_-]+(\.[A-Za-z0-9@_-]+){2,}\}$/;

/**
 * Only what is meant for a reference, as what it names shows. INFERRED: the service's own message says that a reference is
 * "a namespace and a key separated by a period"; which other texts it refuses no page lists.
 */
export const REFERENCE_MALFORMED: Check = {
  id: 'conveyor:reference-malformed',
  severity: 'error',
  title: 'A reference to a variable is not written as #{namespace.name}',
  why: 'CodePipeline refuses the pipeline, or leaves the text as it is.',
  mend: 'Write it as #{namespace.name}: no spaces, one dot.',
  source: `${GUIDE}/reference-variables.html`,
  * find(pipeline) {
    const owners = ownersIn(pipeline);
    for (const { place: { at, isCode }, reference } of referencesOf(pipeline)) {
      if (isReference(reference)) continue;
      const { written, namespace, key, wrong } = reference;
      const isNamespace = owners.namespaces.has(namespace);
      const owner = owners.ofKeys.get(key || namespace);
      const isDotted = wrong === 'characters' && !isCode && DOTTED.test(written);
      if (!isNamespace && !isDotted && !(owner !== undefined && (wrong === 'no key' || wrong === 'no namespace'))) continue;
      yield {
        at,
        wrong: `${written} is no reference: one ${WRONG[wrong]}.`,
        mend: isNamespace ? key && `Write #{${namespace}.${key}}.` || undefined : owner && `Write #{${owner}.${key || namespace}}.`,
      };
    }
  },
};

interface Owners {
  readonly namespaces: ReadonlySet<string>;
  /** by a variable's name, the namespace that has it */
  readonly ofKeys: ReadonlyMap<string, string>;
}

export function ownersIn(pipeline: PipelinePlan): Owners {
  const ofActions = namespacesOf(pipeline);
  const ofKeys = new Map<string, string>();
  // who has no namespace gives variables all the same: a reference to one of them is meant for one
  for (const { row } of actionsOf(pipeline)) for (const key of row && row.variables !== '*' ? row.variables : []) ofKeys.set(key, '‹namespace›');
  for (const { name, keys } of ofActions) for (const key of keys ?? []) ofKeys.set(key, name);
  for (const { name } of pipeline.variables) ofKeys.set(name, PIPELINE);
  for (const key of EXECUTION_KEYS) ofKeys.set(key, EXECUTION);
  return { namespaces: new Set([EXECUTION, PIPELINE, ...ofActions.map(({ name }) => name)]), ofKeys };
}
