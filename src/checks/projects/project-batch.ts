import { buildsOf } from '../buildspec/builds';
import type { Check } from '../check';
import { isClosed } from '../known';
import { isSteady } from './own';

/** A warning: the guide demands the role, and the API takes a project without one. */
export const PROJECT_BATCH: Check = {
  id: 'conveyor:project-batch',
  severity: 'warning',
  title: 'An action starts a batch of a CodeBuild project that is not set up for batches',
  why: 'A batch needs a role of its own, which starts its builds; the guide says that it is required, and without it the batch does not begin.',
  mend: 'Give the project a BuildBatchConfig with a ServiceRole, or leave BatchEnabled out.',
  source: 'https://docs.aws.amazon.com/codebuild/latest/userguide/batch-build.html',
  * find(pipeline, plan) {
    for (const { action, project } of buildsOf(pipeline, plan)) {
      const batch = action.declared.at('Configuration', 'BatchEnabled');
      if (project?.file !== pipeline.file || batch.text?.toLowerCase() !== 'true') continue;
      if (isClosed(project.declared) && isSteady(project, plan) && project.declared.at('BuildBatchConfig').value === undefined) {
        yield { at: batch, wrong: `The action starts a batch, and its project "${project.logicalId}" has no BuildBatchConfig.` };
      }
    }
  },
};
