import type { Declared, PipelinePlan, Plan } from '../../plan';
import { type Check, type Problem, STRUCTURE } from '../check';
import { knownPart, shown } from '../known';
import { actionsOf, rulesOf } from '../parts';
import { ownRegionOf } from '../stores/own-region';

/** What no region has in its name, whatever the unknown parts of it are. */
const NO_PART_OF_ONE = /[^a-z0-9-]/;
const REGIONS = 'Regions have names such as "eu-west-1".';
const REGION = /^[a-z]{2,}(-[a-z]+){1,3}-\d{1,2}$/;

export const ACTION_REGION: Check = {
  id: 'conveyor:action-region',
  severity: 'error',
  title: 'An action names no region, or works in another region than its pipeline, and cannot',
  why: 'CodePipeline refuses the pipeline: sources, and actions of others than AWS, work in the region of their pipeline.',
  mend: 'Leave the region out: the action then works in the region of its pipeline.',
  source: STRUCTURE,
  * find(pipeline, plan) {
    const rules = rulesOf(pipeline).map(({ rule }) => rule.declared);
    const home = homeOf(pipeline, plan);
    for (const declared of [...actionsOf(pipeline).map(({ action }) => action.declared), ...rules]) {
      const region = declared.at('Region');
      const bound = boundTo(declared);
      if (NO_PART_OF_ONE.test(knownPart(region) ?? '')) yield { at: region, wrong: `${shown(region.written ?? '')} is no region.`, mend: REGIONS };
      else if (region.text === undefined) continue;
      else if (!REGION.test(region.text)) yield { at: region, wrong: `${shown(region.text)} is no region.`, mend: REGIONS };
      else if (bound) yield* elsewhere(region, region.text, bound, home);
    }
  },
};

/** What an action is that works in no other region than its pipeline; undefined for others, and for what is unknown. */
function boundTo(declared: Declared): string | undefined {
  const [category, owner] = ['Category', 'Owner'].map(key => declared.at('ActionTypeId', key).text);
  return category === 'Source' ? 'A source action' : owner === 'ThirdParty' || owner === 'Custom' ? `An action of the owner ${owner}` : undefined;
}

/** What is known of the region that a pipeline is in. */
interface Home {
  readonly region?: string;
  /** regions that it is not in: a pipeline that says `AWS::Region` for its own store has others for these */
  readonly others: ReadonlySet<string | undefined>;
  /** where an earlier action already is that works in no other region */
  readonly claimed?: string;
}

function homeOf(pipeline: PipelinePlan, plan: Plan): Home {
  const region = ownRegionOf(pipeline, plan);
  if (region !== undefined) return { region, others: new Set() };
  const stores = pipeline.declared.at('ArtifactStores').items.map(store => store.at('Region'));
  const bound = actionsOf(pipeline).map(({ action }) => action.declared).filter(boundTo).map(action => action.at('Region').text);
  return {
    others: new Set(stores.some(({ written }) => written === pipeline.region) ? stores.map(({ text }) => text) : []),
    claimed: bound.find(one => one !== undefined && REGION.test(one)),
  };
}

function* elsewhere(at: Declared, region: string, bound: string, { region: home, others, claimed }: Home): Generator<Problem> {
  if (home !== undefined && region !== home) yield { at, wrong: `${bound} is in ${region}, and its pipeline in ${home}.` };
  else if (others.has(region)) yield { at, wrong: `${bound} is in ${region}, and its pipeline in another region: the one of the store for \`AWS::Region\`.` };
  else if (home === undefined && region !== claimed) yield { at, wrong: `${bound} is in ${region}, and another that works where its pipeline is in ${claimed}.` };
}
