import { surveyOf } from '../../src/plan/survey';

const template = (text: unknown, more: object = {}) => ({ Resources: { Pipeline: { Properties: { Text: text } }, ...more } });

test('what a template refers to, and lacks, is found where it stands', () => {
  expect(surveyOf(template([{ Ref: 'Nothing' }])).missing).toEqual([
    { kind: 'resource or parameter', name: 'Nothing', path: ['Resources', 'Pipeline', 'Properties', 'Text', 0], known: new Set(['Pipeline']) },
  ]);
});

test.each<[unknown, object?]>([
  [{ Ref: 'Pipeline' }],
  [{ Ref: 'InModule' }, { Module: { Type: 'My::Own::Thing::MODULE' } }],
  [{ Ref: 'Looped' }, { 'Fn::ForEach::Topics': [] }],
  [{ 'Value': { Ref: 'ForTheMacro' }, 'Fn::Transform': { Name: 'Own' } }],
  [null],
  [{ 'Fn::Sub': 7 }],
  [{ 'Fn::GetAtt': [] }],
])('%j is not', (...[text, more]) => {
  expect(surveyOf(template(text, more)).missing).toEqual([]);
});

test.each([['it has no resources', {}], ['they are junk', { Resources: { Pipeline: 7 } }]])('nothing is found in a template where %s', (_, junk) => {
  expect(surveyOf(junk).missing).toEqual([]);
});
