import { type Declared, isUnresolved, type PipelinePlan } from '../../plan';
import { type Check, type Problem, STRUCTURE } from '../check';
import { knownPart, shown } from '../known';
import { actionsOf, rulesOf } from '../parts';

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
  * find(pipeline) {
    const rules = rulesOf(pipeline).map(({ rule }) => rule.declared);
    for (const declared of [...actionsOf(pipeline).map(({ action }) => action.declared), ...rules]) {
      const region = declared.at('Region');
      if (NO_PART_OF_ONE.test(knownPart(region) ?? '')) yield { at: region, wrong: `${shown(region.written ?? '')} is no region.`, mend: REGIONS };
      else if (region.text !== undefined) yield* wrongRegion(region, region.text, declared, pipeline);
    }
  },
};

function* wrongRegion(at: Declared, region: string, declared: Declared, pipeline: PipelinePlan): Generator<Problem> {
  const [category, owner] = ['Category', 'Owner'].map(key => declared.at('ActionTypeId', key).text);
  const kind = category === 'Source' ? 'A source action' : owner === 'ThirdParty' || owner === 'Custom' ? `An action of the owner ${owner}` : undefined;
  if (!REGION.test(region)) yield { at, wrong: `${shown(region)} is no region.`, mend: REGIONS };
  else if (kind && !isUnresolved(pipeline.region) && region !== pipeline.region) yield { at, wrong: `${kind} is in ${region}, and its pipeline in ${pipeline.region}.` };
}
