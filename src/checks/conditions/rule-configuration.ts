import { near } from '../../catalog/nearest';
import type { RuleKey, RuleProvider } from '../../catalog/rules';
import type { Declared } from '../../plan';
import { type Check, type Problem } from '../check';
import { isClosed, knownPart, lacks, shown } from '../known';
import { rulesOf } from '../parts';
import { RULES_PAGE } from './hooks';
import { rowOf } from './rule-row';

const MOST_KEYS = 200;
const LONGEST_KEY = 50;
const LONGEST = 10_000;

export const RULE_CONFIGURATION: Check = {
  id: 'conveyor:rule-configuration',
  severity: 'error',
  title: 'The configuration of a rule lacks a key, has one that its kind does not know, or a value that the key does not take',
  why: 'CodePipeline refuses the pipeline, or the rule fails whenever it is asked.',
  mend: 'Give the rule the keys of its kind.',
  source: RULES_PAGE,
  * find(pipeline) {
    for (const { rule } of rulesOf(pipeline)) {
      const configuration = rule.declared.at('Configuration');
      const row = rowOf(rule);
      if (configuration.text !== undefined || configuration.isList) yield { at: configuration, wrong: `The configuration of the rule is a ${configuration.isList ? 'list' : 'text'}.`, mend: 'Write an object.' };
      yield* wrongSize(configuration);
      if (row) {
        yield* missing(rule.declared, row);
        for (const key of configuration.keys) yield* wrongKey(configuration.at(key), key, row);
      }
    }
  },
};

function* wrongSize(configuration: Declared): Generator<Problem> {
  if (configuration.keys.length > MOST_KEYS) yield { at: configuration, wrong: `The rule's configuration has ${configuration.keys.length} keys.`, mend: 'A rule takes 200.' };
  for (const key of configuration.keys) {
    if (key.length > LONGEST_KEY) yield { at: configuration.at(key), wrong: `The key ${shown(key)} has ${key.length} characters.`, mend: 'A key has at most 50.' };
    const length = knownPart(configuration.at(key))?.length ?? 0;
    if (length > LONGEST) yield { at: configuration.at(key), wrong: `The value of ${shown(key)} has ${length} characters.`, mend: 'A value has at most 10,000.' };
  }
}

function* missing(rule: Declared, row: RuleProvider): Generator<Problem> {
  const configuration = rule.at('Configuration');
  for (const [key, { required }] of Object.entries(row.configuration)) {
    if (required && (configuration.given ? lacks(configuration, key) : isClosed(rule))) {
      yield { at: configuration.given ? configuration : rule, wrong: `${row.provider} needs ${key}.`, mend: `Add ${key} to the rule's configuration.` };
    }
  }
}

function* wrongKey(at: Declared, key: string, row: RuleProvider): Generator<Problem> {
  if (key.startsWith('Fn::')) return;
  const known = Object.keys(row.configuration);
  if (!known.includes(key)) {
    const meant = near(key, known);
    const all = known.length ? `It knows ${known.join(', ')}.` : 'It takes no configuration.';
    yield { at, wrong: `${row.provider} does not know ${shown(key)}.`, mend: meant ? `Did you mean "${meant}"?` : all };
    return;
  }
  const { form } = row.configuration[key];
  if (form?.confused?.test(at.written ?? '')) yield { at, wrong: `${key} is ${shown(at.written!)}, which is not ${form.is}.`, mend: `Write it as in "${form.example}".` };
  if (at.isList || at.isObject) yield { at, wrong: `${key} is ${at.isList ? 'a list' : 'an object'}.`, mend: 'Write the value as a text.' };
  // what refers to a variable is known when the rule is asked
  if (at.text !== undefined && !at.text.includes('#{')) yield* wrongValue(at, at.text, key, row.configuration[key]);
}

function* wrongValue(at: Declared, text: string, key: string, { required, values, several, number }: RuleKey): Generator<Problem> {
  if (required && text === '') {yield { at, wrong: `${key} is empty.` };} else if (number && !/^\s*\d+\s*$/.test(text)) {yield { at, wrong: `${key} is ${shown(text)}, and no whole number.`, mend: `Give ${key} a whole number.` };} else if (values) {
    const other = (several ? text.split(',') : [text]).map(one => one.trim()).find(one => !isOneOf(values, one));
    const meant = other === undefined ? undefined : near(other, values);
    if (other !== undefined) yield { at, wrong: `${key} does not take ${shown(other)}.`, mend: meant ? `Did you mean "${meant}"?` : `It takes ${values.join(', ')}.` };
  }
}

function isOneOf(values: readonly string[], text: string): boolean {
  return values.includes(text) || (values.includes('true') && values.includes(text.toLowerCase()));
}
