/** The builds of a pipeline: its CodeBuild actions, with the project of each where the same document has it. */

import type { Declared, PipelinePlan, Plan, ResourcePlan } from '../../plan';
import { actionsOf, type PlacedAction } from '../parts';
import { projectOf } from '../project-of';
import { readSpec, type Spec } from './spec';

export interface Build extends PlacedAction {
  /** undefined when it is not in the document */
  readonly project?: ResourcePlan;
  /** where its buildspec is written, and what it says: undefined when it lies in a file or is unknown */
  readonly spec?: { readonly at: Declared; readonly read: Spec };
  /** a batch has many builds, each with artifacts and variables of its own */
  readonly isBatch: boolean;
  /** where to show what is wrong with the project: in it, or in the action when it stands in another template */
  inProject(...keys: readonly string[]): Declared;
}

const known = new WeakMap<PipelinePlan, readonly Build[]>();

/** The builds of a pipeline; what was read once is not read again. */
export function buildsOf(pipeline: PipelinePlan, plan: Plan): readonly Build[] {
  const builds = known.get(pipeline) ?? readBuilds(pipeline, plan);
  known.set(pipeline, builds);
  return builds;
}

function readBuilds(pipeline: PipelinePlan, plan: Plan): Build[] {
  return actionsOf(pipeline).filter(({ row }) => row?.provider === 'CodeBuild').map(placed => {
    const configuration = placed.action.declared.at('Configuration');
    const project = projectOf(placed.action.declared, pipeline, plan);
    const inProject = (...keys: readonly string[]) => (project?.file === pipeline.file ? project.declared.at(...keys) : configuration.at('ProjectName'));
    const override = configuration.at('BuildspecOverride');
    const written = override.given ? override : project?.declared.at('Source', 'BuildSpec');
    const read = written && readSpec(written, plan.parseYaml);
    const batch = configuration.at('BatchEnabled');
    return {
      ...placed,
      project,
      inProject,
      spec: read && { at: override.given ? override : inProject('Source', 'BuildSpec'), read },
      isBatch: batch.given && batch.text?.toLowerCase() !== 'false',
    };
  });
}
