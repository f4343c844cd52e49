import { varies } from '../../src/plan/varies';

const RESOURCES = { Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'a' } } };
const ofRole = (template: object, holds = true) => varies(template, type => type === 'AWS::IAM::Role', () => holds);

test.each<[string, object]>([
  ['a macro', { Transform: 'Company::Roles', Resources: RESOURCES }],
  ['a loop', { Resources: { 'Fn::ForEach::Roles': ['Name', ['a'], {}] } }],
  ['a module', { Resources: { ...RESOURCES, Module: { Type: 'Company::Roles::All::MODULE' } } }],
  ['a condition in them', { Resources: { Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: { 'Fn::If': ['A', 'a', 'b'] } } } } }],
  ['none at all', {}],
])('resources of a template with %s may be others', (_what, template) => {
  expect(ofRole(template)).toBe(true);
});

test('so may those that a condition has left out', () => {
  const template = { Resources: { Role: { ...RESOURCES.Role, Condition: 'Adds' } } };
  expect([ofRole(template, false), ofRole(template, true)]).toEqual([true, false]);
});

test('those that a condition has added may be missing elsewhere, where that matters', () => {
  const template = { Resources: { Role: { ...RESOURCES.Role, Condition: 'Adds' } } };
  expect([varies(template, () => true, () => true), varies(template, () => true, () => true, true)]).toEqual([false, true]);
});

test('a condition in what does not matter changes nothing', () => {
  expect(ofRole({ Resources: { ...RESOURCES, Key: { Type: 'AWS::KMS::Key', Condition: 'Adds', Properties: { Enabled: { 'Fn::If': ['A', true, false] } } } } }, false)).toBe(false);
});
