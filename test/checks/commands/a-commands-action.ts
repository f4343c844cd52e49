/** The valid pipeline with a Commands action in place of its build. */

import type { Check, Finding } from '../../../src/checks';
import { actionIn, type Json, stageIn } from '../fixture';
import { foundBy } from '../found-by';

export function inCommandsAction(check: Check, change: (action: Json) => void): Finding[] {
  return foundBy(check, pipeline => {
    const action = actionIn(pipeline, 'Build/Compile');
    action.ActionTypeId = { Category: 'Compute', Owner: 'AWS', Provider: 'Commands', Version: '1' };
    action.Configuration = {};
    action.Commands = ['make'];
    change(action);
  });
}

/** The same of a rule that runs commands before production. */
export function inCommandsRule(check: Check, change: (rule: Json) => void): Finding[] {
  return foundBy(check, pipeline => {
    const rule: Json = { Name: 'Look', RuleTypeId: { Category: 'Rule', Owner: 'AWS', Provider: 'Commands', Version: '1' }, Commands: ['make'] };
    change(rule);
    stageIn(pipeline, 'Production').BeforeEntry = { Conditions: [{ Result: 'FAIL', Rules: [rule] }] };
  });
}

export function messagesIn(check: Check, properties: Json): string[] {
  return inCommandsAction(check, action => Object.assign(action, properties)).map(({ message }) => message);
}
