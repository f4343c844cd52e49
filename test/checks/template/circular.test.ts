import { CIRCULAR } from '../../../src/checks/template/circular';
import type { Json } from '../fixture';
import { foundBy } from '../found-by';

const beside = (resources: Json, more: Json = {}) => foundBy(CIRCULAR, (_, template) => {
  Object.assign(template.Resources, resources);
  Object.assign(template, more);
});
const topic = (name: Json, more: Json = {}) => ({ Type: 'AWS::SNS::Topic', Properties: { DisplayName: name }, ...more });

test.each<[string, Json, string, (string | number)[]]>([
  ['a resource that refers to itself', { A: topic({ Ref: 'A' }) }, 'The resource "A" refers to itself.', ['Resources', 'A', 'Properties', 'DisplayName']],
  ['one that waits for itself', { A: topic('a', { DependsOn: ['A'] }) }, 'The resource "A" refers to itself.', ['Resources', 'A', 'DependsOn', 0]],
  [
    'two that refer to each other',
    { A: topic({ 'Fn::Sub': 'to ${B.TopicName}' }), B: topic({ 'Fn::Join': ['', [{ Ref: 'A' }]] }) },
    'Resources refer to each other in a circle: A → B → A.', ['Resources', 'A', 'Properties', 'DisplayName'],
  ],
  [
    'three, one of which waits', { A: topic({ 'Fn::GetAtt': ['B', 'TopicName'] }), B: topic('b', { DependsOn: 'C' }), C: topic({ Ref: 'A' }) },
    'Resources refer to each other in a circle: A → B → C → A.', ['Resources', 'A', 'Properties', 'DisplayName'],
  ],
  [
    'a circle that others lead to', { X: topic({ Ref: 'A' }), A: topic({ Ref: 'B' }), B: topic({ Ref: 'A' }), Y: topic({ Ref: 'X' }) },
    'Resources refer to each other in a circle: A → B → A.', ['Resources', 'A', 'Properties', 'DisplayName'],
  ],
])('%s are found', (_, resources, message, path) => {
  expect(beside(resources)).toEqual([expect.objectContaining({ severity: 'error', message, path })]);
});

test('of a long circle, not every resource is named', () => {
  const resources = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`T${at}`, topic({ Ref: `T${(at + 1) % 30}` })]));
  expect(beside(resources)).toEqual([expect.objectContaining({ message: 'Resources refer to each other in a circle: T0 → T1 → T2 → T3 → T4 → … → T29 → T0.' })]);
});

test('a pipeline that refers to a project which refers to it is found', () => {
  expect(foundBy(CIRCULAR, (pipeline, template) => {
    template.Resources.Project = { Type: 'AWS::CodeBuild::Project', Properties: { Description: { Ref: 'Pipeline' } } };
    pipeline.Stages[1].Actions[0].Configuration.ProjectName = { Ref: 'Project' };
  })).toEqual([expect.objectContaining({ path: ['Resources', 'Pipeline', 'Properties', 'Stages', 1, 'Actions', 0, 'Configuration', 'ProjectName'] })]);
});

const CONDITIONS = { Conditions: { IsOne: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] } } };
test.each<[string, Json, Json?]>([
  ['a chain', { A: topic({ Ref: 'B' }), B: topic({ Ref: 'C' }), C: topic('c') }],
  ['two ways to the same', { A: topic({ 'Fn::Sub': '${B} ${C}' }), B: topic({ Ref: 'C' }), C: topic('c') }],
  ['a reference in one branch', { A: topic({ 'Fn::If': ['IsOne', { Ref: 'B' }, 'a'] }), B: topic({ 'Fn::If': ['IsOne', 'b', { Ref: 'A' }] }) }, CONDITIONS],
  ['resources that are not always there', { A: topic({ Ref: 'B' }), B: topic({ Ref: 'A' }, { Condition: 'IsOne' }) }, CONDITIONS],
  ['metadata', { A: { ...topic('a'), Metadata: { Of: { Ref: 'A' } } } }],
  ['a text that is only put in', { A: topic({ 'Fn::Sub': ['${B} ${!A}', { B: 'b' }] }), B: topic({ Ref: 'A' }) }],
  ['a macro', { A: topic({ Ref: 'A' }) }, { Transform: 'Own::Macro' }],
])('%s is no circle', (...[, resources, more]) => {
  expect(beside(resources, more)).toEqual([]);
});
