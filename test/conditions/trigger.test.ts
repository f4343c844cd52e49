import { Duration, Lazy } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { Trigger } from '../../src';
import { refusalOf } from '../fixture';

test.each([
  ['cron(0 2 * * * *)', 'one of them must be "?"'],
  ['cron(0 2 * * ?)', 'has 5 fields'],
  ['rate(1 days)', 'must be "1 day"'],
  ['at(2030-01-31T02:00:00)', 'only EventBridge Scheduler knows'],
  ['daily', 'is no expression'],
])('the schedule %p is refused', (expression, wrong) => {
  expect(refusalOf(() => Trigger.schedule('Nightly', events.Schedule.expression(expression)))).toContain(wrong);
});

test.each([
  events.Schedule.cron({ hour: '2', minute: '0' }), events.Schedule.cron({ weekDay: 'MON-FRI' }), events.Schedule.rate(Duration.hours(1)), events.Schedule.rate(Duration.minutes(5)),
  events.Schedule.expression(Lazy.string({ produce: () => 'never' })),
])('what makes a schedule, %#, is not', schedule => {
  expect(() => Trigger.schedule('Nightly', schedule)).not.toThrow();
});

test('a push that is filtered by files alone is of any branch', () => {
  expect(Trigger.push({ filePaths: ['services/shop/**'] })._pushFilter).toMatchObject({ branchesIncludes: ['**'], filePathsIncludes: ['services/shop/**'] });
  expect(Trigger.push({ filePaths: ['a'], excludeBranches: ['wip/**'] })._pushFilter?.branchesIncludes).toBeUndefined();
  expect(Trigger.push({ tags: ['v*'] })._pushFilter?.branchesIncludes).toBeUndefined();
});
