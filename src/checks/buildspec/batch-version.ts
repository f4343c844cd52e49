import type { Check } from '../check';
import { buildsOf } from './builds';

/** A warning: CodeBuild's guide says nothing of it, and people tell it of their batches. */
export const BATCH_VERSION: Check = {
  id: 'conveyor:batch-version',
  severity: 'warning',
  title: 'The buildspec of a batch has its version in quotes',
  why: 'A single build takes both; a batch is reported to fail with "cannot unmarshal !!str `0.2` into float64". `BuildSpec.fromObject` keeps the version as it was given.',
  mend: 'Write the version as a number: 0.2 without quotes.',
  source: 'https://github.com/aws/aws-cdk/issues/29592',
  * find(pipeline, plan) {
    for (const { spec, isBatch } of buildsOf(pipeline, plan)) {
      if (isBatch && spec?.read.hasTextAsVersion) yield { at: spec.at, wrong: 'The version of the buildspec is a text, and the build is a batch.' };
    }
  },
};
