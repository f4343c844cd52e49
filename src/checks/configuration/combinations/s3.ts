import type { Problem } from '../../check';
import type { Configured } from '../configured';
import { needed } from './combination';

export function* s3Deploy(action: Configured): Generator<Problem> {
  if (action.truth('Extract') === 'false') yield* needed(action, ['ObjectKey'], 'when it does not extract the artifact');
}
