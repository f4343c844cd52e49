import { type Check, STRUCTURE } from '../check';
import { isTooLate, whyTooLate } from '../moment';
import { type Artifact, givenIn, readIn } from './flow';

export const ARTIFACT_PRODUCED_LATER: Check = {
  id: 'conveyor:artifact-produced-later',
  severity: 'error',
  title: 'An action or a rule reads an artifact before it is there',
  why: 'CodePipeline refuses the pipeline: an input is the output of an action in an earlier stage, or of one with a lower run order in the same stage.',
  mend: 'Move the action that reads behind the one that gives: into a later stage, or to a higher run order.',
  source: STRUCTURE,
  * find(pipeline) {
    const given = new Map<string, Artifact[]>();
    for (const one of givenIn(pipeline)) {
      const others = given.get(one.name ?? '');
      if (others) others.push(one); else given.set(one.name ?? '', [one]);
    }
    for (const { name, at, by, moment } of readIn(pipeline)) {
      const givers = (name && given.get(name)) || [];
      if (!givers.length || !givers.every(one => isTooLate(one.moment, moment))) continue;
      const [giver] = givers;
      const itself = givers.find(one => one.by.value === by.value);
      yield {
        at,
        wrong: itself ? `The action reads the artifact "${name}" that it gives itself.`
          : `The artifact "${name}" is given by ${giver.by.at('Name').written ?? 'an action'}, which runs ${whyTooLate(giver.moment, moment)}.`,
        mend: itself && 'Read another artifact, or name the output differently.',
      };
    }
  },
};
