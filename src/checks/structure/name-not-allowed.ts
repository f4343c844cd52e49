import { NAME, nearestName } from '../../catalog/names';
import type { Declared } from '../../plan';
import { type Check, LIMITS, type Problem } from '../check';
import { knownPart, lacks, shown } from '../known';
import { actionsOf } from '../parts';

export const NAME_NOT_ALLOWED: Check = {
  id: 'conveyor:name-not-allowed',
  severity: 'error',
  title: 'A pipeline, stage or action has a name that is not allowed, or a stage or action has none',
  why: 'CodePipeline refuses the pipeline.',
  mend: `Use ${NAME.allowed}.`,
  source: LIMITS,
  * find(pipeline) {
    yield* wrongName(pipeline.declared, 'pipeline');
    for (const { declared } of pipeline.stages) yield* wrongName(declared, 'stage');
    for (const { action } of actionsOf(pipeline)) yield* wrongName(action.declared, 'action');
  },
};

function* wrongName(part: Declared, what: string): Generator<Problem> {
  const name = part.at('Name');
  const known = knownPart(name);
  // CloudFormation names a pipeline that has no name
  if (what !== 'pipeline' && lacks(part, 'Name')) yield { at: part, wrong: `The ${what} has no name.` };
  if (known === undefined || (name.unknown && known === '') || NAME.pattern.test(known)) return;
  yield {
    at: name,
    wrong: `The ${what} name ${shown(name.written ?? known)} is not allowed.`,
    ...(!name.unknown && known.trim() !== '' && { mend: `Use ${NAME.allowed}: "${nearestName(known)}".` }),
  };
}
