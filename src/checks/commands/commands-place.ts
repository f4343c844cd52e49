import { isUnresolved } from '../../plan';
import { accountOf, ownAccountOf } from '../account-of';
import { type Check, GUIDE } from '../check';
import { actionsOf } from '../parts';

export const COMMANDS_PLACE: Check = {
  id: 'conveyor:commands-place',
  severity: 'error',
  title: 'Commands are to run in another account or another region than the pipeline',
  why: 'CodePipeline does not support it: it runs commands where the pipeline is.',
  mend: 'Leave the region out and let the action\'s role be one of the pipeline\'s account. A project of CodeBuild can run elsewhere.',
  source: `${GUIDE}/action-reference-Commands.html`,
  * find(pipeline) {
    const [account, region] = [ownAccountOf(pipeline), isUnresolved(pipeline.region) ? undefined : pipeline.region];
    for (const { action: { declared }, row } of actionsOf(pipeline)) {
      if (row?.provider !== 'Commands') continue;
      const [place, role] = [declared.at('Region'), declared.at('RoleArn')];
      if (region && place.text && place.text !== region) yield { at: place, wrong: `The commands are to run in ${place.text}, and the pipeline is in ${region}.` };
      const of = accountOf(role);
      if (account && of && of !== account) yield { at: role, wrong: `The commands are to run with a role of account ${of}, and the pipeline is in ${account}.` };
    }
  },
};
