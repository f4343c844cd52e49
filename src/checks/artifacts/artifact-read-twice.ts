import { type Check, STRUCTURE } from '../check';
import { actionsOf } from '../parts';
import { twice } from '../twice';

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
      for (const { at, text } of twice(declared.at('InputArtifacts').items.map(item => item.at('Name')))) {
        yield { at, wrong: `The action reads the artifact "${text}" twice.` };
      }
    }
  },
};
