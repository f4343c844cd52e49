import { findingsAfter, idsAfter, type Json } from '../fixture';
import { AT, built, VALID } from './build';

const reports = (groups: Json) => built({ ...VALID, reports: groups });
const groups = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`group${at}`, { files: ['a.xml'] }]));

test.each<[string, Json, string, string?]>([
  ['six groups', groups(6), '"reports" of the buildspec has 6 entries, and may have 5.'],
  ['a misspelt format', { unit: { 'files': ['a'], 'file-format': 'JUNIT_XML' } }, '"reports.unit.file-format" of the buildspec is "JUNIT_XML".', 'Did you mean JUNITXML?'],
  ['an unknown format', { unit: { 'files': ['a'], 'file-format': 'HTML' } }, '"reports.unit.file-format" of the buildspec is "HTML".'],
  ['a group without files', { unit: { 'base-directory': 'reports' } }, '"reports.unit" of the buildspec has no files.'],
  ['a group of nothing', { unit: null }, '"reports.unit" of the buildspec is empty.'],
  ['a group that lists no file', { unit: { files: [] } }, '"reports.unit.files" of the buildspec is empty.'],
  ['groups in a list', [{ unit: { files: ['a'] } }], '"reports" of the buildspec is a list, and has to be an object.'],
  ['groups in a text', 'later', '"reports" of the buildspec is a text, and has to be an object.'],
  ['the ARN of something else', { 'arn:aws:codebuild:eu-west-1:111111111111:project/unit': { files: 'a' } }, '"reports" of the buildspec has the name "arn:aws:codebuild:eu-west-1:111111111111:project/unit".'],
])('%s is found', (_, given, message, mend = '') => {
  expect(findingsAfter(reports(given))).toEqual([expect.objectContaining({ id: 'conveyor:buildspec-reports', severity: 'error', message, path: AT, ...(mend && { mend }) })]);
});

test.each<[Json]>([[groups(5)], [{ unit: { 'files': ['a'], 'file-format': 'CucumberJson' } }], [{ 'arn:aws:codebuild:eu-west-1:111111111111:report-group/unit': { files: 'a' } }], [null]])('%j is not', given => {
  expect(idsAfter(reports(given))).toEqual([]);
});
