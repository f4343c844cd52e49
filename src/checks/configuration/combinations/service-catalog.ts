import type { Problem } from '../../check';
import type { Configured } from '../configured';
import { needed } from './combination';

export function* serviceCatalog(action: Configured): Generator<Problem> {
  if (action.lacks('ConfigurationFilePath')) {
    yield* needed(action, ['TemplateFilePath', 'ProductVersionName', 'ProductType'], 'where there is no ConfigurationFilePath');
  }
}
