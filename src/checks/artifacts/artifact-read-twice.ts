import { type Check, STRUCTURE } from '../check';
import { actionsOf } from '../parts';

/** INFERRED: the structure's page speaks of outputs alone. */
export const ARTIFACT_READ_TWICE: Check = {
  id: 'conveyor:artifact-read-twice',
  severity: 'error',
  title: 'An action lists the same input artifact twice',
  why: 'CodePipeline refuses the pipeline.',
  mend: 'List the artifact once.',
  source: STRUCTURE,
  * find(pipeline) {
    for (const { action: { declared } } of actionsOf(pipeline)) {
      const seen = new Set<string>();
      for (const item of declared.at('InputArtifacts').items) {
        const name = item.at('Name');
        if (name.text && seen.has(name.text)) yield { at: name, wrong: `The action reads the artifact "${name.text}" twice.` };
        seen.add(name.text ?? '');
      }
    }
  },
};
