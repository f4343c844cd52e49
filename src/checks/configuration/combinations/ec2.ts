import type { Problem } from '../../check';
import type { Configured } from '../configured';
import { needed } from './combination';

export function* ec2(action: Configured): Generator<Problem> {
  if (action.lacks('DeploySpec')) yield* needed(action, ['TargetDirectory', 'PostScript'], 'where there is no DeploySpec');
}
