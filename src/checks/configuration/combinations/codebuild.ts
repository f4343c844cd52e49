import type { Problem } from '../../check';
import type { Configured } from '../configured';

export function* codeBuild(action: Configured): Generator<Problem> {
  if (action.truth('CombineArtifacts') === 'true' && (action.lacks('BatchEnabled') || action.truth('BatchEnabled') === 'false')) {
    yield { at: action.configuration.at('CombineArtifacts'), wrong: 'The build is to combine the artifacts of a batch, and is none.', mend: 'Add BatchEnabled: true, or leave CombineArtifacts out.' };
  }
  const inputs = action.declared.at('InputArtifacts').items.filter(item => item.isObject);
  if (inputs.length < 2 || !action.lacks('PrimarySource')) return;
  const first = inputs[0].at('Name').text ?? 'the name of one of them';
  yield {
    at: action.where,
    wrong: `The build reads ${inputs.length} artifacts, and does not say which one has its buildspec.`,
    mend: `Add PrimarySource: ${first}.`,
  };
}
