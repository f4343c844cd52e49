import fc from 'fast-check';
import { scheduleProblem } from '../../src/catalog/schedule';

test.each([
  'cron(0 2 * * ? *)', 'cron(0/15 8-17 ? * MON-FRI *)', 'cron(0 10 L * ? 2026)', 'cron(0 10 3W * ? *)', 'cron(0 10 ? * 6L *)', 'cron(0 10 ? * 3#2 *)', 'cron( 0 2 * * ? * )',
  'cron(15,45 12 1 1,JUL ? 2026-2030)', 'cron(0 2 29 2 ? *)', 'cron(0 2 30,1 FEB ? *)', 'cron(0 2 31 4,MAY ? *)', 'cron(0 2 31 2-4 ? *)', 'rate(1 minute)', 'rate(5 minutes)', 'rate(1 hour)', 'rate(12 hours)', 'rate(1 day)', 'rate(7 days)',
])('a rule takes %p', expression => {
  expect(scheduleProblem(expression, 'rule')).toBeUndefined();
  expect(scheduleProblem(expression, 'scheduler')).toBeUndefined();
});

test.each([
  ['0 2 * * ? *', 'is no expression like cron(…) or rate(…)'],
  ['cron(0 2 * * ?)', 'has 5 fields'],
  ['cron()', 'has 0 fields'],
  ['cron(0 0 2 * * ? *)', 'has 7 fields'],
  ['cron(0 2 * * * *)', 'one of them must be "?"'],
  ['cron(0 2 1 * MON *)', 'one of them must be "?"'],
  ['cron(0 2 ? * ? *)', 'one of them must say when'],
  ['cron(0 2 30 2 ? *)', 'names a day that none of its months has'],
  ['cron(0 2 30,31 FEB ? *)', 'names a day that none of its months has'],
  ['cron(0 2 31 4,JUN ? *)', 'names a day that none of its months has'],
  ['cron(60 2 * * ? *)', 'for its minutes'],
  ['cron(0 24 * * ? *)', 'for its hours'],
  ['cron(0 2 ? * 0 *)', 'for its day of week'],
  ['cron(0 2 * 13 ? *)', 'for its month'],
  ['cron(0 2 * * ? 2200)', 'for its year'],
  ['cron(0 2 * * ? *', 'is no expression'],
  ['rate(0 minutes)', 'rate of 0'],
  ['rate(1 days)', 'must be "1 day"'],
  ['rate(5 minute)', 'must be "5 minutes"'],
  ['rate(30 seconds)', 'is no rate'],
  ['rate(1 week)', 'is no rate'],
  ['rate(1.5 hours)', 'is no rate'],
  ['rate(5minutes)', 'is no rate'],
  ['at(2030-01-31T02:00:00)', 'only EventBridge Scheduler'],
  ['every day', 'is no expression'],
])('a rule does not take %p', (expression, wrong) => {
  expect(scheduleProblem(expression, 'rule')).toContain(wrong);
});

test.each(['at(2030-01-31T02:00:00)', 'at(2028-02-29T23:59:59)', 'rate(1 days)', 'rate(5 minute)'])('Scheduler takes %p', expression => {
  expect(scheduleProblem(expression, 'scheduler')).toBeUndefined();
});

test.each(['at(2030-02-30T02:00:00)', 'at(2030-01-31)', 'at(2030-01-31T25:00:00)', 'at(2030-01-31T02:00:00Z)', 'at(tomorrow)'])('Scheduler does not take %p', expression => {
  expect(scheduleProblem(expression, 'scheduler')).toMatch(/is no time/);
});

test('judging a schedule never throws', () => {
  const texts = fc.oneof(fc.string(), fc.string().map(inner => `cron(${inner})`), fc.string().map(inner => `at(${inner})`), fc.string().map(inner => `rate(${inner})`));
  fc.assert(fc.property(texts, text => scheduleProblem(text, 'scheduler') !== null));
});
