/** The CodeBuild projects that a pipeline builds with, as far as they stand in the same document. */

import type { Declared, PipelinePlan, Plan, ResourcePlan } from '../plan';
import { grouped } from './grouped';
import { actionsOf, rulesOf } from './parts';
import { projectOf } from './project-of';

export interface UsedProject {
  readonly project: ResourcePlan;
  /** the configurations of the actions and rules that name it */
  readonly uses: readonly Declared[];
  /** where to point at what the project declares: there, or at its name in the pipeline when it stands in another template */
  place(declared: Declared): Declared;
}

export function projectsOf(pipeline: PipelinePlan, plan: Plan): UsedProject[] {
  const users = [
    ...actionsOf(pipeline).filter(({ row }) => row?.provider === 'CodeBuild').map(({ action }) => action.declared),
    ...rulesOf(pipeline).filter(({ rule }) => rule.provider === 'CodeBuild').map(({ rule }) => rule.declared),
  ];
  return [...grouped(users, user => projectOf(user, pipeline, plan))].flatMap(([project, declared]) => {
    const uses = declared.map(user => user.at('Configuration'));
    return project === undefined ? [] : [{ project, uses, place: at => (project.file === pipeline.file ? at : uses[0].at('ProjectName')) }];
  });
}
