import { nameOf } from '../advice/resource-name';
import { type Check, GUIDE } from '../check';
import { allowsNone } from './grants';
import { isOpen } from './policies';
import { usesOf } from './uses';

export const ROLE_LACKS_PERMISSION: Check = {
  id: 'conveyor:role-lacks-permission',
  severity: 'error',
  title: 'A role may not call what is surely called with it',
  why: 'The action, the build or the start of the pipeline fails with "not authorized to perform". Looked at are roles of the same template that have policies, all of which stand there, '
    + 'too, and for each kind of action one or two calls that it cannot do without; on which resources, and on what condition, is not judged.',
  mend: 'Allow the call in a policy of the role.',
  source: `${GUIDE}/how-to-custom-role.html`,
  * find(pipeline, plan) {
    for (const { role, at, who, calls } of usesOf(pipeline, plan)) {
      const missing = calls.filter(call => allowsNone(role, call, plan));
      if (!missing.length || isOpen(role, plan)) continue;
      const names = missing.map(call => call.join(' or '));
      yield {
        at,
        wrong: `With the role "${nameOf(role)}", ${who} calls ${names.join(', and ')}, and the policies of the role do not allow it.`,
        mend: `Allow ${missing.map(([name]) => name).join(' and ')} in a policy of the role.`,
      };
    }
  },
};
