import { findingsAfter, idsAfter, type Json } from '../fixture';
import { AT, built, VALID } from './build';

const reports = (groups: Json) => built({ ...VALID, reports: groups });
const groups = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`group${at}`, { files: ['a.xml'] }]));

test.each<[string, Json, string, string?]>([
  ['six groups', groups(6), 'The buildspec has 6 groups of reports.'],
  ['a misspelt format', { unit: { 'files': ['a'], 'file-format': 'JUNIT_XML' } }, 'The report group "unit" is of the format "JUNIT_XML".', 'Did you mean JUNITXML?'],
  ['an unknown format', { unit: { 'files': ['a'], 'file-format': 'HTML' } }, 'The report group "unit" is of the format "HTML".'],
  ['a group without files', { unit: { 'base-directory': 'reports' } }, 'The report group "unit" has no files.'],
])('%s is found', (_, given, message, mend = '') => {
  expect(findingsAfter(reports(given))).toEqual([expect.objectContaining({ id: 'conveyor:buildspec-reports', severity: 'error', message, path: AT, ...(mend && { mend }) })]);
});

test.each<[Json]>([[groups(5)], [{ unit: { 'files': ['a'], 'file-format': 'CucumberJson' } }], [{ 'arn:aws:codebuild:eu-west-1:111111111111:report-group/unit': { files: 'a' } }], ['later']])('%j is not', given => {
  expect(idsAfter(reports(given))).toEqual([]);
});
