import type { Problem } from '../../check';
import type { Configured } from '../configured';
import { needed } from './combination';

export function* stepFunctions(action: Configured): Generator<Problem> {
  if (action.fixed('InputType') !== 'FilePath') return;
  yield* needed(action, ['Input'], 'when the InputType is FilePath');
  if (action.inputs?.length === 0) {
    yield { at: action.declared, wrong: 'The input is a file, and the action reads no artifact.', mend: 'Add the artifact that has the file to the action\'s input artifacts.' };
  }
}
