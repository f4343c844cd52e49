import { near } from '../../catalog/nearest';
import { type Check, STRUCTURE } from '../check';
import { allIsKnown, givenIn, readIn } from './flow';

export const ARTIFACT_NOT_PRODUCED: Check = {
  id: 'conveyor:artifact-not-produced',
  severity: 'error',
  title: 'An action or a rule reads an artifact that no action gives',
  why: 'CodePipeline refuses the pipeline: an input is the output of an action that ran before.',
  mend: 'Name an output of an earlier action, or make an earlier action give the artifact.',
  source: STRUCTURE,
  * find(pipeline) {
    if (!allIsKnown(pipeline)) return;
    const given = new Set(givenIn(pipeline).map(({ name }) => name ?? ''));
    for (const { name, at } of readIn(pipeline)) {
      if (!name || given.has(name)) continue;
      const meant = near(name, [...given]);
      yield { at, wrong: `No action gives the artifact "${name}".`, mend: meant && `Did you mean "${meant}"?` };
    }
  },
};
