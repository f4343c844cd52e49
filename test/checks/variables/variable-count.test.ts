import { VARIABLE_COUNT } from '../../../src/checks/variables/variable-count';
import { foundBy, pathTo, saidBy } from '../found-by';

const variables = (count: number) => Array.from({ length: count }, (_, index) => ({ Name: `v${index}` }));

test('51 variables are found', () => {
  expect(foundBy(VARIABLE_COUNT, pipeline => {
    pipeline.Variables = variables(51);
  })).toEqual([expect.objectContaining({ severity: 'error', part: undefined, message: 'The pipeline has 51 variables.', path: pathTo('Variables') })]);
});

test('50 are not', () => {
  expect(saidBy(VARIABLE_COUNT, pipeline => {
    pipeline.Variables = variables(50);
  })).toEqual([]);
});
