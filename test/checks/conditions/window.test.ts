import { findingsAfter, idsAfter, type Json } from '../fixture';
import { hook, production, ROOT, rule } from './stage';

const window = (Cron: Json, TimeZone?: Json) => production({ BeforeEntry: hook('FAIL', [rule('DeploymentWindow', { Cron, ...(TimeZone && { TimeZone }) })]), OnFailure: { Result: 'ROLLBACK' } });
const CONFIGURATION = [...ROOT, 'BeforeEntry', 'Conditions', 0, 'Rules', 0, 'Configuration'];

test.each<[string, string | undefined, string, string]>([
  ['0 9 * * MON', undefined, 'Cron', 'The window "0 9 * * MON" has 5 fields, and takes 6 or 7.'],
  ['0 0 9 * * MON', undefined, 'Cron', 'The window "0 0 9 * * MON" names both a day of month and a day of week; one of them must be "?".'],
  ['0 0 9-25 ? * MON', undefined, 'Cron', 'The window "0 0 9-25 ? * MON" has "9-25" for its hours, which takes 0-23.'],
  ['cron(0 9 ? * MON *)', undefined, 'Cron', 'The window "cron(0 9 ? * MON *)" is an expression of EventBridge; a window has the fields alone.'],
  ['0 0 9-17 ? * MON-FRI *', 'Europe/Atlantis', 'TimeZone', 'The time zone "Europe/Atlantis" is not known.'],
  ['0 0 9-17 ? * MON-FRI *', 'UTC+25:00', 'TimeZone', 'The time zone "UTC+25:00" is not known.'],
])('%p in %p is found', (cron, zone, key, message) => {
  expect(findingsAfter(window(cron, zone))).toEqual([expect.objectContaining({ id: 'conveyor:window', severity: 'error', part: 'Production', message, path: [...CONFIGURATION, key] })]);
});

test.each<[Json, Json?]>([
  ['0 0 9-17 ? * MON-FRI *', 'Europe/Berlin'], ['* * 9-17 ? * MON-FRI', 'UTC-08:00'], ['0 0 12 L * ?', 'PST'], [{ Ref: 'Given' }, { Ref: 'Given' }],
  [{ 'Fn::If': ['Yes', '0 0 9 ? * MON', '0 0 9 ? * TUE'] }, 'UTC'],
])('%j in %j is not', (cron, zone = undefined) => {
  expect(idsAfter(window(cron, zone))).toEqual([]);
});
