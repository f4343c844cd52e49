import { ATTRIBUTE_MISSING } from '../../../src/checks/structure/attribute-missing';
import { type Json } from '../fixture';
import { foundBy } from '../found-by';

const asking = (value: Json, more: Json = {}) => foundBy(ATTRIBUTE_MISSING, (_, template) => {
  template.Resources.Rule = { Type: 'AWS::Events::Rule', Properties: { Targets: [{ Id: 'Pipeline', Arn: value }] } };
  Object.assign(template, { Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } } }, more);
});

test.each<[Json, string, (string | number)[]?]>([
  [{ 'Fn::GetAtt': ['Pipeline', 'Arn'] }, 'Arn'],
  [{ 'Fn::GetAtt': 'Pipeline.Arn' }, 'Arn'],
  [{ 'Fn::Sub': '${Pipeline.Name}' }, 'Name'],
  [{ 'Fn::Sub': ['${Pipeline.Arn} ${x}', { x: 'y' }] }, 'Arn'],
  [{ 'Fn::If': ['Never', 'a', { 'Fn::GetAtt': ['Pipeline', 'Arn'] }] }, 'Arn', ['Fn::If', 2]],
])('%j is found', (...[value, name, rest = []]) => {
  expect(asking(value)).toEqual([expect.objectContaining({
    severity: 'error', message: `The pipeline Pipeline has no attribute "${name}".`, path: ['Resources', 'Rule', 'Properties', 'Targets', 0, 'Arn', ...rest],
  })]);
});

test('an output that asks for one is found', () => {
  expect(asking('x', { Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Pipeline', 'Arn'] } } } })).toEqual([expect.objectContaining({ path: ['Outputs', 'Arn', 'Value'] })]);
});

test.each<[Json, Json?]>([
  [{ Ref: 'Pipeline' }],
  [{ 'Fn::GetAtt': ['Pipeline', 'Version'] }],
  [{ 'Fn::GetAtt': ['Rule', 'Arn'] }],
  [{ 'Fn::GetAtt': ['Pipeline', { Ref: 'Attribute' }] }],
  [{ 'Fn::GetAtt': 7 }],
  [{ 'Fn::Sub': '${Pipeline} ${!Pipeline.Arn} ${Version}' }],
  [{ 'Fn::Sub': ['${Pipeline.Arn}', { 'Pipeline.Arn': 'x' }] }],
  [{ 'Fn::Sub': { Pipeline: 1 } }],
  [{ 'Fn::If': ['Never', { 'Fn::GetAtt': ['Pipeline', 'Arn'] }, 'b'] }],
  [{ 'Fn::GetAtt': ['Pipeline', 'Arn'] }, { Transform: 'Own::Macro' }],
])('%j is not', (...[value, more]) => {
  expect(asking(value, more)).toEqual([]);
});
