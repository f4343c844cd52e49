import type { Form } from '../../catalog/forms';
import { near } from '../../catalog/nearest';
import type { RuleKey, RuleProvider } from '../../catalog/rules';
import type { Declared } from '../../plan';
import { type Check, type Problem } from '../check';
import { wrongList } from '../configuration/json';
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
        yield* wrongArtifact(rule.declared, row);
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
  const rule = row.configuration[key];
  if (at.isList || at.isObject) yield { at, wrong: `${key} is ${at.isList ? 'a list' : 'an object'}.`, mend: 'Write the value as a text.' };
  else if (rule.required && at.text === '') yield { at, wrong: `${key} is empty.` };
  else if (rule.json) yield* wrongList(at, key);
  else if (rule.form) yield* wrongForm(at, key, rule.form);
  // what refers to a variable is known when the rule is asked
  else if (at.text !== undefined && !at.text.includes('#{')) yield* wrongValue(at, at.text, key, rule);
}

function* wrongForm(at: Declared, key: string, { pattern, confused, is, example }: Form): Generator<Problem> {
  const written = at.written ?? '';
  if (written.includes('#{') || (at.unknown ? !confused?.test(written) : at.text === undefined || pattern.test(at.text))) return;
  yield { at, wrong: `${key} is ${shown(written)}, which is not ${is}.`, mend: `Write it as in "${example}".` };
}

function* wrongValue(at: Declared, text: string, key: string, { values, several, number }: RuleKey): Generator<Problem> {
  if (number && !/^\s*\d+\s*$/.test(text)) yield { at, wrong: `${key} is ${shown(text)}, and no whole number.`, mend: `Give ${key} a whole number.` };
  const other = values && (several ? text.split(',') : [text]).map(one => one.trim()).find(one => !isOneOf(values, one));
  if (values === undefined || other === undefined) return;
  const meant = near(other, values);
  yield { at, wrong: `${key} does not take ${shown(other)}.`, mend: meant ? `Did you mean "${meant}"?` : `It takes ${values.join(', ')}.` };
}

function isOneOf(values: readonly string[], text: string): boolean {
  return values.includes(text) || (values.includes('true') && values.includes(text.toLowerCase()));
}

/** Which of the artifacts that a build reads has its buildspec. */
function* wrongArtifact(rule: Declared, row: RuleProvider): Generator<Problem> {
  const [list, configuration] = [rule.at('InputArtifacts'), rule.at('Configuration')];
  const names = list.items.map(item => item.at('Name').text);
  for (const [key, { artifact }] of Object.entries(row.configuration)) {
    if (!artifact) continue;
    const { text } = configuration.at(key);
    if (text && !text.includes('#{') && list.isWhole && !names.includes(undefined) && !names.includes(text)) {
      yield { at: configuration.at(key), wrong: `${key} names the artifact ${shown(text)}, which the rule does not read.`, mend: 'Name one of the input artifacts of the rule.' };
    }
    if (list.items.filter(item => item.isObject).length > 1 && lacks(configuration, key)) {
      yield { at: configuration, wrong: `The rule reads ${list.items.length} artifacts, and does not say which one has its buildspec.`, mend: `Add ${key}: ${names[0] ?? 'the name of one of them'}.` };
    }
  }
}
