import { MOST_REPORT_GROUPS, REPORT_FORMATS } from '../../catalog/buildspec';
import { near } from '../../catalog/nearest';
import { isUnresolved } from '../../plan';
import type { Check } from '../check';
import { shown } from '../known';
import { buildsOf } from './builds';
import { BUILDSPEC_PAGE } from './buildspec-syntax';
import { lacksKey, mapIn } from './spec';

export const BUILDSPEC_REPORTS: Check = {
  id: 'conveyor:buildspec-reports',
  severity: 'error',
  title: 'A buildspec has more than 5 groups of reports, or one that CodeBuild cannot read',
  why: 'The build fails, or its reports are lost.',
  mend: `Give at most 5 groups, each with "files" and one of the formats ${REPORT_FORMATS.join(', ')}.`,
  source: BUILDSPEC_PAGE,
  * find(pipeline, plan) {
    for (const { spec } of buildsOf(pipeline, plan)) {
      const groups = Object.keys((spec && mapIn(spec.read.root, 'reports')) ?? {});
      if (groups.length > MOST_REPORT_GROUPS) yield { at: spec!.at, wrong: `The buildspec has ${groups.length} groups of reports.` };
      for (const name of groups) {
        const group = mapIn(spec!.read.root, 'reports', name);
        const format = group?.['file-format'];
        if (lacksKey(group, 'files')) yield { at: spec!.at, wrong: `The report group ${shown(name)} has no files.`, mend: 'List the reports: "files", with "reports/*.xml" in it.' };
        if (typeof format !== 'string' || isUnresolved(format) || format === '' || REPORT_FORMATS.includes(format.toUpperCase())) continue;
        const meant = near(format, REPORT_FORMATS);
        yield { at: spec!.at, wrong: `The report group ${shown(name)} is of the format ${shown(format)}.`, mend: meant ? `Did you mean ${meant}?` : `Use ${REPORT_FORMATS.join(', ')}.` };
      }
    }
  },
};
