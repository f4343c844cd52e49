/** Calendar dates, written `2025-03-04`. They have no time zone, so a build gives the same site everywhere. */
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** The date as it was given. Throws when there is no such day. */
export function calendarDate(text) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) throw new Error(`"${text}" is no date of the form 2025-03-04`);
  // Date turns 30 February into 2 March without a word
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  if (new Date(time).toISOString().slice(0, 10) !== text) throw new Error(`${text} is not a day of the calendar`);
  return text;
}

/** `4 March 2025` */
export function longDate(date) {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** RFC 3339, which Atom asks for. */
export function timestamp(date) {
  return `${date}T00:00:00Z`;
}
