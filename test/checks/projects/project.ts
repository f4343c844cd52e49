/** The project of the build of the valid pipeline, for a test to change. */

import { built, VALID } from '../buildspec/build';
import type { Json } from '../fixture';

export const AT = ['Resources', 'Project', 'Properties'];

/** A change that gives the build a valid project, with these properties in place of its own. */
export function withProject(properties: Json, change: (template: Json, pipeline: Json) => void = () => undefined) {
  return (pipeline: Json, template: Json) => {
    built(VALID)(pipeline, template);
    Object.assign(template.Resources.Project.Properties, properties);
    change(template, pipeline);
  };
}

export const ENVIRONMENT = { Type: 'LINUX_CONTAINER', ComputeType: 'BUILD_GENERAL1_SMALL', Image: 'aws/codebuild/standard:7.0' };
export const NONE = { Ref: 'AWS::NoValue' };
