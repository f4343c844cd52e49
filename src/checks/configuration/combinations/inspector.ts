import type { Problem } from '../../check';
import type { Configured } from '../configured';
import { needed } from './combination';

export function* inspector(action: Configured): Generator<Problem> {
  const mode = action.fixed('InspectorRunMode');
  if (mode === 'ECRImageScan') yield* needed(action, ['ECRRepositoryName'], 'to scan an image');
  if (mode === 'SourceCodeScan' && action.inputs?.length === 0) {
    yield { at: action.declared, wrong: 'The scan of source code reads no artifact.', mend: 'Add the source to the action\'s input artifacts.' };
  }
}
