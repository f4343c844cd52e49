/** A project for the build of the valid pipeline. */

import { findingsOf, type Finding } from '../../../src/checks';
import { deploymentsOf } from '../../../src/plan';
import { yamlReader } from '../../../src/plan/parse-yaml';
import { actionIn, validTemplate, type Json } from '../fixture';

export const VALID = { version: '0.2', phases: { build: { commands: ['npm ci'] } }, artifacts: { files: ['**/*'] } };
export const AT = ['Resources', 'Project', 'Properties', 'Source', 'BuildSpec'];
export const ACTION = ['Resources', 'Pipeline', 'Properties', 'Stages', 1, 'Actions', 0];

/** A change that gives the build a project with that buildspec: an object is written as JSON. */
export function built(buildspec: Json, change: (action: Json, template: Json) => void = () => undefined) {
  return (pipeline: Json, template: Json) => {
    const text = buildspec === undefined || typeof buildspec === 'string' || 'Fn::Sub' in buildspec ? buildspec : JSON.stringify(buildspec);
    template.Parameters = { Given: { Type: 'String', Default: 'Nonsense' } };
    template.Resources.Project = {
      Type: 'AWS::CodeBuild::Project',
      Properties: {
        Name: 'shop-build',
        ServiceRole: 'arn:aws:iam::111111111111:role/build',
        Source: { Type: 'CODEPIPELINE', BuildSpec: text },
        Artifacts: { Type: 'CODEPIPELINE' },
        Environment: { Type: 'LINUX_CONTAINER', ComputeType: 'BUILD_GENERAL1_SMALL', Image: 'aws/codebuild/standard:7.0' },
      },
    };
    change(actionIn(pipeline, 'Build/Compile'), template);
  };
}

/** What is found in a template when somebody reads YAML, of the ids that begin so. */
export function findingsWithYaml(change: (pipeline: Json, template: Json) => void, begin = 'conveyor:'): Finding[] {
  const template = validTemplate();
  change(template.Resources.Pipeline.Properties, template);
  const source = { file: '/app/template.json', template, stackName: 'Shop', parameters: {}, paths: {}, acknowledgements: [], nested: () => ({}) };
  return findingsOf(deploymentsOf('/app', [source], yamlReader())).filter(({ id }) => id.startsWith(begin));
}
