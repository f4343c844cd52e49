import { namespacesOf } from './namespaces';
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
    const artifacts = new Set(actionsOf(pipeline).flatMap(({ action: { declared } }) => declared.at('OutputArtifacts').items.map(item => item.at('Name').text)));
    for (const { at, name } of namespacesOf(pipeline)) {
      if (name && artifacts.has(name)) yield { at, wrong: `The namespace "${name}" is the name of an artifact, too.`, mend: `Call the namespace ${name}Variables, for example.` };
    }
  },
};
