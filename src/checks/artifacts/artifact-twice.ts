import { type Check, STRUCTURE } from '../check';
import { givenIn } from './flow';

export const ARTIFACT_TWICE: Check = {
  id: 'conveyor:artifact-twice',
  severity: 'error',
  title: 'Two outputs of a pipeline have the same name',
  why: 'CodePipeline refuses the pipeline: an artifact is known by its name alone.',
  mend: 'Name every output of the pipeline differently.',
  source: STRUCTURE,
  * find(pipeline) {
    const first = new Map<string, string>();
    for (const { name, at, by } of givenIn(pipeline)) {
      if (!name) continue;
      const earlier = first.get(name);
      if (earlier === undefined) first.set(name, by.at('Name').written ?? 'another action');
      else yield { at, wrong: `The artifact "${name}" is an output of ${earlier} already.` };
    }
  },
};
