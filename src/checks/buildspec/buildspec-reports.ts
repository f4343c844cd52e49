import { MOST_REPORT_GROUPS, REPORT_FORMATS } from '../../catalog/buildspec';
import type { Check } from '../check';
import { buildsOf } from './builds';
import { BUILDSPEC_PAGE } from './buildspec-syntax';
import { problemsOf, wrongsIn } from './wrongs';

export const BUILDSPEC_REPORTS: Check = {
  id: 'conveyor:buildspec-reports',
  severity: 'error',
  title: `A buildspec has more than ${MOST_REPORT_GROUPS} groups of reports, or one that CodeBuild cannot read`,
  why: 'The build fails, or its reports are lost.',
  mend: `Give at most ${MOST_REPORT_GROUPS} groups, each with "files" and one of the formats ${REPORT_FORMATS.join(', ')}.`,
  source: BUILDSPEC_PAGE,
  * find(pipeline, plan) {
    for (const { spec } of buildsOf(pipeline, plan)) {
      if (spec) yield* problemsOf(wrongsIn(spec.read.root).filter(({ path, isIdle }) => !isIdle && path[0] === 'reports'), spec.at);
    }
  },
};
