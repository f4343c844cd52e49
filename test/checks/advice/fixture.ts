/** What one piece of advice says of the valid pipeline once something in it has been changed. */

import { actionIn, findingsAfter, type Json } from '../fixture';

export { actionIn, stageIn, type Json } from '../fixture';

/** The findings of one check alone, with what tells them apart. */
export function advice(id: string, change: (pipeline: Json, template: Json) => void) {
  return findingsAfter(change).filter(one => one.id === `conveyor:${id}`);
}

/** The project that the valid pipeline builds with, beside it in the template. */
export function withProject(template: Json, properties: Json): Json {
  template.Resources.Project = { Type: 'AWS::CodeBuild::Project', Properties: { Name: 'shop-build', ...properties } };
  return template.Resources.Project.Properties;
}

/** A buildspec with these commands, as JSON. */
export function buildspec(commands: readonly string[], more: Json = {}): string {
  return JSON.stringify({ version: '0.2', ...more, phases: { build: { commands } } });
}

export function actionOf(category: string, provider: string, more: Json = {}, owner = 'AWS'): Json {
  return { Name: provider, ActionTypeId: { Category: category, Owner: owner, Provider: provider, Version: '1' }, Configuration: {}, RunOrder: 1, ...more };
}

/** Renames the stage that deploys, and takes the approval before it away. */
export function unapproved(pipeline: Json, name = 'Production'): Json {
  pipeline.Stages.splice(2, 1);
  pipeline.Stages[2].Name = name;
  return pipeline.Stages[2];
}

export function configurationOf(pipeline: Json, path: string): Json {
  return actionIn(pipeline, path).Configuration;
}
