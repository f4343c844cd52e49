import { type Check, GUIDE } from '../check';
import { PIPELINE } from './namespaces';
import { referencesOf } from './places';
import { isReference } from './reference';

export const VARIABLE_IN_SOURCE: Check = {
  id: 'conveyor:variable-in-source',
  severity: 'error',
  title: 'A source action uses a variable of the pipeline',
  why: 'CodePipeline refuses the pipeline: its variables have no values for source actions.',
  mend: 'Name what the action reads. To start an execution with another revision or object, say so when it is started: source revisions can be overridden there.',
  source: `${GUIDE}/reference-variables.html`,
  * find(pipeline) {
    for (const { place: { at, isSource }, reference } of referencesOf(pipeline)) {
      if (isSource && isReference(reference) && reference.namespace === PIPELINE) yield { at, wrong: `The source action uses ${reference.written}.` };
    }
  },
};
