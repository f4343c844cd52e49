import { SCHEDULE_FORM, scheduleProblem, type Scheduler } from '../../catalog/schedule';
import { isZoneOfDatabase } from '../../catalog/time-zone';
import type { Declared } from '../../plan';
import { type Check, type Problem } from '../check';
import { lacks, shown } from '../known';
import { rulesThatStart, schedulesThatStart } from './starters';

export const SCHEDULE: Check = {
  id: 'conveyor:schedule',
  severity: 'error',
  title: 'The schedule that starts a pipeline is none that EventBridge knows',
  why: 'EventBridge refuses the schedule, and the deployment fails.',
  mend: `Write ${SCHEDULE_FORM.scheduler}. One of the two days is "?".`,
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html',
  * find(pipeline, plan) {
    for (const { declared } of rulesThatStart(pipeline, plan)) {
      yield* wrongExpression(declared.at('ScheduleExpression'), 'rule');
      if (lacks(declared, 'ScheduleExpression') && lacks(declared, 'EventPattern')) {
        yield { at: declared, wrong: 'The rule has neither a schedule nor a pattern of events.', mend: `Give it a ScheduleExpression: ${SCHEDULE_FORM.rule}.` };
      }
    }
    for (const { declared } of schedulesThatStart(pipeline, plan)) {
      yield* wrongExpression(declared.at('ScheduleExpression'), 'scheduler');
      const zone = declared.at('ScheduleExpressionTimezone');
      if (zone.text !== undefined && !isZoneOfDatabase(zone.text)) {
        yield { at: zone, wrong: `The time zone ${shown(zone.text)} is not known.`, mend: 'Name a zone of the IANA database: "Europe/Berlin", or "UTC".' };
      }
    }
  },
};

function* wrongExpression(expression: Declared, of: Scheduler): Generator<Problem> {
  const wrong = expression.text === undefined ? undefined : scheduleProblem(expression.text, of);
  if (wrong) yield { at: expression, wrong: `The schedule ${shown(expression.text!)} ${wrong}.`, mend: `Write ${SCHEDULE_FORM[of]}.` };
}
