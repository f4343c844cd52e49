import type { PipelinePlan, Plan } from '../plan';

/** Whether a pipeline is the first of its template: with it, what concerns the whole template is told once. */
export function isFirstOfTemplate(pipeline: PipelinePlan, { pipelines }: Plan): boolean {
  return pipelines.find(({ file }) => file === pipeline.file) === pipeline;
}
