import type { PipelinePlan, Plan } from '../plan';
import { UsageError } from './usage-error';

/** A pipeline as people call it: its construct path without the L1's own `Resource`, or its name. */
export function titleOf(pipeline: PipelinePlan): string {
  const path = pipeline.constructPath?.replace(/\/Resource$/, '');
  if (path === undefined) return pipeline.name;
  return pipeline.name === pipeline.logicalId ? path : `${pipeline.name} (${path})`;
}

/**
 * The pipeline that a word means: its name, logical id, construct path or the end of that path.
 *
 * @param app what to call the assembly in messages
 * @throws UsageError when none or more than one is meant
 */
export function choosePipeline(plan: Plan, word: string | undefined, app: string): PipelinePlan {
  const { pipelines } = plan;
  if (pipelines.length === 0) throw new UsageError(`${app} has no pipeline (no AWS::CodePipeline::Pipeline in any template)`);
  const names = pipelines.map(titleOf).join(', ');
  if (word === undefined) {
    if (pipelines.length === 1) return pipelines[0];
    throw new UsageError(`${app} has ${pipelines.length} pipelines, so say which: ${names}`);
  }
  const path = (pipeline: PipelinePlan) => pipeline.constructPath?.replace(/\/Resource$/, '') ?? '';
  const exact = pipelines.filter(one => [one.name, one.logicalId, one.constructPath, path(one)].includes(word));
  const meant = exact.length > 0 ? exact : pipelines.filter(one => path(one).endsWith(`/${word}`));
  if (meant.length === 1) return meant[0];
  if (meant.length === 0) throw new UsageError(`${app} has no pipeline ${word}; it has ${names}`);
  throw new UsageError(`${word} means ${meant.length} pipelines of ${app}: ${meant.map(one => one.constructPath ?? `${one.stackName}/${one.logicalId}`).join(', ')}`);
}
