import { EXECUTION, PIPELINE, RESERVED } from './namespaces';
import { type Check, GUIDE } from '../check';
import { actionsOf } from '../parts';

export const NAMESPACE_RESERVED: Check = {
  id: 'conveyor:namespace-reserved',
  severity: 'error',
  title: 'An action has a namespace that is CodePipeline\'s own',
  why: `CodePipeline refuses the pipeline: ${EXECUTION} is what it gives itself, ${PIPELINE} is what the pipeline declares.`,
  mend: 'Name the namespace for the action.',
  source: `${GUIDE}/reference-variables.html`,
  * find(pipeline) {
    for (const { action } of actionsOf(pipeline)) {
      const at = action.declared.at('Namespace');
      if (at.text !== undefined && RESERVED.includes(at.text)) yield { at, wrong: `The namespace "${at.text}" is reserved.` };
    }
  },
};
