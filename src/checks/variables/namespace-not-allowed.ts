import { NAMESPACE } from '../../catalog/names';
import { type Check, LIMITS } from '../check';
import { knownPart, shown } from '../known';
import { actionsOf } from '../parts';

export const NAMESPACE_NOT_ALLOWED: Check = {
  id: 'conveyor:namespace-not-allowed',
  severity: 'error',
  title: 'A namespace has characters that are not allowed, none, or more than 100',
  why: 'CodePipeline refuses the pipeline.',
  mend: `Use ${NAMESPACE.allowed}.`,
  source: LIMITS,
  * find(pipeline) {
    for (const { action: { declared } } of actionsOf(pipeline)) {
      const at = declared.at('Namespace');
      const known = knownPart(at);
      if (known === undefined || (at.unknown && known === '') || NAMESPACE.pattern.test(known)) continue;
      yield { at, wrong: `The namespace ${shown(at.written ?? known)} is not allowed.` };
    }
  },
};
