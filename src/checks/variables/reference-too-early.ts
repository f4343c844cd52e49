import { type Check, GUIDE } from '../check';
import { isTooLate, whyTooLate } from '../moment';
import { type Namespace, namespacesOf } from './namespaces';
import { referencesOf } from './places';
import { isReference } from './reference';

export const REFERENCE_TOO_EARLY: Check = {
  id: 'conveyor:reference-too-early',
  severity: 'error',
  title: 'A reference is to a variable that is not there yet',
  why: 'The action fails when it starts: variables come from actions of earlier stages, and from those with a lower run order in the same stage.',
  mend: 'Move the action that refers behind the one that gives: into a later stage, or to a higher run order.',
  source: `${GUIDE}/reference-variables.html`,
  * find(pipeline) {
    const namespaces = new Map<string, Namespace[]>();
    for (const one of namespacesOf(pipeline)) {
      const others = namespaces.get(one.name);
      if (others) others.push(one); else namespaces.set(one.name, [one]);
    }
    for (const { place: { at, by, moment }, reference } of referencesOf(pipeline)) {
      const givers = namespaces.get(reference.namespace) ?? [];
      if (!isReference(reference) || !givers.length || !givers.every(one => isTooLate(one.moment, moment))) continue;
      const [giver] = givers;
      const itself = givers.some(one => one.action.value === by.value);
      yield {
        at,
        wrong: itself ? `${reference.written} is what the action itself gives.`
          : `${reference.written} is given by ${giver.action.at('Name').written ?? 'an action'}, which runs ${whyTooLate(giver.moment, moment)}.`,
        mend: itself ? 'An action knows its own variables only when it has ended: take those of an earlier one.' : undefined,
      };
    }
  },
};
