import { near } from '../../catalog/nearest';
import type { PipelinePlan } from '../../plan';
import { type Check, GUIDE, type Problem } from '../check';
import { actionsOf } from '../parts';
import { allAreKnown, declaredVariables, EXECUTION, EXECUTION_KEYS, type Namespace, namespacesOf, PIPELINE } from './namespaces';
import { type Found, referencesOf } from './places';
import { isReference, type Reference } from './reference';

export const REFERENCE_UNKNOWN: Check = {
  id: 'conveyor:reference-unknown',
  severity: 'error',
  title: 'A reference is to a variable that nothing gives',
  why: 'CodePipeline refuses a reference to a namespace that no action has; one to a variable that its action does not give fails the action that waits for it.',
  mend: 'Refer to a variable as #{namespace.name}: the namespace is what an earlier action says under `Namespace`, the name one that its provider gives.',
  source: `${GUIDE}/reference-variables.html`,
  * find(pipeline) {
    const namespaces = new Map(namespacesOf(pipeline).map(one => [one.name, one]));
    const whole = allAreKnown(pipeline);
    const variables = declaredVariables(pipeline);
    const nameless = actionsWithoutNamespace(pipeline);
    for (const { place, reference } of referencesOf(pipeline)) {
      if (!isReference(reference) || (place.isSource && reference.namespace === PIPELINE)) continue;
      const found = { place, reference };
      const { namespace } = reference;
      const own = namespaces.get(namespace);
      if (namespace === EXECUTION) yield* ofExecution(found);
      else if (namespace === PIPELINE) yield* ofPipeline(found, variables);
      else if (own) yield* ofAction(found, own);
      else if (whole && !place.isCode) yield nowhere(found, [...namespaces.keys()], nameless);
    }
  },
};

function* ofExecution({ place: { at }, reference: { written, key } }: Found<Reference>): Generator<Problem> {
  if (!EXECUTION_KEYS.includes(key)) {
    yield {
      at,
      wrong: `${written} does not exist: CodePipeline gives ${EXECUTION_KEYS.join(', ')} alone.`,
      mend: `Use #{${EXECUTION}.${EXECUTION_KEYS[0]}}, or #{${PIPELINE}.${key}} for a variable of the pipeline.`,
    };
  }
}

function* ofPipeline({ place: { at }, reference: { written, key } }: Found<Reference>, declared?: readonly string[]): Generator<Problem> {
  if (!declared || declared.includes(key)) return;
  const meant = near(key, declared);
  const mend = meant ? `Did you mean #{${PIPELINE}.${meant}}?` : `Declare it: \`Variables: [{ Name: ${key} }]\`.`;
  yield { at, wrong: `${written} is no variable of the pipeline.`, mend };
}

function* ofAction({ place: { at }, reference }: Found<Reference>, { keys, provider, action }: Namespace): Generator<Problem> {
  const { written, namespace, key } = reference;
  if (!keys || keys.includes(key)) return;
  const meant = near(key, keys);
  yield {
    at,
    wrong: `${written} is not given: ${action.at('Name').written ?? provider} gives ${keys.length ? keys.join(', ') : 'no variables'}.`,
    mend: meant ? `Did you mean #{${namespace}.${meant}}?` : undefined,
  };
}

function nowhere({ place: { at }, reference }: Found<Reference>, known: readonly string[], nameless: ReadonlySet<string>): Problem {
  const { written, namespace, key } = reference;
  const meant = near(namespace, [...known, PIPELINE, EXECUTION]);
  return {
    at,
    wrong: `${written} refers to the namespace "${namespace}", which no action has.`,
    mend: nameless.has(namespace) ? `Give the action ${namespace} a \`Namespace: ${namespace}\`.` : meant && `Did you mean #{${meant}.${key}}?`,
  };
}

function actionsWithoutNamespace(pipeline: PipelinePlan): Set<string> {
  return new Set(actionsOf(pipeline).filter(({ action }) => !action.declared.at('Namespace').given).map(({ action }) => action.name));
}
