/** What EventBridge starts a pipeline with. */

import { type Declared, isUnresolved, type PipelinePlan, type Plan, replaceUnresolved, type ResourcePlan } from '../../plan';

/** A rule or a schedule, and its target: the pipeline, or the call that starts it. */
export interface Starter {
  readonly declared: Declared;
  readonly target: Declared;
}

/** Rules of EventBridge's, on a schedule or on an event. */
export function rulesThatStart(pipeline: PipelinePlan, plan: Plan): Starter[] {
  return startersOf(pipeline, plan, 'AWS::Events::Rule', rule => rule.at('Targets').items);
}

/** Schedules of EventBridge Scheduler's. */
export function schedulesThatStart(pipeline: PipelinePlan, plan: Plan): Starter[] {
  return startersOf(pipeline, plan, 'AWS::Scheduler::Schedule', schedule => [schedule.at('Target')]);
}

/** The pipeline as one of its template's resources. */
export function resourceOf({ file, logicalId }: PipelinePlan, { resources }: Plan): ResourcePlan | undefined {
  return resources.ofType('AWS::CodePipeline::Pipeline', file).find(one => one.logicalId === logicalId);
}

/** Of the pipeline's own template: what stands in another one has no place among this pipeline's findings. */
function startersOf(pipeline: PipelinePlan, plan: Plan, type: string, targets: (of: Declared) => readonly Declared[]): Starter[] {
  const started = resourceOf(pipeline, plan);
  return plan.resources.ofType(type, pipeline.file).flatMap(({ declared }) => {
    const target = started ? targets(declared).find(one => isTarget(one, started)) : undefined;
    return target ? [{ declared, target }] : [];
  });
}

function isTarget(target: Declared, { name, region }: ResourcePlan): boolean {
  const arn = target.at('Arn').written ?? '';
  if (arn.endsWith(':aws-sdk:codepipeline:startPipelineExecution')) return target.at('Input').written?.includes(`"${name}"`) ?? false;
  if (!arn.endsWith(`:${name}`)) return false;
  const [prefix, , service, place] = replaceUnresolved(arn, '').split(':');
  return prefix === 'arn' && service === 'codepipeline' && (place === '' || isUnresolved(region) || place === region);
}
