import { RULES, type RuleProvider } from '../../catalog/rules';
import type { RulePlan } from '../../plan';

/** What CodePipeline knows of a rule's provider; undefined where that is unknown. */
export function rowOf({ declared }: RulePlan): RuleProvider | undefined {
  const provider = declared.at('RuleTypeId', 'Provider').text;
  return RULES.find(row => row.provider === provider);
}
