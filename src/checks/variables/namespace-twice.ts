import { type Check, GUIDE } from '../check';
import { actionsOf } from '../parts';
import { twice } from '../twice';

export const NAMESPACE_TWICE: Check = {
  id: 'conveyor:namespace-twice',
  severity: 'error',
  title: 'Two actions have the same namespace',
  why: 'CodePipeline refuses the pipeline: a namespace belongs to one action of the whole pipeline.',
  mend: 'Give each action a namespace of its own.',
  source: `${GUIDE}/reference-variables.html`,
  * find(pipeline) {
    const actions = actionsOf(pipeline).map(({ action }) => action.declared);
    for (const { at, text, first } of twice(actions.map(action => action.at('Namespace')))) {
      yield { at, wrong: `The namespace "${text}" is that of ${actions[first].at('Name').written ?? 'another action'} already.` };
    }
  },
};
