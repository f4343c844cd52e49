import { ARTIFACT_NAME } from '../../catalog/names';
import type { Declared } from '../../plan';
import { type Check, LIMITS, type Problem } from '../check';
import { knownPart, lacks, shown } from '../known';
import { actionsOf, rulesOf } from '../parts';

export const ARTIFACT_NAME_NOT_ALLOWED: Check = {
  id: 'conveyor:artifact-name-not-allowed',
  severity: 'error',
  title: 'An artifact has no name, or one that is not allowed',
  why: 'CodePipeline refuses the pipeline.',
  mend: `Use ${ARTIFACT_NAME.allowed}, as in \`Name: BuildOutput\`.`,
  source: LIMITS,
  * find(pipeline) {
    for (const { action: { declared } } of actionsOf(pipeline)) {
      for (const key of ['InputArtifacts', 'OutputArtifacts']) yield* wrongNames(declared.at(key));
    }
    for (const { rule } of rulesOf(pipeline)) yield* wrongNames(rule.declared.at('InputArtifacts'));
  },
};

function* wrongNames(list: Declared): Generator<Problem> {
  if (list.isObject || list.text !== undefined) {
    yield { at: list, wrong: 'The artifacts are no list.', mend: 'List them, each as an object with a name: `- Name: BuildOutput`.' };
  }
  for (const item of list.items) {
    if (item.text !== undefined || item.isList) {
      yield { at: item, wrong: `The artifact ${shown(item.text ?? 'a list')} is no object with a name.`, mend: `Write it as \`Name: ${item.text ?? '…'}\`.` };
    } else if (lacks(item, 'Name')) {
      yield { at: item, wrong: 'The artifact has no name.' };
    } else {
      yield* wrongName(item.at('Name'));
    }
  }
}

function* wrongName(name: Declared): Generator<Problem> {
  const known = knownPart(name);
  if (known === undefined || (name.unknown && known === '') || ARTIFACT_NAME.pattern.test(known)) return;
  yield { at: name, wrong: `The artifact name ${shown(name.written ?? known)} is not allowed.` };
}
