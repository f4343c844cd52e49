import { findingsAfter, idsAfter, type Json } from '../fixture';
import { many, trigger } from './git';

const FILTER = ['Resources', 'Pipeline', 'Properties', 'Triggers', 0, 'GitConfiguration', 'Push', 0];
const branches = (Branches: Json) => trigger({ Push: [{ Branches }] });

test.each<[string, Json, string, (string | number)[]]>([
  ['a kind without patterns', {}, 'Branches includes nothing and excludes nothing.', []],
  ['an empty list', { Includes: [] }, 'Branches.Includes has no pattern.', ['Includes']],
  ['nine patterns to include', { Includes: many(9, at => `b${at}`) }, 'Branches.Includes has 9 patterns.', ['Includes']],
  ['nine patterns to exclude', { Excludes: many(9, at => `b${at}`) }, 'Branches.Excludes has 9 patterns.', ['Excludes']],
  ['a pattern of 256 characters', { Includes: ['main', 'x'.repeat(256)] }, `The pattern "${'x'.repeat(60)}…" of Branches.Includes has 256 characters.`, ['Includes', 1]],
  ['an empty pattern', { Includes: [''] }, 'Branches.Includes has an empty pattern.', ['Includes', 0]],
])('%s is found', (_, criteria, message, path) => {
  const found = findingsAfter(pipeline => { pipeline.Triggers = [branches(criteria)]; });
  expect(found).toEqual([expect.objectContaining({ id: 'conveyor:trigger-pattern', severity: 'error', message, path: [...FILTER, 'Branches', ...path] })]);
});

test('the same is found of tags, and of the files of pull requests', () => {
  const found = findingsAfter(pipeline => {
    pipeline.Triggers = [trigger({ Push: [{ Tags: { Includes: [''] } }], PullRequest: [{ Branches: { Includes: ['**'] }, FilePaths: { Excludes: [''] } }] })];
  });
  expect(found.map(({ message }) => message)).toEqual(['Tags.Includes has an empty pattern.', 'FilePaths.Excludes has an empty pattern.']);
});

test('a text that is too long whatever its unknown part becomes is found', () => {
  const found = (length: number) => idsAfter((pipeline, template) => {
    template.Parameters = { Team: { Type: 'String' } };
    pipeline.Triggers = [branches({ Includes: [{ 'Fn::Sub': `\${Team}/${'x'.repeat(length)}` }] })];
  });
  expect(found(255)).toEqual(['trigger-pattern']);
  expect(found(254)).toEqual([]);
});

test.each<[string, Json]>([
  ['eight of both', { Includes: many(8, at => `b${at}`), Excludes: many(8, at => `x${at}`) }],
  ['a pattern of 255 characters', { Includes: ['x'.repeat(255)] }],
  ['a pattern from a parameter', { Includes: [{ Ref: 'Branch' }] }],
  ['a list from a parameter', { Includes: { Ref: 'Branch' } }],
])('%s is not', (_, criteria) => {
  expect(idsAfter((pipeline, template) => {
    template.Parameters = { Branch: { Type: 'CommaDelimitedList', Default: '' } };
    pipeline.Triggers = [branches(criteria)];
  })).toEqual([]);
});
