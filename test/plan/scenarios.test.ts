import { scenariosOf } from '../../src/plan/scenarios';

/** A template whose pipeline depends on these conditions, and nothing else. */
function template(conditions: Record<string, unknown>, parameters: Record<string, unknown> = {}) {
  const stages = Object.keys(conditions).map(name => ({ 'Fn::If': [name, { Name: name }, { Ref: 'AWS::NoValue' }] }));
  return { Conditions: conditions, Parameters: parameters, Resources: { P: { Type: 'AWS::CodePipeline::Pipeline', Properties: { Stages: stages } } } };
}

const is = (parameter: string, text: string) => ({ 'Fn::Equals': [{ Ref: parameter }, text] });

/** The values of each scenario, `-` where a parameter is none of those that are asked for. */
function values(conditions: Record<string, unknown>, parameters: Record<string, unknown>, fixed: string[] = []): string[] {
  const names = Object.keys(parameters);
  return scenariosOf(template(conditions, parameters), new Set(fixed)).map(({ values: given }) => names.map(name => given[name] ?? '-').join(' '));
}

test('a template without conditions can become one thing', () => {
  expect(scenariosOf(template({}), new Set())).toHaveLength(1);
});

test('a parameter has each value that is asked for, and one that is not', () => {
  expect(values({ A: is('Place', 'test'), B: is('Place', 'live') }, { Place: { Type: 'String' } })).toEqual(['-', 'test', 'live']);
});

test('the default comes first', () => {
  expect(values({ A: is('Place', 'test') }, { Place: { Type: 'String', Default: 'test' } })).toEqual(['test', '-']);
});

test.each([
  [{ AllowedValues: ['test', 'live'] }, ['-', 'test']],
  [{ AllowedValues: ['test'] }, ['test']],
  [{ AllowedValues: ['live', 'demo'] }, ['-']],
])('only what %j allows', (more, expected) => {
  expect(values({ A: is('Place', 'test') }, { Place: { Type: 'String', ...more } })).toEqual(expected);
});

test('a parameter that may not be empty is never empty', () => {
  expect(values({ A: is('Place', '') }, { Place: { Type: 'String', MinLength: 1 } })).toEqual(['-']);
});

test('parameters combine', () => {
  expect(values({ A: is('One', 'x'), B: is('Two', 'y') }, { One: {}, Two: {} })).toEqual(['- -', '- y', 'x -', 'x y']);
});

test('what the stack fixes does not vary', () => {
  expect(values({ A: is('Place', 'test') }, { Place: {} }, ['Place'])).toEqual(['-']);
});

test('the same comparison is decided the same way wherever it stands', () => {
  const sides = [{ 'Fn::Select': [0, { Ref: 'List' }] }, 'x'];
  const scenarios = scenariosOf(template({ A: { 'Fn::Equals': sides }, B: { 'Fn::Not': [{ 'Fn::Equals': sides }] } }, { List: {} }), new Set());
  expect(scenarios.map(one => one.equal(sides))).toEqual([false, true]);
});

test('many parameters are changed one at a time', () => {
  const names = Array.from({ length: 12 }, (_, index) => `P${index}`);
  const all = values(Object.fromEntries(names.map(name => [name, is(name, 'x')])), Object.fromEntries(names.map(name => [name, {}])));
  expect(all).toHaveLength(13);
  for (const one of all) expect(one.split('x').length).toBeLessThanOrEqual(2);
});

test('conditions that no pipeline depends on do not count', () => {
  const other = { ...template({}), Conditions: { A: is('Place', 'test') }, Parameters: { Place: {} } };
  expect(scenariosOf(other, new Set())).toHaveLength(1);
});
