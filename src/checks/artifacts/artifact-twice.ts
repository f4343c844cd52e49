import { type Check, STRUCTURE } from '../check';
import { twice } from '../twice';
import { givenIn } from './flow';

export const ARTIFACT_TWICE: Check = {
  id: 'conveyor:artifact-twice',
  severity: 'error',
  title: 'Two outputs of a pipeline have the same name',
  why: 'CodePipeline refuses the pipeline: an artifact is known by its name alone.',
  mend: 'Name every output of the pipeline differently.',
  source: STRUCTURE,
  * find(pipeline) {
    const given = givenIn(pipeline);
    for (const { at, text, first } of twice(given.map(one => one.at))) {
      yield { at, wrong: `The artifact "${text}" is an output of ${given[first].by.at('Name').written ?? 'another action'} already.` };
    }
  },
};
