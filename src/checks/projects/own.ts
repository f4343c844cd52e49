/** The CodeBuild projects of a pipeline's actions and rules that stand in its own template, and their parts. */

import type { Declared, PipelinePlan, Plan, ResourcePlan } from '../../plan';
import { projectsOf } from '../projects-of';

export const PROJECT_PAGE = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codebuild-project.html';

export interface OwnProject {
  /** its properties */
  readonly declared: Declared;
  /** whether every deployment has it like this: what it lacks, or has beside something else, tells nothing otherwise */
  readonly isSteady: boolean;
}

export function ownProjects(pipeline: PipelinePlan, plan: Plan): OwnProject[] {
  return projectsOf(pipeline, plan).filter(({ project }) => project.file === pipeline.file)
    .map(({ project }) => ({ declared: project.declared, isSteady: isSteady(project, plan) }));
}

export function isSteady({ file, logicalId: own }: ResourcePlan, plan: Plan): boolean {
  return !plan.varies(file, (_, logicalId) => logicalId === own);
}

/** What stands at a path: a dot leads to a property, and [] to each item of a list. */
export function partsAt(project: Declared, path: string): readonly Declared[] {
  return path.split('.').filter(key => key !== '').reduce<readonly Declared[]>((parts, key) => parts.flatMap(part => {
    const isEach = key.endsWith('[]');
    const at = part.at(isEach ? key.slice(0, -2) : key);
    return isEach ? at.items : [at];
  }), [project]);
}

/** How a message names it. */
export function spoken(path: string): string {
  return path === '' ? 'The project' : `${path.replaceAll('[]', '')} of the project`;
}
