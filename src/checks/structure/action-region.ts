import { isUnresolved } from '../../plan';
import { type Check, STRUCTURE } from '../check';
import { shown } from '../known';
import { actionsOf } from '../parts';

const REGION = /^[a-z]{2,}(-[a-z]+){1,3}-\d{1,2}$/;

export const ACTION_REGION: Check = {
  id: 'conveyor:action-region',
  severity: 'error',
  title: 'An action names no region, or works in another region than its pipeline, and cannot',
  why: 'CodePipeline refuses the pipeline: sources, and actions of others than AWS, work in the region of their pipeline.',
  mend: 'Leave the region out: the action then works in the region of its pipeline.',
  source: STRUCTURE,
  * find(pipeline) {
    for (const { action: { declared } } of actionsOf(pipeline)) {
      const region = declared.at('Region');
      if (region.text === undefined) continue;
      const [category, owner] = ['Category', 'Owner'].map(key => declared.at('ActionTypeId', key).text);
      const kind = category === 'Source' ? 'A source action' : owner === 'ThirdParty' || owner === 'Custom' ? `An action of the owner ${owner}` : undefined;
      if (!REGION.test(region.text)) {
        yield { at: region, wrong: `${shown(region.text)} is no region.`, mend: 'Regions have names such as "eu-west-1".' };
      } else if (kind && !isUnresolved(pipeline.region) && region.text !== pipeline.region) {
        yield { at: region, wrong: `${kind} is in ${region.text}, and its pipeline in ${pipeline.region}.` };
      }
    }
  },
};
