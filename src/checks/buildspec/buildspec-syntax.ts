import type { Check } from '../check';
import { buildsOf } from './builds';
import { problemsOf, wrongsIn } from './wrongs';

export const BUILDSPEC_PAGE = 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html';

/** Sections that have a check of their own. */
const OTHERS = ['reports', 'batch'];

export const BUILDSPEC_SYNTAX: Check = {
  id: 'conveyor:buildspec-syntax',
  severity: 'error',
  title: 'The buildspec of a build is none, or says what CodeBuild does not take',
  why: 'The build fails, most often before its first command.',
  mend: 'Begin with "version: 0.2", and give at least one of the phases install, pre_build, build and post_build with its commands.',
  source: BUILDSPEC_PAGE,
  * find(pipeline, plan) {
    for (const { spec } of buildsOf(pipeline, plan)) {
      if (!spec) continue;
      const { root, problem } = spec.read;
      if (problem !== undefined) yield { at: spec.at, wrong: `The buildspec is no ${problem}.` };
      else yield* problemsOf(wrongsIn(root).filter(({ path, isIdle }) => !isIdle && !OTHERS.includes(path[0])), spec.at);
    }
  },
};
