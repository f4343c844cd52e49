import { PROJECT_NEEDS } from '../../catalog/codebuild-project';
import type { Declared } from '../../plan';
import type { Check, Problem } from '../check';
import { isClosed } from '../known';
import { PROJECT } from './known-properties';
import { ownProjects, partsAt, PROJECT_PAGE, spoken } from './own';
import { wrongKindsIn } from '../structure/property-kind';
import { unknownIn } from '../structure/property-unknown';

export const PROJECT_PROPERTY: Check = {
  id: 'conveyor:project-property',
  severity: 'error',
  title: 'A CodeBuild project lacks a property, has one that CloudFormation does not know, or one of another kind',
  why: 'CloudFormation, or CodeBuild, refuses the project, and the pipeline has nothing to build with.',
  mend: 'Write the property as CloudFormation\'s reference does.',
  source: PROJECT_PAGE,
  * find(pipeline, plan) {
    for (const { declared, isSteady } of ownProjects(pipeline, plan)) {
      if (isSteady) yield* missing(declared);
      yield* unknownIn(declared, PROJECT);
      yield* wrongKindsIn(declared, PROJECT);
    }
  },
};

function* missing(project: Declared): Generator<Problem> {
  for (const [path, needs] of Object.entries(PROJECT_NEEDS)) {
    for (const part of partsAt(project, path)) {
      // an empty VpcConfig is none
      if (!isClosed(part) || (path === 'VpcConfig' && needs.every(key => !part.at(key).given))) continue;
      // what is null is of a wrong kind
      const lacking = needs.filter(key => part.at(key).value === undefined && !(key === 'ComputeType' && part.at('Fleet').given));
      if (lacking.length) yield { at: part, wrong: `${spoken(path)} has no ${lacking.join(', no ')}.`, mend: `Add ${lacking.join(', ')}.` };
    }
  }
  const cache = project.at('Cache');
  if (isClosed(cache) && cache.at('Type').text === 'S3' && cache.at('Location').value === undefined) {
    yield { at: cache, wrong: 'Cache of the project has no Location, and is of the type S3.', mend: 'Name the bucket, and a prefix in it, as Location.' };
  }
}
