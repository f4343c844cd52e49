import { ROLE_ARN } from '../../catalog/forms';
import { accountOf, ownAccountOf } from '../account-of';
import type { Check } from '../check';
import { isClosed } from '../known';
import { actionsOf } from '../parts';

export const ROLE_ELSEWHERE: Check = {
  id: 'conveyor:role-elsewhere',
  severity: 'error',
  title: 'An action hands on a role of another account than its own',
  why: 'The action fails: a role is passed on only within its account.',
  mend: 'Let the action itself have a role of that account (`RoleArn` beside its configuration), or hand on a role of the action\'s account.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  * find(pipeline) {
    for (const { action: { declared }, row } of actionsOf(pipeline)) {
      const role = declared.at('RoleArn');
      const own = role.given ? accountOf(role) : isClosed(declared) ? ownAccountOf(pipeline) : undefined;
      for (const [key, { form }] of Object.entries(row?.configuration ?? {})) {
        const handed = declared.at('Configuration', key);
        const account = form === ROLE_ARN ? accountOf(handed) : undefined;
        if (own && account && account !== own) yield { at: handed, wrong: `The action works in account ${own}, and hands on a role of account ${account}.` };
      }
    }
  },
};
