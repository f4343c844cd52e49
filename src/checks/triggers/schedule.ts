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
      const bus = declared.at('EventBusName');
      if (declared.at('ScheduleExpression').given && bus.text !== undefined && bus.text !== 'default' && !bus.text.endsWith(':event-bus/default')) {
        yield { at: bus, wrong: `The schedule is on the bus ${shown(bus.text)}.`, mend: 'Leave EventBusName out: only the default bus has schedules.' };
      }
    }
    for (const { declared } of schedulesThatStart(pipeline, plan)) {
      yield* wrongExpression(declared.at('ScheduleExpression'), 'scheduler');
      yield* missing(declared);
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

/** What EventBridge Scheduler asks for beside the target. */
function* missing(schedule: Declared): Generator<Problem> {
  if (lacks(schedule, 'ScheduleExpression')) yield { at: schedule, wrong: 'The schedule has no expression.', mend: `Give it a ScheduleExpression: ${SCHEDULE_FORM.scheduler}.` };
  const window = schedule.at('FlexibleTimeWindow');
  const mode = window.at('Mode');
  if (lacks(schedule, 'FlexibleTimeWindow')) yield { at: schedule, wrong: 'The schedule does not say whether it is flexible.', mend: 'Add `FlexibleTimeWindow: { Mode: OFF }`.' };
  else if (mode.text !== undefined && !['OFF', 'FLEXIBLE'].includes(mode.text)) yield { at: mode, wrong: `The mode of the time window is ${shown(mode.text)}.`, mend: 'Use OFF or FLEXIBLE.' };
  else if (mode.text === 'FLEXIBLE' && lacks(window, 'MaximumWindowInMinutes')) yield { at: window, wrong: 'The time window is flexible, and does not say how long it is.', mend: 'Add MaximumWindowInMinutes: 1 to 1440.' };
}
