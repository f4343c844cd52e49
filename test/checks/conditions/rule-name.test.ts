import { findingsAfter, idsAfter, type Json } from '../fixture';
import { CHECK, hook, production, ROOT } from './stage';

const named = (...names: Json[]) => production({ BeforeEntry: hook('FAIL', names.map(Name => ({ ...CHECK, Name }))), OnFailure: { Result: 'ROLLBACK' } });
const RULES = [...ROOT, 'BeforeEntry', 'Conditions', 0, 'Rules'];

test.each<[Json[], string, (string | number)[]]>([
  [['Is it main?'], 'The rule name "Is it main?" is not allowed.', [0, 'Name']],
  [[''], 'The rule name "" is not allowed.', [0, 'Name']],
  [['x'.repeat(101)], `The rule name "${'x'.repeat(60)}…" is not allowed.`, [0, 'Name']],
  [[undefined], 'The rule has no name.', [0]],
  [['A', 'B', 'A'], 'Two rules of the condition are named "A".', [2, 'Name']],
  [[{ Ref: 'Given' }, { Ref: 'Given' }], 'Two rules of the condition are named "${Given}".', [1, 'Name']],
])('%j is found', (names, message, path) => {
  expect(findingsAfter(named(...names))).toEqual([expect.objectContaining({ id: 'conveyor:rule-name', severity: 'error', message, path: [...RULES, ...path] })]);
});

test.each<[Json[]]>([[['A', 'B']], [['a.b@c-d_e']], [['x'.repeat(100)]], [[7]], [[{ 'Fn::ImportValue': 'one' }, { 'Fn::ImportValue': 'other' }]], [[{ 'Fn::If': ['Yes', 'A', 'B'] }, 'C']]])('%j is not', names => {
  expect(idsAfter(named(...names))).toEqual([]);
});

test('rules of two conditions may have one name', () => {
  expect(idsAfter(production({ BeforeEntry: hook('FAIL'), OnSuccess: hook('ROLLBACK'), OnFailure: { Result: 'ROLLBACK' } }))).toEqual([]);
});
