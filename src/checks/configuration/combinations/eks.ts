import type { Problem } from '../../check';
import type { Configured } from '../configured';
import { needed } from './combination';

const HELM = ['HelmReleaseName', 'HelmChartLocation'];

/** Manifests, or a release of a chart. */
export function* eks(action: Configured): Generator<Problem> {
  const helm = [...HELM, 'HelmValuesFiles'].find(key => action.has(key));
  if (helm === undefined) {
    if (action.lacks('ManifestFiles') && HELM.every(key => action.lacks(key))) {
      yield { at: action.where, wrong: 'EKS has nothing to apply.', mend: 'Add ManifestFiles, or HelmReleaseName and HelmChartLocation.' };
    }
    return;
  }
  if (action.has('ManifestFiles')) {
    yield { at: action.configuration.at('ManifestFiles'), wrong: `EKS has ManifestFiles and ${helm}.`, mend: 'Apply manifests in one action and the chart in another.' };
    return;
  }
  yield* needed(action, HELM, 'to release a chart');
}
