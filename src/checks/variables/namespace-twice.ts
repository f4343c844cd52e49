import { namespacesOf } from './namespaces';
import { type Check, GUIDE } from '../check';

export const NAMESPACE_TWICE: Check = {
  id: 'conveyor:namespace-twice',
  severity: 'error',
  title: 'Two actions have the same namespace',
  why: 'CodePipeline refuses the pipeline: a namespace belongs to one action of the whole pipeline.',
  mend: 'Give each action a namespace of its own.',
  source: `${GUIDE}/reference-variables.html`,
  * find(pipeline) {
    const first = new Map<string, string>();
    for (const { at, name, action } of namespacesOf(pipeline)) {
      const earlier = first.get(name);
      if (earlier === undefined) first.set(name, action.at('Name').written ?? 'another action');
      else if (name) yield { at, wrong: `The namespace "${name}" is that of ${earlier} already.` };
    }
  },
};
