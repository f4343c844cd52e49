/** One field of a cron expression, as Quartz and EventBridge write it. */

/** What may stand in a field. */
export interface CronField {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** names for its numbers, from `named` on */
  readonly names?: readonly string[];
  readonly named?: number;
  /** a field of days knows `?` and `L`, and `W` or `#` */
  readonly days?: 'of the month' | 'of the week';
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

export const MINUTES: CronField = { name: 'minutes', min: 0, max: 59 };
export const HOURS: CronField = { name: 'hours', min: 0, max: 23 };
export const DAY_OF_MONTH: CronField = { name: 'day of month', min: 1, max: 31, days: 'of the month' };
export const MONTH: CronField = { name: 'month', min: 1, max: 12, names: MONTHS, named: 1 };
export const DAY_OF_WEEK: CronField = { name: 'day of week', min: 1, max: 7, names: DAYS, named: 1, days: 'of the week' };
export const YEAR: CronField = { name: 'year', min: 1970, max: 2199 };

/** What is wrong with the fields, each on its own and the two of days together; undefined when nothing is. */
export function cronProblem(texts: readonly string[], fields: readonly CronField[]): string | undefined {
  for (const [at, text] of texts.entries()) {
    const wrong = fieldProblem(text, fields[at]);
    if (wrong) return wrong;
  }
  const open = texts.filter((text, at) => fields[at].days && text === '?').length;
  if (open === 0) return 'names both a day of month and a day of week; one of them must be "?"';
  if (open === 2) return 'has "?" for the day of month and for the day of week; one of them must say when';
  return isNever(texts, fields) ? 'names a day that none of its months has' : undefined;
}

const LONGEST_DAY = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether all days of the month lie beyond the end of all months: the 30th of February. */
function isNever(texts: readonly string[], fields: readonly CronField[]): boolean {
  const days = texts[fields.findIndex(field => field.days === 'of the month')].split(',').map(Number);
  const month = fields.findIndex(({ names }) => names === MONTHS);
  // a number is a month only where they are known to begin with 1
  const months = texts[month].split(',').map(text => (fields[month].min === 1 && /^\d+$/.test(text) ? Number(text) : MONTHS.indexOf(text.toUpperCase()) + 1));
  return days.every(day => months.every(one => day > (LONGEST_DAY[one - 1] ?? Infinity)));
}

function fieldProblem(text: string, field: CronField): string | undefined {
  if (text === '?') return field.days ? undefined : `has "?" for its ${field.name}, which only days may have`;
  if (text.includes('#') && text.includes(',')) return `has "${text.slice(0, 40)}" for its ${field.name}, where "#" must stand alone`;
  const wrong = text.split(',').find(item => !isItem(item.toUpperCase(), field));
  if (wrong === undefined) return undefined;
  return `has "${wrong.slice(0, 40)}" for its ${field.name}, which takes ${field.min}-${field.max}${field.names ? ` or ${field.names[0]}-${field.names[field.names.length - 1]}` : ''}`;
}

function isItem(item: string, field: CronField): boolean {
  return (field.days !== undefined && isSpecialDay(item, field)) || isStep(item, field);
}

/** `5`, `1-5`, `*`, and each of them with an increment: `0/15`. */
function isStep(item: string, field: CronField): boolean {
  const [span, every, ...more] = item.split('/');
  if (more.length || (every !== undefined && !(/^\d{1,4}$/.test(every) && Number(every) >= 1))) return false;
  if (span === '*') return true;
  const ends = span.split('-');
  return ends.length <= 2 && ends.every(end => isValue(end, field));
}

function isValue(text: string, { min, max, names }: CronField): boolean {
  return names?.includes(text) || (/^\d{1,4}$/.test(text) && Number(text) >= min && Number(text) <= max);
}

/** `L`, `LW`, `L-3`, `15W` of a month; `L`, `6L`, `FRIL`, `3#2`, `TUE#2` of a week. */
function isSpecialDay(item: string, field: CronField): boolean {
  if (item === 'L') return true;
  if (field.days === 'of the month') {
    return item === 'LW' || /^L-([1-9]|[12]\d|30)W?$/.test(item) || (item.endsWith('W') && isValue(item.slice(0, -1), field));
  }
  return (item.endsWith('L') && isValue(item.slice(0, -1), field)) || (/#[1-5]$/.test(item) && isValue(item.slice(0, -2), field));
}
