import type { Declared, PipelinePlan, Plan } from '../../plan';
import { type Check, GUIDE, type Problem } from '../check';
import { lacks } from '../known';
import { actionsOf } from '../parts';
import { twice } from '../twice';
import { ownRegionOf, regionsMadeHere } from './own-region';
import { storesOf } from './stores';

export const STORE_REGION: Check = {
  id: 'conveyor:store-region',
  severity: 'error',
  title: 'A region that a pipeline works in has no artifact store, or has two',
  why: 'CodePipeline refuses the pipeline: its own region, and each that an action runs in, has exactly one store.',
  mend: 'Use `ArtifactStores`, with one entry for the pipeline\'s own region and one for each region of its actions.',
  source: `${GUIDE}/actions-create-cross-region.html`,
  * find(pipeline, plan) {
    const { declared } = pipeline;
    const own = ownRegionOf(pipeline, plan);
    yield* wrongRegions(declared.at('ArtifactStores').items);
    yield* madeElsewhere(pipeline, plan, own);
    if (declared.at('ArtifactStores').isWhole && declared.at('ArtifactStores').items.length) yield* without(pipeline, own);
    else if (declared.at('ArtifactStore').isObject && lacks(declared, 'ArtifactStores')) yield* beyond(pipeline, own);
  },
};

function* wrongRegions(stores: readonly Declared[]): Generator<Problem> {
  for (const entry of stores) {
    if (lacks(entry, 'Region')) yield { at: entry, wrong: 'The store says no region.', mend: 'Add the `Region` that its bucket is in.' };
  }
  for (const { at, text } of twice(stores.map(entry => entry.at('Region')))) {
    yield { at, wrong: `There are two stores for ${text}.`, mend: 'Leave one of them out.' };
  }
}

/** Stores whose buckets are made in another region than they say: in that of the stack. */
function* madeElsewhere(pipeline: PipelinePlan, plan: Plan, own: string | undefined): Generator<Problem> {
  for (const region of regionsMadeHere(pipeline, plan)) {
    if (region.text !== own) yield { at: region, wrong: `The store is to be in ${region.text}, and the template makes its bucket in ${own}.`, mend: 'Name a bucket of that region.' };
  }
}

/** Regions that none of several stores is in. */
function* without(pipeline: PipelinePlan, own: string | undefined): Generator<Problem> {
  const regions = storesOf(pipeline).map(({ region }) => region?.text);
  if (regions.some(region => region === undefined)) return;
  if (own && !regions.includes(own)) yield { at: pipeline.declared.at('ArtifactStores'), wrong: `There is no store for ${own}, the pipeline's own region.` };
  for (const region of regionsOf(pipeline)) {
    if (region.text !== own && !regions.includes(region.text)) yield { at: region, wrong: `The action runs in ${region.text}, and there is no store for it.` };
  }
}

/** Regions other than that of the one store. */
function* beyond(pipeline: PipelinePlan, own: string | undefined): Generator<Problem> {
  const regions = regionsOf(pipeline);
  const first = own ?? regions[0]?.text; // wherever the pipeline is, it cannot be in two
  for (const region of regions) {
    if (region.text !== first) yield { at: region, wrong: `The action runs in ${region.text}, and the pipeline has one store${own ? ` in ${own}` : ''}.` };
  }
}

/** The regions that actions say they run in, as far as they are known. */
function regionsOf(pipeline: PipelinePlan): Declared[] {
  return actionsOf(pipeline).map(({ action }) => action.declared.at('Region')).filter(({ text }) => text);
}
