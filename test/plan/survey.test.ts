import { surveyOf } from '../../src/plan/survey';

const many = <T>(count: number, make: (at: number) => T) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`R${at}`, make(at)]));

test('a template is looked through once, however often it is asked for', () => {
  const template = { Resources: { Topic: { Properties: { Name: { Ref: 'AWS::StackName' } } } } };
  expect(surveyOf(template)).toBe(surveyOf(template));
  expect(surveyOf(template).calls).toEqual([{
    name: 'Ref', argument: 'AWS::StackName', path: ['Resources', 'Topic', 'Properties', 'Name'], section: 'Resources', within: 'Topic', attribute: 'Properties', optional: false,
  }]);
});

test('what stands below a condition is known to', () => {
  const template = { Outputs: { Name: { Value: { 'Fn::If': ['IsLive', { Ref: 'A' }, { 'Fn::Sub': ['${B}', { B: { Ref: 'C' } }] }] } } } };
  expect(surveyOf(template).calls.map(({ name, optional }) => [name, optional])).toEqual([['Fn::If', false], ['Ref', true], ['Fn::Sub', true], ['Ref', true]]);
});

test('a template that a transform has a hand in is not looked through', () => {
  expect(surveyOf({ Transform: 'Own::Macro', Resources: { Topic: { Properties: { Name: { Ref: 'Nothing' } } } } } as object)).toMatchObject({ calls: [], missing: [], circles: [] });
});

test('attributes are found by the resource that they are asked of', () => {
  const template = { Resources: { A: { Properties: { Arn: { 'Fn::GetAtt': 'B.Arn' }, Text: { 'Fn::Sub': '${B.Nested.Name} ${C}' } } } } };
  expect([...surveyOf(template).attributes]).toEqual([['B', [
    { name: 'Arn', path: ['Resources', 'A', 'Properties', 'Arn'] }, { name: 'Nested.Name', path: ['Resources', 'A', 'Properties', 'Text'] },
  ]]]);
});

test.each([
  ['a long chain', many(20_000, at => ({ DependsOn: `R${at + 1}` })), 0],
  ['a great circle', many(20_000, at => ({ DependsOn: `R${(at + 1) % 20_000}` })), 1],
  ['many small circles', many(20_000, at => ({ DependsOn: `R${at % 2 ? at - 1 : at + 1}` })), 20],
  ['many who wait for one', many(20_000, () => ({ DependsOn: 'R0' })), 1],
])('%s of resources is gone through to its end', (_, Resources, count) => {
  expect(surveyOf({ Resources }).circles).toHaveLength(count);
});
