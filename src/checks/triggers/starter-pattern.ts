import type { Declared } from '../../plan';
import { type Check, type Problem } from '../check';
import { shown } from '../known';
import { rulesThatStart } from './starters';

export const STARTER_PATTERN: Check = {
  id: 'conveyor:starter-pattern',
  severity: 'error',
  title: 'The pattern of events that start a pipeline is none that EventBridge takes',
  why: 'EventBridge refuses the rule, and the deployment fails: what an event must have stands in lists.',
  mend: 'Write each value in a list, even if it is one: `source: [aws.codecommit]`.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html',
  * find(pipeline, plan) {
    for (const { declared } of rulesThatStart(pipeline, plan)) {
      const pattern = declared.at('EventPattern');
      if (pattern.isList) yield { at: pattern, wrong: 'The pattern is a list.', mend: 'Write an object.' };
      else yield* wrongLeaves(pattern);
    }
  },
};

function* wrongLeaves(pattern: Declared): Generator<Problem> {
  for (const key of pattern.keys) {
    const value = pattern.at(key);
    // alternatives of patterns, and functions of the template
    if (key.startsWith('$') || key.startsWith('Fn::')) continue;
    if (value.text !== undefined) yield { at: value, wrong: `${key.slice(0, 50)} is ${shown(value.text)}, and no list.` };
    else if (value.isList && value.items.length === 0) yield { at: value, wrong: `${key.slice(0, 50)} is an empty list.`, mend: 'Name a value, or leave the key out.' };
    else yield* wrongLeaves(value);
  }
}
