/** The names of time zones. */

/** `Europe/Berlin`, and the few names without a region that the zone database has. */
export function isZoneOfDatabase(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/**
 * Whether a deployment window takes it: a zone of the database, an offset such as `UTC+02:00`, or an abbreviation such as `PST`.
 * Which abbreviations is not said; any that looks like one passes.
 */
export function isWindowZone(name: string): boolean {
  if (/^[A-Z]{1,5}$/.test(name)) return true;
  const [, hours, minutes = '0'] = /^(?:UTC|GMT|UT)?[+-](\d{1,2})(?::?(\d\d))?$/.exec(name) ?? [];
  if (hours !== undefined) return Number(hours) <= 18 && Number(minutes) <= 59;
  return isZoneOfDatabase(name);
}
