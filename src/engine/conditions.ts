/** The rules of a stage's conditions: what can be judged here is, the rest says that it was not. */

import type { ConditionPlan, RulePlan } from '../plan';
import { EngineError } from './engine-error';
import type { Fidelity, RuleJudged } from './events';
import type { Variables } from './variables';

export interface Verdict {
  /** whether every rule of every condition held */
  readonly holds: boolean;
  /** the result of the first condition that did not hold */
  readonly result?: string;
  readonly message?: string;
}

/** Judges a hook's conditions, a report for each rule. */
export function judge(
  hook: RuleJudged['hook'], conditions: readonly ConditionPlan[], variables: Variables,
  report: (judged: Pick<RuleJudged, 'hook' | 'rule' | 'provider' | 'status' | 'fidelity' | 'message'>) => void,
): Verdict {
  let verdict: Verdict = { holds: true };
  for (const condition of conditions) {
    for (const rule of condition.rules) {
      const judged = judgeRule(rule, variables);
      report({ hook, rule: rule.name, provider: rule.provider, ...judged });
      if (judged.status === 'Failed' && verdict.holds) verdict = { holds: false, result: condition.result, message: `${hook}: the rule ${rule.name} did not hold: ${judged.message}` };
    }
  }
  return verdict;
}

function judgeRule(rule: RulePlan, variables: Variables): { status: 'Succeeded' | 'Failed'; fidelity: Fidelity; message: string } {
  if (rule.provider !== 'VariableCheck') {
    return { status: 'Succeeded', fidelity: 'skipped', message: `${rule.provider} is not judged on this machine and counts as met` };
  }
  try {
    const resolve = (key: string) => variables.resolveConfiguration(rule.configuration[key] ?? '');
    const [variable, value, operator] = [resolve('Variable'), resolve('Value'), rule.configuration.Operator ?? 'EQ'];
    const met = compare(operator, variable, value);
    return { status: met ? 'Succeeded' : 'Failed', fidelity: 'real', message: `${JSON.stringify(variable)} ${operator} ${JSON.stringify(value)}` };
  } catch (error) {
    return { status: 'Failed', fidelity: 'real', message: (error as Error).message };
  }
}

function compare(operator: string, variable: string, value: string): boolean {
  switch (operator) {
    case 'EQ': return variable === value;
    case 'NE': return variable !== value;
    case 'CONTAINS': return variable.includes(value);
    // Java's `matches` is about the whole text
    case 'MATCHES': return new RegExp(`^(?:${value})$`).test(variable);
    default: throw new EngineError(`the operator ${operator} is unknown; CodePipeline has EQ, NE, CONTAINS and MATCHES`);
  }
}
