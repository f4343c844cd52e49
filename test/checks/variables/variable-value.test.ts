import { VARIABLE_VALUE } from '../../../src/checks/variables/variable-value';
import { foundBy, pathTo, saidBy, UNKNOWN } from '../found-by';

test('a default of 1001 characters is found', () => {
  expect(foundBy(VARIABLE_VALUE, pipeline => {
    pipeline.Variables = [{ Name: 'a', DefaultValue: 'x'.repeat(1001) }];
  })).toEqual([expect.objectContaining({ severity: 'error', message: 'The default has 1001 characters.', path: pathTo('Variables', 0, 'DefaultValue') })]);
});

test.each<[object, string[]]>([
  [{ DefaultValue: '' }, ['The default is empty.']],
  [{ DefaultValue: 'a\nb' }, ['The default has more than one line.']],
  [{ Description: 'What it\nis for' }, ['The description has more than one line.']],
  [{ Description: 'x'.repeat(201) }, ['The description has 201 characters.']],
  [{ DefaultValue: { 'Fn::Join': ['', ['x'.repeat(1001), UNKNOWN]] } }, ['The default has 1001 characters.']],
  [{ DefaultValue: 'x'.repeat(1000), Description: 'x'.repeat(200) }, []],
  [{ DefaultValue: false }, []],
  [{ DefaultValue: 0, Description: '' }, []],
  [{ DefaultValue: UNKNOWN, Description: UNKNOWN }, []],
  [{}, []],
])('of %j is said %j', (variable, messages) => {
  expect(saidBy(VARIABLE_VALUE, pipeline => {
    pipeline.Variables = [{ Name: 'a', ...variable }];
  })).toEqual(messages);
});
