import { RULES } from '../../catalog/rules';
import type { Check } from '../check';
import { shown } from '../known';
import { rulesOf } from '../parts';
import { CONDITIONS_PAGE } from './hooks';
import { rowOf } from './rule-row';

const MAY_SKIP = RULES.filter(({ maySkip }) => maySkip).map(({ provider }) => provider);

export const SKIP_NOT_POSSIBLE: Check = {
  id: 'conveyor:skip-not-possible',
  severity: 'error',
  title: 'A stage is to be skipped by a rule that cannot skip it',
  why: `CodePipeline refuses the pipeline: only ${MAY_SKIP.join(' and ')} go with the result SKIP.`,
  mend: `Use ${MAY_SKIP.join(' or ')}, or let the condition fail the stage: Result: FAIL.`,
  source: CONDITIONS_PAGE,
  * find(pipeline) {
    for (const { condition, rule } of rulesOf(pipeline)) {
      if (condition.declared.at('Result').text !== 'SKIP') continue;
      const row = rowOf(rule);
      if (row && !row.maySkip) yield { at: rule.declared.at('RuleTypeId', 'Provider'), wrong: `The stage is to be skipped by the rule ${shown(rule.name)}, of the kind ${row.provider}.` };
    }
  },
};
