import { PlanError } from '../../src/plan';
import { parseTemplate } from '../../src/plan/read';

test('YAML short tags become the long forms', () => {
  const text = `
Resources:
  A:
    Type: AWS::S3::Bucket
    Properties:
      One: !Ref B
      Two: !GetAtt B.Arn
      Three: !Sub "\${B}-x"
      Four: !Join ["-", [a, !Ref B]]
      Five: !If [IsProd, !Ref "AWS::NoValue", 1]
      Six: !Select [0, !Split [",", "a,b"]]
      Seven: !Sub ["\${x}", { x: !ImportValue y }]
      Eight: !GetAtt [B, Outputs.Url]
      Nine: !Transform { Name: AWS::Include }
Conditions:
  IsProd: !And [!Condition Other, !Equals [a, a], !Not [!Equals [a, b]]]
`;
  const { Resources, Conditions } = parseTemplate(text, 't.yaml');
  expect(Resources).toEqual({
    A: {
      Type: 'AWS::S3::Bucket',
      Properties: {
        One: { Ref: 'B' },
        Two: { 'Fn::GetAtt': ['B', 'Arn'] },
        Three: { 'Fn::Sub': '${B}-x' },
        Four: { 'Fn::Join': ['-', ['a', { Ref: 'B' }]] },
        Five: { 'Fn::If': ['IsProd', { Ref: 'AWS::NoValue' }, 1] },
        Six: { 'Fn::Select': [0, { 'Fn::Split': [',', 'a,b'] }] },
        Seven: { 'Fn::Sub': ['${x}', { x: { 'Fn::ImportValue': 'y' } }] },
        Eight: { 'Fn::GetAtt': ['B', 'Outputs.Url'] },
        Nine: { 'Fn::Transform': { Name: 'AWS::Include' } },
      },
    },
  });
  expect(Conditions).toEqual({ IsProd: { 'Fn::And': [{ Condition: 'Other' }, { 'Fn::Equals': ['a', 'a'] }, { 'Fn::Not': [{ 'Fn::Equals': ['a', 'b'] }] }] } });
});

test('a date-like version stays text', () => {
  expect(parseTemplate('AWSTemplateFormatVersion: 2010-09-09\nResources: {}', 't')).toMatchObject({ AWSTemplateFormatVersion: '2010-09-09' });
});

test('yes and no are booleans, as CloudFormation reads them, but for names and what is in quotes', () => {
  expect(parseTemplate('Resources: { A: no, B: Yes, C: "no", No: off, D: !If [On, on, nobody] }', 't')).toEqual({
    Resources: { A: false, B: true, C: 'no', No: false, D: { 'Fn::If': [true, true, 'nobody'] } },
  });
});

test.each([
  ['YAML', 'Resources:\n  A: { Type: x }\n  B: { Type: y }\n  A: { Type: z }\n'],
  ['JSON', '{"Resources": {"A": {"Type": "x"}, "B": {"Type": "y"}, "A": {"Type": "z"}}}'],
])('of a key that stands twice in %s, the last counts, as for CloudFormation', (_what, text) => {
  expect(parseTemplate(text, 't')).toEqual({ Resources: { A: { Type: 'z' }, B: { Type: 'y' } } });
});

test.each([
  ['broken JSON', '{\n  "Resources": {,}\n}', /^t\.json:2:\d+ is not valid JSON: /],
  ['broken YAML', 'Resources:\n  a: [1\nb: 2', /^t\.json:\d+ is not valid YAML: /],
  ['a list', '- a', /^t\.json is not a CloudFormation template: it holds a list/],
  ['nothing', '', /^t\.json is not a CloudFormation template: it holds nothing/],
])('%s is one line that says where', (_what, text, message) => {
  const attempt = () => parseTemplate(text, 't.json');
  expect(attempt).toThrow(PlanError);
  expect(attempt).toThrow(message);
  try { attempt(); } catch (error) { expect((error as Error).message).not.toContain('\n'); }
});
