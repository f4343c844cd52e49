/**
 * The times at which EventBridge starts a pipeline. Sources: EventBridge's user guide, eb-scheduled-rule-pattern;
 * the user guide of EventBridge Scheduler, schedule-types.
 */

import { cronProblem, DAY_OF_MONTH, DAY_OF_WEEK, HOURS, MINUTES, MONTH, YEAR } from './cron-field';

const FIELDS = [MINUTES, HOURS, DAY_OF_MONTH, MONTH, DAY_OF_WEEK, YEAR];

/** A rule of EventBridge's, or a schedule of EventBridge Scheduler's, which knows more. */
export type Scheduler = 'rule' | 'scheduler';

export const SCHEDULE_FORM: Readonly<Record<Scheduler, string>> = {
  rule: '"cron(0 2 * * ? *)": minutes, hours, day of month, month, day of week, year; or "rate(1 day)"',
  scheduler: '"cron(0 2 * * ? *)": minutes, hours, day of month, month, day of week, year; "rate(1 day)"; or "at(2030-01-31T02:00:00)"',
};

/** What is wrong with an expression: the end of a sentence about it; undefined when nothing is. */
export function scheduleProblem(expression: string, of: Scheduler): string | undefined {
  const [, kind, inner] = /^(cron|rate|at)\((.*)\)$/.exec(expression.trim()) ?? [];
  switch (kind) {
    case 'cron': return eventBridgeCronProblem(inner);
    case 'rate': return rateProblem(inner, of);
    case 'at': return of === 'scheduler' ? timeProblem(inner) : 'is of one point in time, which only EventBridge Scheduler knows';
    default: return `is no expression like cron(…)${of === 'scheduler' ? ', rate(…) or at(…)' : ' or rate(…)'}`;
  }
}

/** The same, for what stands in `cron(…)`. */
export function eventBridgeCronProblem(cron: string): string | undefined {
  const texts = cron.trim().split(/\s+/);
  if (texts.length !== FIELDS.length) return `has ${cron.trim() === '' ? 0 : texts.length} fields, and takes 6: the last is the year`;
  return cronProblem(texts, FIELDS);
}

function rateProblem(rate: string, of: Scheduler): string | undefined {
  const [, value, unit, plural] = /^\s*(\d{1,15})\s+(minute|hour|day)(s?)\s*$/.exec(rate) ?? [];
  if (value === undefined) return 'is no rate like "1 day", "12 hours" or "5 minutes"';
  if (Number(value) < 1) return 'has a rate of 0';
  // the guide of Scheduler knows the plural alone, and what is common does not
  if (of === 'rule' && (Number(value) === 1) !== (plural === '')) return `has "${value} ${unit}${plural}", which must be "${value} ${unit}${plural ? '' : 's'}"`;
  return undefined;
}

function timeProblem(time: string): string | undefined {
  const form = /^\s*(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\s*$/.exec(time);
  if (!form) return 'is no time like "2030-01-31T02:00:00"; the zone stands beside it';
  const date = new Date(`${form[1]}Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 19) !== form[1] ? 'is no time that the calendar has' : undefined;
}
