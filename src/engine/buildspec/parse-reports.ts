import { REPORT_FORMATS, ReportSpec } from './buildspec';
import { Section } from './section';

const MOST_GROUPS = 5;

export function parseReports(reports: Section): ReportSpec[] {
  const groups = reports.keys();
  if (groups.length > MOST_GROUPS) {
    throw reports.error(groups[MOST_GROUPS], `"reports" names ${groups.length} report groups; a build may have ${MOST_GROUPS}: merge some of them`);
  }
  return groups.map((group) => {
    const section = reports.section(group);
    section.warnOfOthers(['files', 'base-directory', 'discard-paths', 'file-format']);
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
