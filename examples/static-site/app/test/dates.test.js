import assert from 'node:assert/strict';
import test from 'node:test';
import { calendarDate, longDate, timestamp } from '../src/dates.js';

test('a date is shown with its month in words', () => {
  assert.equal(longDate('2025-03-04'), '4 March 2025');
});

test('a date is the same day in every time zone', () => {
  assert.equal(timestamp('2025-12-31'), '2025-12-31T00:00:00Z');
});

test('a leap day is a day only in leap years', () => {
  assert.equal(calendarDate('2024-02-29'), '2024-02-29');
  assert.throws(() => calendarDate('2025-02-29'), /2025-02-29 is not a day of the calendar/);
});

test('a date in another order is refused', () => {
  assert.throws(() => calendarDate('04/03/2025'), /no date of the form 2025-03-04/);
});
