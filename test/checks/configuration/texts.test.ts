import { CONFIGURATION_LENGTH } from '../../../src/checks/configuration/length';
import { CONFIGURATION_TEXT } from '../../../src/checks/configuration/text';
import { saidBy } from '../found-by';
import { having } from './action';

const said = (check: typeof CONFIGURATION_LENGTH, type: string) => (configuration: unknown) => saidBy(check, having({ type, configuration }));

describe.each(['Invoke Lambda', 'Build Forge Custom'])('the configuration of %s', type => {
  const length = said(CONFIGURATION_LENGTH, type);
  const text = said(CONFIGURATION_TEXT, type);

  test.each<[unknown, string]>([
    [{ UserParameters: 'x'.repeat(1001) }, 'The value of UserParameters has 1001 characters.'],
    [{ UserParameters: { 'Fn::Sub': `${'x'.repeat(1001)}\${Late}` } }, 'The value of UserParameters has at least 1001 characters.'],
    [{ UserParameters: '' }, 'The value of UserParameters is empty.'],
    [{ ['k'.repeat(51)]: 'x' }, `The key "${'k'.repeat(51)}" has 51 characters.`],
  ])('is too long or too short: %#', (configuration, message) => {
    expect(length(configuration)).toEqual([message]);
  });

  test.each<[unknown]>([
    [{ ['k'.repeat(50)]: 'x'.repeat(1000) }], [{ UserParameters: { Ref: 'Late' } }], [{ UserParameters: 0 }],
    [{ UserParameters: { 'Fn::Sub': `${'x'.repeat(1000)}\${Late}` } }],
  ])('is of a length that is well: %#', configuration => {
    expect(length(configuration)).toEqual([]);
  });

  test.each<[unknown, string]>([
    [{ UserParameters: { a: 1 } }, 'The value of UserParameters is an object.'],
    [{ UserParameters: ['a'] }, 'The value of UserParameters is a list.'],
    [{ UserParameters: null }, 'UserParameters has no value.'],
    [['a'], 'The configuration is a list.'],
  ])('has something else than texts: %j', (configuration, message) => {
    expect(text(configuration)).toEqual([message]);
  });

  test.each<[unknown]>([
    [{ UserParameters: '{"a": 1}' }], [{ UserParameters: 7 }], [{ UserParameters: true }], [{ UserParameters: { 'Fn::ToJsonString': { a: 1 } } }],
    [{ UserParameters: { 'Fn::FindInMap': ['A', 'B', 'C'] } }], [{ UserParameters: { Ref: 'AWS::NoValue' } }], ['{"UserParameters": "x"}'],
  ])('has texts: %j', configuration => {
    expect(text(configuration)).toEqual([]);
  });
});
