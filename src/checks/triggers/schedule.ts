import { SCHEDULE_FORM, scheduleProblem, type Scheduler } from '../../catalog/schedule';
import { isZoneOfDatabase } from '../../catalog/time-zone';
import type { Declared, PipelinePlan, Plan, ResourcePlan } from '../../plan';
import { type Check, type Problem } from '../check';
import { shown } from '../known';

export const SCHEDULE: Check = {
  id: 'conveyor:schedule',
  severity: 'error',
  title: 'The schedule that starts a pipeline is none that EventBridge knows',
  why: 'EventBridge refuses the schedule, and the deployment fails.',
  mend: `Write ${SCHEDULE_FORM.scheduler}. One of the two days is "?".`,
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html',
  * find(pipeline, plan) {
    for (const { declared } of startersOf(pipeline, plan, 'AWS::Events::Rule', rule => rule.at('Targets').items)) {
      yield* wrongExpression(declared.at('ScheduleExpression'), 'rule');
    }
    for (const { declared } of startersOf(pipeline, plan, 'AWS::Scheduler::Schedule', schedule => [schedule.at('Target')])) {
      yield* wrongExpression(declared.at('ScheduleExpression'), 'scheduler');
      const zone = declared.at('ScheduleExpressionTimezone');
      if (zone.text !== undefined && !isZoneOfDatabase(zone.text)) {
        yield { at: zone, wrong: `The time zone ${shown(zone.text)} is not known.`, mend: 'Name a zone of the IANA database: "Europe/Berlin", or "UTC".' };
      }
    }
  },
};

/** What starts the pipeline, of its own template: what stands in another one has no place among this pipeline's findings. */
function startersOf({ file, logicalId }: PipelinePlan, plan: Plan, type: string, targets: (of: Declared) => readonly Declared[]): ResourcePlan[] {
  const arn = plan.resources.all.find(one => one.type === 'AWS::CodePipeline::Pipeline' && one.logicalId === logicalId && one.file === file)?.arn;
  return plan.resources.ofType(type).filter(one => one.file === file && targets(one.declared).some(target => target.at('Arn').written === arn));
}

function* wrongExpression(expression: Declared, of: Scheduler): Generator<Problem> {
  const wrong = expression.text === undefined ? undefined : scheduleProblem(expression.text, of);
  if (wrong) yield { at: expression, wrong: `The schedule ${shown(expression.text!)} ${wrong}.`, mend: `Write ${SCHEDULE_FORM[of]}.` };
}
