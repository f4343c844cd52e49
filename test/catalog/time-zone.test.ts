import { isWindowZone, isZoneOfDatabase } from '../../src/catalog/time-zone';

test.each(['Europe/Berlin', 'America/Argentina/Buenos_Aires', 'UTC', 'Etc/GMT+1', 'GMT'])('%p is a zone, of a schedule and of a window', name => {
  expect(isZoneOfDatabase(name)).toBe(true);
  expect(isWindowZone(name)).toBe(true);
});

test.each(['UTC+02:00', 'UTC-5', 'GMT+01:00', '+02:00', 'UTC+0530', 'PST', 'CEST'])('%p is a zone of a window', name => {
  expect(isWindowZone(name)).toBe(true);
});

test.each(['UTC+02:00', '+02:00', ''])('%p is no zone of a schedule', name => {
  expect(isZoneOfDatabase(name)).toBe(false);
});

test.each(['Europe/Atlantis', 'Berlin', 'UTC+25:00', 'UTC+02:75', 'UTC+2:0', 'Central European Time', '', 'utc plus two'])('%p is a zone of neither', name => {
  expect(isZoneOfDatabase(name)).toBe(false);
  expect(isWindowZone(name)).toBe(false);
});
