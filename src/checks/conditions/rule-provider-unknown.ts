import { near } from '../../catalog/nearest';
import { RULES } from '../../catalog/rules';
import type { Check } from '../check';
import { lacks, shown } from '../known';
import { rulesOf } from '../parts';
import { RULES_PAGE } from './hooks';

const PROVIDERS = RULES.map(({ provider }) => provider);
const FIXED = { Category: 'Rule', Owner: 'AWS', Version: '1' };

export const RULE_PROVIDER_UNKNOWN: Check = {
  id: 'conveyor:rule-provider-unknown',
  severity: 'error',
  title: 'A rule is of a kind that CodePipeline does not have',
  why: 'CodePipeline refuses the pipeline.',
  mend: `Use one of ${PROVIDERS.join(', ')}, of category Rule, owner AWS and version 1.`,
  source: RULES_PAGE,
  * find(pipeline) {
    for (const { rule: { declared } } of rulesOf(pipeline)) {
      const type = declared.at('RuleTypeId');
      const provider = type.at('Provider');
      if (lacks(declared, 'RuleTypeId')) yield { at: declared, wrong: 'The rule has no type.' };
      for (const key of ['Category', 'Provider']) if (lacks(type, key)) yield { at: type, wrong: `The type of the rule has no ${key}.` };
      if (provider.text !== undefined && !PROVIDERS.includes(provider.text)) {
        const meant = near(provider.text, PROVIDERS);
        yield { at: provider, wrong: `No kind of rule is called ${shown(provider.text)}.`, mend: meant && `Did you mean "${meant}"?` };
      }
      for (const [key, value] of Object.entries(FIXED)) {
        const { text } = type.at(key);
        if (text !== undefined && text !== value) yield { at: type.at(key), wrong: `The ${key.toLowerCase()} of the rule's type is ${shown(text)}.`, mend: `Write ${key}: "${value}".` };
      }
    }
  },
};
