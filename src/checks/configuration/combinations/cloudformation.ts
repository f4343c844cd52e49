import type { Problem } from '../../check';
import type { Configured } from '../configured';
import { needed } from './combination';

const NEEDS: Readonly<Record<string, readonly string[]>> = {
  CREATE_UPDATE: ['TemplatePath', 'RoleArn'],
  REPLACE_ON_FAILURE: ['TemplatePath', 'RoleArn'],
  CHANGE_SET_REPLACE: ['ChangeSetName', 'TemplatePath', 'RoleArn'],
  CHANGE_SET_EXECUTE: ['ChangeSetName'],
  DELETE_ONLY: ['RoleArn'],
};

export function* cloudFormation(action: Configured): Generator<Problem> {
  const mode = action.fixed('ActionMode') ?? '';
  if (Object.hasOwn(NEEDS, mode)) yield* needed(action, NEEDS[mode], `in the mode ${mode}`);
}
