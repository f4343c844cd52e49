import type { Declared, PipelinePlan, Plan, ResourcePlan } from '../plan';

/** The CodeBuild project that an action or a rule names, where it stands in the same document. */
export function projectOf(user: Declared, pipeline: PipelinePlan, plan: Plan): ResourcePlan | undefined {
  const name = user.at('Configuration', 'ProjectName').written;
  const project = name === undefined ? undefined : plan.resources.find('AWS::CodeBuild::Project', name, pipeline.stackName);
  const region = user.at('Region');
  // a project of the same name in another region is another project
  return project && region.given && region.written !== project.region ? undefined : project;
}
