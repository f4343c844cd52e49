import { near } from '../../catalog/nearest';
import type { Declared, PipelinePlan } from '../../plan';
import { type Check, GUIDE, type Problem } from '../check';
import { knownPart, lacks, shown } from '../known';

const REASON = /^[a-zA-Z0-9!@ ().*?-]{1,300}$/;

export const TRANSITION: Check = {
  id: 'conveyor:transition',
  severity: 'error',
  title: 'A transition is disabled into a stage that there is not, or without a reason that is allowed',
  why: 'CloudFormation cannot make the pipeline.',
  mend: 'Give a reason of 1 to 300 characters in one line: letters, digits, blanks, and !@().*?- (no others).',
  source: `${GUIDE}/transitions.html`,
  * find(pipeline) {
    for (const transition of pipeline.declared.at('DisableInboundStageTransitions').items) {
      yield* wrongStage(transition, pipeline);
      yield* wrongReason(transition);
    }
  },
};

function* wrongStage(transition: Declared, pipeline: PipelinePlan): Generator<Problem> {
  const stage = transition.at('StageName');
  if (lacks(transition, 'StageName')) yield { at: transition, wrong: 'The transition names no stage.', mend: 'Name the stage with `StageName`.' };
  const names = pipeline.stages.map(({ declared }) => declared.at('Name').text);
  const areKnown = pipeline.declared.at('Stages').isWhole && !names.includes(undefined);
  if (stage.text === undefined || !areKnown || names.includes(stage.text)) return;
  const meant = near(stage.text, names.filter(name => name !== undefined));
  yield {
    at: stage,
    wrong: `The pipeline has no stage ${shown(stage.text)}.`,
    mend: meant === undefined ? 'Name a stage of the pipeline.' : `Did you mean "${meant}"?`,
  };
}

function* wrongReason(transition: Declared): Generator<Problem> {
  const reason = transition.at('Reason');
  if (lacks(transition, 'Reason')) yield { at: transition, wrong: 'The transition is disabled without a reason.' };
  const known = knownPart(reason);
  if (known === undefined || (reason.unknown && known === '') || REASON.test(known)) return;
  const other = /[^a-zA-Z0-9!@ ().*?-]/u.exec(known);
  yield { at: reason, wrong: known.length > 300 ? `The reason has ${known.length} characters.` : other ? `The reason has ${shown(other[0])} in it.` : 'The reason is empty.' };
}
