import { type Check, STRUCTURE } from '../check';
import { lacks } from '../known';

export const STORE_MISSING: Check = {
  id: 'conveyor:store-missing',
  severity: 'error',
  title: 'A pipeline has no artifact store',
  why: 'CodePipeline refuses the pipeline: it keeps what one action gives to another in a bucket.',
  mend: 'Add `ArtifactStore` with `Type: S3` and the bucket as its `Location`; with actions in several regions, `ArtifactStores` with one for each.',
  source: STRUCTURE,
  * find({ declared }) {
    const many = declared.at('ArtifactStores');
    if (!declared.keys.length || !lacks(declared, 'ArtifactStore')) return;
    if (!many.given || (many.isList && many.items.length === 0)) yield { at: declared, wrong: 'The pipeline has neither ArtifactStore nor ArtifactStores.' };
  },
};
