import { type Check, GUIDE } from '../check';
import { allAreKnown } from './namespaces';
import { referencesOf } from './places';
import { isReference } from './reference';
import { ownersIn } from './reference-malformed';

export const REFERENCE_DOUBTFUL: Check = {
  id: 'conveyor:reference-doubtful',
  severity: 'warning',
  title: 'A text has #{…}, and it is no reference to a variable of the pipeline',
  why: 'CodePipeline takes #{…} for a reference before anything else reads the text: it may refuse the pipeline, or fail the action.',
  mend: 'If a reference is meant, write it as #{namespace.name} of an earlier action; if it belongs to another language, put that code into a file.',
  source: `${GUIDE}/reference-variables.html`,
  * find(pipeline) {
    if (!allAreKnown(pipeline)) return;
    const { namespaces, ofKeys } = ownersIn(pipeline);
    for (const { place: { at, isCode }, reference } of referencesOf(pipeline)) {
      const { namespace, written } = reference;
      const isDoubtful = isReference(reference) ? isCode : !isCode && reference.wrong === 'no key' && !ofKeys.has(namespace);
      if (isDoubtful && !namespaces.has(namespace)) yield { at, wrong: `Nothing gives ${written}.` };
    }
  },
};
