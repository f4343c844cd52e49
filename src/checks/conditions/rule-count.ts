import { type Check, LIMITS } from '../check';
import { lacks } from '../known';
import { conditionsOf } from '../parts';
import { SPOKEN } from './hooks';

const MOST = 5;

export const RULE_COUNT: Check = {
  id: 'conveyor:rule-count',
  severity: 'error',
  title: 'A condition has no rule, or more than 5',
  why: 'CodePipeline refuses the pipeline.',
  mend: 'Give a condition 1 to 5 rules. What needs more can ask one function.',
  source: LIMITS,
  * find(pipeline) {
    for (const { hook, condition: { declared } } of conditionsOf(pipeline)) {
      const rules = declared.at('Rules');
      const count = rules.items.length;
      if (count > MOST) yield { at: rules, wrong: `The condition ${SPOKEN[hook]} has ${count} rules.` };
      if (rules.isList ? count === 0 : lacks(declared, 'Rules')) yield { at: declared, wrong: `The condition ${SPOKEN[hook]} has no rule.` };
    }
  },
};
