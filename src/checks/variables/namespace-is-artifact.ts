import { asReference } from '../../plan';
import { type Check, GUIDE } from '../check';
import { actionsOf } from '../parts';

export const NAMESPACE_IS_ARTIFACT: Check = {
  id: 'conveyor:namespace-is-artifact',
  severity: 'error',
  title: 'A namespace has the name of an artifact',
  why: 'CodePipeline refuses the pipeline: the names of namespaces and of artifacts must differ.',
  mend: 'Name one of them differently.',
  source: `${GUIDE}/reference-variables.html`,
  * find(pipeline) {
    const actions = actionsOf(pipeline).map(({ action }) => action.declared);
    const artifacts = new Set(actions.flatMap(action => action.at('OutputArtifacts').items.map(item => item.at('Name').identity)));
    for (const at of actions.map(action => action.at('Namespace'))) {
      if (!at.identity || !artifacts.has(at.identity)) continue;
      const name = asReference(at.identity);
      yield { at, wrong: `The namespace "${name}" is the name of an artifact, too.`, mend: `Call the namespace ${name}Variables, for example.` };
    }
  },
};
