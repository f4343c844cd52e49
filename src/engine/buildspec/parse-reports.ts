import { ReportSpec } from './buildspec';
import { Section } from './section';
import { keysOf, MOST_REPORT_GROUPS, REPORT, REPORT_FORMATS } from '../../catalog/buildspec';

export function parseReports(reports: Section): ReportSpec[] {
  const groups = reports.keys();
  if (groups.length > MOST_REPORT_GROUPS) {
    throw reports.error(groups[MOST_REPORT_GROUPS], `"reports" names ${groups.length} report groups; a build may have ${MOST_REPORT_GROUPS}: merge some of them`);
  }
  return groups.map((group) => {
    const section = reports.section(group);
    section.warnOfOthers(keysOf(REPORT));
    const files = section.oneOrMore('files');
    if (files === undefined) throw section.error(undefined, `"${section.name('files')}" is missing; list the report files, such as "- 'reports/*.xml'"`);
    return {
      group,
      files,
      baseDirectory: section.text('base-directory') || undefined,
      discardPaths: section.yesOrNo('discard-paths'),
      format: section.oneOf('file-format', REPORT_FORMATS) ?? 'JUNITXML',
    };
  });
}
