/** The cron expressions of deployment windows. Source: CodePipeline's user guide, rule-reference-DeploymentWindow. */

import { cronProblem, DAY_OF_MONTH, DAY_OF_WEEK, HOURS, MINUTES, MONTH, YEAR, type CronField } from './cron-field';

const SECONDS: CronField = { name: 'seconds', min: 0, max: 59 };
// the guide has had 1-12 and 0-11 for it
const ANY_MONTH: CronField = { ...MONTH, min: 0 };
const FIELDS = [SECONDS, MINUTES, HOURS, DAY_OF_MONTH, ANY_MONTH, DAY_OF_WEEK, YEAR];

export const QUARTZ_FORM = 'second, minute, hour, day of month, month, day of week and, if need be, year: "0 0 9-17 ? * MON-FRI *"';

/**
 * What is wrong with an expression: the end of a sentence about it; undefined when nothing is.
 *
 * INFERRED: that exactly one of the days must be `?`. The guide describes Quartz's expressions, in Quartz's own words, and Quartz demands it.
 */
export function quartzProblem(expression: string): string | undefined {
  const texts = expression.trim().split(/\s+/);
  if (/^(cron|rate)\(/.test(expression.trim())) return 'is an expression of EventBridge; a window has the fields alone';
  if (texts.length < 6 || texts.length > 7) return `has ${expression.trim() === '' ? 0 : texts.length} fields, and takes 6 or 7`;
  return cronProblem(texts, FIELDS);
}
