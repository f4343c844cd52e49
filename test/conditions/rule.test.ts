import { Lazy } from 'aws-cdk-lib';
import { Rule, VariableOperator } from '../../src';
import { refusalOf } from '../fixture';

const OPEN = '0 0 9-17 ? * MON-FRI *';

test.each([
  ['both days', '0 0 9 * * MON', undefined, 'one of them must be "?"'],
  ['an hour that no day has', '0 0 25 ? * MON', undefined, 'for its hours, which takes 0-23'],
  ['an expression of EventBridge', 'cron(0 9 ? * MON *)', undefined, 'expression of EventBridge'],
  ['a zone that nobody knows', OPEN, 'Europe/Atlantis', 'The time zone "Europe/Atlantis" is not known.'],
])('a window with %s is refused', (_, cron, timeZone, wrong) => {
  expect(refusalOf(() => Rule.deploymentWindow({ cron, timeZone }))).toContain(wrong);
});

test('a window whose times are known later is not', () => {
  const later = Lazy.string({ produce: () => 'never' });
  expect(() => Rule.deploymentWindow({ cron: later, timeZone: later })).not.toThrow();
  expect(() => Rule.deploymentWindow({ cron: OPEN, timeZone: 'UTC+02:00' })).not.toThrow();
});

test('a pattern that no regular expression can be is refused; as a mere text it is not', () => {
  const variable = { variable: '#{variables.Version}', value: 'v(\\d+' };
  expect(refusalOf(() => Rule.variable({ ...variable, operator: VariableOperator.MATCHES }))).toContain('The pattern "v(\\d+" has a "(" that nothing closes.');
  expect(() => Rule.variable({ ...variable, operator: VariableOperator.CONTAINS })).not.toThrow();
  expect(() => Rule.variable({ ...variable, value: '(?i)v\\d++', operator: VariableOperator.MATCHES })).not.toThrow();
});
