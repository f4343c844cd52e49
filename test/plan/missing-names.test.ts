import { missingNames } from '../../src/plan/missing-names';

const template = (text: unknown, more: object = {}) => ({ Resources: { Pipeline: { Properties: { Text: text } }, ...more } });

test('what a resource refers to, and the template lacks, is found where it stands', () => {
  expect(missingNames(template([{ Ref: 'Nothing' }]), 'Pipeline')).toEqual([
    { kind: 'resource or parameter', name: 'Nothing', path: ['Resources', 'Pipeline', 'Properties', 'Text', 0], known: new Set(['Pipeline']) },
  ]);
});

test.each<[unknown, object?]>([
  [{ Ref: 'Pipeline' }],
  [{ Ref: 'InModule' }, { Module: { Type: 'My::Own::Thing::MODULE' } }],
  [{ Ref: 'Looped' }, { 'Fn::ForEach::Topics': [] }],
  [null],
  [{ 'Fn::Sub': 7 }],
  [{ 'Fn::GetAtt': [] }],
])('%j is not', (...[text, more]) => {
  expect(missingNames(template(text, more), 'Pipeline')).toEqual([]);
});

test.each([['there is no such resource', {}], ['it is junk', { Resources: { Pipeline: 7 } }]])('nothing is found where %s', (_, junk) => {
  expect(missingNames(junk, 'Pipeline')).toEqual([]);
});
