import { findingsAfter, idsAfter, type Json } from '../fixture';
import { hook, production, ROOT, rule } from './stage';

const matched = (Value: Json, Operator: Json = 'MATCHES') => production({
  BeforeEntry: hook('FAIL', [rule('VariableCheck', { Variable: '#{Shop.BranchName}', Value, Operator })]), OnFailure: { Result: 'ROLLBACK' },
});

test.each([['release/(\\d+', 'has a "(" that nothing closes'], ['release/[0-9', 'has a "[" that nothing closes'], ['*-SNAPSHOT', 'has a "*" with nothing before it to repeat']])('the pattern %p is found', (value, wrong) => {
  expect(findingsAfter(matched(value))).toEqual([expect.objectContaining({
    id: 'conveyor:rule-pattern',
    severity: 'error',
    message: `The pattern "${value}" ${wrong}.`,
    path: [...ROOT, 'BeforeEntry', 'Conditions', 0, 'Rules', 0, 'Configuration', 'Value'],
  })]);
});

test.each<[Json, Json?]>([['release/\\d+'], ['(?i)main'], ['\\Qa(b\\E'], ['a++'], [{ Ref: 'Given' }], [{ 'Fn::Sub': '(${Given}' }], ['(', 'EQ'], ['(', { Ref: 'Given' }]])('%j compared by %j is not', (value, operator = 'MATCHES') => {
  expect(idsAfter(matched(value, operator))).toEqual([]);
});
