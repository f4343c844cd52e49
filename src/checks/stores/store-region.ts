import { storesOf } from './stores';
import { type Declared, isUnresolved, type PipelinePlan } from '../../plan';
import { type Check, GUIDE, type Problem } from '../check';
import { lacks } from '../known';
import { actionsOf } from '../parts';

export const STORE_REGION: Check = {
  id: 'conveyor:store-region',
  severity: 'error',
  title: 'A region that a pipeline works in has no artifact store, or has two',
  why: 'CodePipeline refuses the pipeline: its own region, and each that an action runs in, has exactly one store.',
  mend: 'Use `ArtifactStores`, with one entry for the pipeline\'s own region and one for each region of its actions.',
  source: `${GUIDE}/actions-create-cross-region.html`,
  * find(pipeline) {
    const { declared } = pipeline;
    yield* twice(declared.at('ArtifactStores'));
    if (declared.at('ArtifactStores').isWhole && declared.at('ArtifactStores').items.length) yield* without(pipeline);
    else if (declared.at('ArtifactStore').isObject && lacks(declared, 'ArtifactStores')) yield* beyond(pipeline);
  },
};

function* twice(stores: Declared): Generator<Problem> {
  const seen = new Set<string>();
  for (const entry of stores.items) {
    const region = entry.at('Region');
    if (lacks(entry, 'Region')) yield { at: entry, wrong: 'The store says no region.', mend: 'Add the `Region` that its bucket is in.' };
    if (region.text && seen.has(region.text)) yield { at: region, wrong: `There are two stores for ${region.text}.`, mend: 'Leave one of them out.' };
    seen.add(region.text ?? '');
  }
}

/** Regions that none of several stores is in. */
function* without(pipeline: PipelinePlan): Generator<Problem> {
  const regions = storesOf(pipeline).map(({ region }) => region?.text);
  if (regions.some(region => region === undefined)) return;
  const own = ownRegion(pipeline);
  if (own && !regions.includes(own)) yield { at: pipeline.declared.at('ArtifactStores'), wrong: `There is no store for ${own}, the pipeline's own region.` };
  for (const region of regionsOf(pipeline)) {
    if (region.text !== own && !regions.includes(region.text)) yield { at: region, wrong: `The action runs in ${region.text}, and there is no store for it.` };
  }
}

/** Regions other than that of the one store. */
function* beyond(pipeline: PipelinePlan): Generator<Problem> {
  const regions = regionsOf(pipeline);
  const own = ownRegion(pipeline);
  const first = own ?? regions[0]?.text; // wherever the pipeline is, it cannot be in two
  for (const region of regions) {
    if (region.text !== first) yield { at: region, wrong: `The action runs in ${region.text}, and the pipeline has one store${own ? ` in ${own}` : ''}.` };
  }
}

function ownRegion({ region }: PipelinePlan): string | undefined {
  return isUnresolved(region) ? undefined : region;
}

/** The regions that actions say they run in, as far as they are known. */
function regionsOf(pipeline: PipelinePlan): Declared[] {
  return actionsOf(pipeline).map(({ action }) => action.declared.at('Region')).filter(({ text }) => text);
}
