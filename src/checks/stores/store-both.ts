import { type Check, STRUCTURE } from '../check';

export const STORE_BOTH: Check = {
  id: 'conveyor:store-both',
  severity: 'error',
  title: 'A pipeline has both ArtifactStore and ArtifactStores',
  why: 'CodePipeline refuses the pipeline: it takes one of the two.',
  mend: 'Leave ArtifactStore out and list its bucket in ArtifactStores, or the other way round where every action runs in the pipeline\'s own region.',
  source: STRUCTURE,
  * find({ declared }) {
    if (declared.at('ArtifactStore').isObject && declared.at('ArtifactStores').items.length > 0) {
      yield { at: declared.at('ArtifactStores'), wrong: 'The pipeline has ArtifactStore, too.' };
    }
  },
};
