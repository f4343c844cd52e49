import { findingsAfter, idsAfter, type Json } from '../fixture';
import { CHECK, hook, production, ROOT } from './stage';

const rules = (count: number) => Array.from({ length: count }, (_, at) => ({ ...CHECK, Name: `Check${at}` }));
const CONDITION = [...ROOT, 'BeforeEntry', 'Conditions', 0];

test.each<[string, Json, string, (string | number)[]]>([
  ['six rules', rules(6), 'The condition before entry has 6 rules.', [...CONDITION, 'Rules']],
  ['an empty list', [], 'The condition before entry has no rule.', CONDITION],
  ['no list', undefined, 'The condition before entry has no rule.', CONDITION],
])('%s is found', (_, Rules, message, path) => {
  const hooks = { BeforeEntry: { Conditions: [{ Result: 'FAIL', Rules }] }, OnFailure: { Result: 'ROLLBACK' } };
  expect(findingsAfter(production(hooks))).toEqual([expect.objectContaining({ id: 'conveyor:rule-count', severity: 'error', part: 'Production', message, path })]);
});

test.each<[string, Json]>([
  ['one rule', rules(1)], ['five rules', rules(5)], ['a list that is not known', { 'Fn::Transform': { Name: 'Rules' } }],
  ['five of six, as a condition has it', [...rules(4), { 'Fn::If': ['Yes', CHECK, { Ref: 'AWS::NoValue' }] }, { 'Fn::If': ['Yes', { Ref: 'AWS::NoValue' }, CHECK] }]],
])('%s is not', (_, Rules) => {
  expect(idsAfter(production({ BeforeEntry: hook('FAIL', Rules), OnFailure: { Result: 'ROLLBACK' } }))).toEqual([]);
});
