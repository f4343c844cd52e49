/** Where a pipeline keeps its artifacts, as it declares it. */

import type { Declared, PipelinePlan } from '../../plan';

export interface Store {
  readonly declared: Declared;
  /** that of `ArtifactStores`; undefined for the one store of `ArtifactStore` */
  readonly region?: Declared;
}

export function storesOf({ declared }: PipelinePlan): Store[] {
  const one = declared.at('ArtifactStore');
  return [
    ...(one.given ? [{ declared: one }] : []),
    ...declared.at('ArtifactStores').items.map(entry => ({ declared: entry.at('ArtifactStore'), region: entry.at('Region') })),
  ];
}
