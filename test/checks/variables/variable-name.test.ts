import { VARIABLE_NAME } from '../../../src/checks/variables/variable-name';
import { foundBy, OTHER_UNKNOWN, pathTo, saidBy, UNKNOWN } from '../found-by';

const declared = (variables: unknown) => saidBy(VARIABLE_NAME, pipeline => {
  pipeline.Variables = variables;
});

test('a name with a dot is found', () => {
  expect(foundBy(VARIABLE_NAME, pipeline => {
    pipeline.Variables = [{ Name: 'my.target' }];
  })).toEqual([expect.objectContaining({ severity: 'error', message: 'The name "my.target" is not allowed.', path: pathTo('Variables', 0, 'Name') })]);
});

test.each<[unknown, string]>([
  [[{ Name: 'x'.repeat(129) }], `The name "${'x'.repeat(60)}…" is not allowed.`],
  [[{ Name: '' }], 'The name "" is not allowed.'],
  [[{ DefaultValue: 'x' }], 'The variable has no name.'],
  [['target'], 'The variable "target" is no object.'],
  [[{ Name: 'target' }, { Name: 'target' }], 'There are two variables with the name "target".'],
])('%j is found', (variables, message) => {
  expect(declared(variables)).toEqual([message]);
});

test.each<[unknown]>([
  [[{ Name: 'My-target_2@home' }, { Name: 'x'.repeat(128) }]],
  [[{ Name: 'target' }, { Name: 'Target' }]],
  [[{ Name: UNKNOWN }, { Name: OTHER_UNKNOWN }]],
  [UNKNOWN],
])('%j is not', variables => {
  expect(declared(variables)).toEqual([]);
});
