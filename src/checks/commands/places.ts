/** The actions and the rules that run commands. */

import { COMMANDS } from '../../catalog/builds';
import { COMMANDS_RULE } from '../../catalog/rules';
import type { Declared, PipelinePlan } from '../../plan';
import { actionsOf, rulesOf } from '../parts';

export function commandActionsIn(pipeline: PipelinePlan): Declared[] {
  return actionsOf(pipeline).filter(({ row }) => row === COMMANDS).map(({ action }) => action.declared);
}

/** Actions, and rules of conditions. */
export function commandsIn(pipeline: PipelinePlan): Declared[] {
  const rules = rulesOf(pipeline).map(({ rule }) => rule.declared);
  return [...commandActionsIn(pipeline), ...rules.filter(rule => rule.at('RuleTypeId', 'Provider').text === COMMANDS_RULE.provider)];
}
