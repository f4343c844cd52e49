import fc from 'fast-check';
import { quartzProblem } from '../../src/catalog/quartz';

test.each([
  '0 0 9-17 ? * MON-FRI *', '* * 9-17 ? * MON-FRI', '0 0/15 8-18 ? JAN-MAR,12 2-6 2026-2030', '0 0 12 L * ?', '0 0 12 LW * ?', '0 0 12 L-3 * ?',
  '0 0 12 15W * ?', '0 0 12 ? * 6L', '0 0 12 ? * FRIL', '0 0 12 ? * 3#2', '0 0 12 ? * tue#2 *', '0 0 22-2 ? * FRI-MON', '0 0 12 1,15 * ?', ' 0  0 12 * * ? ',
  '*/30 */10 * ? * *', '0 0 9 ? 0 MON', '0 0 9 30 2 ?',
])('the window %p is one', cron => {
  expect(quartzProblem(cron)).toBeUndefined();
});

test.each([
  ['', 'has 0 fields'],
  ['0 9 * * MON', 'has 5 fields'],
  ['0 0 9 ? * MON * *', 'has 8 fields'],
  ['cron(0 9 ? * MON *)', 'expression of EventBridge'],
  ['0 0 9 * * MON', 'one of them must be "?"'],
  ['0 0 9 * * *', 'one of them must be "?"'],
  ['0 0 9 ? * ?', 'one of them must say when'],
  ['60 0 9 ? * MON', '"60" for its seconds, which takes 0-59'],
  ['0 60 9 ? * MON', 'for its minutes'],
  ['0 0 24 ? * MON', 'for its hours'],
  ['0 0 9-25 ? * MON', '"9-25" for its hours'],
  ['0 0 9 32 * ?', 'for its day of month'],
  ['0 0 9 0 * ?', 'for its day of month'],
  ['0 0 9 30 FEB ?', 'names a day that none of its months has'],
  ['0 0 9 ? 13 MON', 'for its month'],
  ['0 0 9 ? JANUARY MON', 'for its month'],
  ['0 0 9 ? * MON-FRY', 'for its day of week, which takes 1-7 or SUN-SAT'],
  ['0 0 9 ? * 0', 'for its day of week'],
  ['0 0 9 ? * MONDAY', 'for its day of week'],
  ['0 0 9 ? * 3#6', 'for its day of week'],
  ['0 0 9 ? * 3#1,6#3', 'must stand alone'],
  ['0 0 9 ? * MON 1969', 'for its year'],
  ['0 0/0 9 ? * MON', '"0/0" for its minutes'],
  ['0 ? 9 ? * MON', 'which only days may have'],
  ['0 0 9W ? * MON', 'for its hours'],
  ['0 0 9, ? * MON', '"" for its hours'],
  ['0 0 9-12-15 ? * MON', 'for its hours'],
])('the window %p is none', (cron, wrong) => {
  expect(quartzProblem(cron)).toContain(wrong);
});

test('whatever stands in a window, judging it never throws', () => {
  fc.assert(fc.property(fc.string({ maxLength: 60 }), text => quartzProblem(text) !== null));
});

test('any value within its field\'s bounds is taken, and the one past them is not', () => {
  const bounds = [[0, 59], [0, 59], [0, 23], [1, 31]] as const;
  fc.assert(fc.property(fc.nat(3), fc.nat(100), (field, value) => {
    const texts = ['0', '0', '0', '1', '*', '?'];
    texts[field] = String(value);
    const [min, max] = bounds[field];
    expect(quartzProblem(texts.join(' ')) === undefined).toBe(value >= min && value <= max);
  }));
});
