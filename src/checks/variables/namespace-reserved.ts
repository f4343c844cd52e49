import { EXECUTION, namespacesOf, PIPELINE } from './namespaces';
import { type Check, GUIDE } from '../check';

export const NAMESPACE_RESERVED: Check = {
  id: 'conveyor:namespace-reserved',
  severity: 'error',
  title: 'An action has a namespace that is CodePipeline\'s own',
  why: `CodePipeline refuses the pipeline: ${EXECUTION} is what it gives itself, ${PIPELINE} is what the pipeline declares.`,
  mend: 'Name the namespace for the action.',
  source: `${GUIDE}/reference-variables.html`,
  * find(pipeline) {
    for (const { at, name } of namespacesOf(pipeline)) {
      if (name === EXECUTION || name === PIPELINE) yield { at, wrong: `The namespace "${name}" is reserved.` };
    }
  },
};
