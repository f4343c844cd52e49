import { javaPatternProblem } from '../../catalog/java-pattern';
import { type Check, GUIDE } from '../check';
import { shown } from '../known';
import { rulesOf } from '../parts';
import { rowOf } from './rule-row';

export const RULE_PATTERN: Check = {
  id: 'conveyor:rule-pattern',
  severity: 'error',
  title: 'A rule compares a variable with a regular expression that cannot be read',
  why: 'The rule fails whenever it is asked, and with it the condition.',
  mend: 'Write a regular expression of Java; a backslash makes a sign mean itself.',
  source: `${GUIDE}/rule-reference-VariableCheck.html`,
  * find(pipeline) {
    for (const { rule } of rulesOf(pipeline)) {
      const configuration = rule.declared.at('Configuration');
      if (rowOf(rule)?.provider !== 'VariableCheck' || configuration.at('Operator').text !== 'MATCHES') continue;
      const value = configuration.at('Value');
      const wrong = value.text === undefined || value.text.includes('#{') ? undefined : javaPatternProblem(value.text);
      if (wrong) yield { at: value, wrong: `The pattern ${shown(value.text!)} ${wrong}.` };
    }
  },
};
