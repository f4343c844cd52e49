import { mayBe } from '../../catalog/codebuild-project';
import { buildsOf } from '../buildspec/builds';
import type { Check } from '../check';
import { shown } from '../known';

const isPipeline = (type: string) => mayBe(type, ['CODEPIPELINE']);

/**
 * INFERRED: a project with other sources and other artifacts is no mistake. The execution replaces both
 * (https://github.com/aws/aws-cdk/pull/4689).
 */
export const PROJECT_SOURCE: Check = {
  id: 'conveyor:project-source',
  severity: 'error',
  title: 'A CodeBuild project has its source from CodePipeline and not its artifacts, or the other way round',
  why: 'CodeBuild refuses the project: when one of them is CODEPIPELINE, both must be.',
  mend: 'Give the project Source.Type: CODEPIPELINE and Artifacts.Type: CODEPIPELINE.',
  source: 'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectSource.html',
  * find(pipeline, plan) {
    for (const { project, inProject } of buildsOf(pipeline, plan)) {
      const [source, artifacts] = ['Source', 'Artifacts'].map(part => project?.declared.at(part, 'Type').text);
      if (source === undefined || artifacts === undefined || isPipeline(source) === isPipeline(artifacts)) continue;
      yield {
        at: isPipeline(source) ? inProject('Artifacts', 'Type') : inProject('Source', 'Type'),
        wrong: `The source of the project is of the type ${shown(source)}, its artifacts are of ${shown(artifacts)}.`,
      };
    }
  },
};
