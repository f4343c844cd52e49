import { inCommandsAction, messagesIn } from './a-commands-action';
import { ENVIRONMENT_VARIABLES } from '../../../src/checks/commands/environment-variables';
import { actionIn } from '../fixture';
import { pathTo, saidBy, UNKNOWN } from '../found-by';

const variables = (count: number) => Array.from({ length: count }, (_, index) => ({ Name: `V${index}`, Value: 'x' }));

test('a name with a hyphen is found', () => {
  const found = inCommandsAction(ENVIRONMENT_VARIABLES, action => {
    action.EnvironmentVariables = [{ Name: 'MY-STAGE', Value: 'x' }];
  });
  expect(found).toEqual([expect.objectContaining({
    severity: 'error', part: 'Build/Compile', message: 'The name "MY-STAGE" is not allowed.', path: pathTo('Stages', 1, 'Actions', 0, 'EnvironmentVariables', 0, 'Name'),
  })]);
});

test.each<[unknown, string]>([
  [variables(11), 'The action has 11 environment variables.'],
  [[], 'The list of environment variables is empty.'],
  [[{ Name: 'A', Value: '1' }, { Name: 'A', Value: '2' }], 'The environment variable "A" is there twice.'],
  [[{ Name: 'x'.repeat(129), Value: '1' }], `The name "${'x'.repeat(60)}…" is not allowed.`],
  [[{ Value: '1' }], 'The environment variable "" has no name.'],
  [[{ Name: 'A' }], 'The environment variable "A" has no value.'],
  [[{ Name: 'A', Value: '' }], 'The value of "A" has 0 characters.'],
  [[{ Name: 'A', Value: 'x'.repeat(2001) }], 'The value of "A" has 2001 characters.'],
  [[{ Name: 'A', Value: 'b', Type: 'PARAMETER_STORE' }], 'The type "PARAMETER_STORE" is none.'],
  [['A=b'], 'The environment variable "A=b" is no object.'],
  [{ A: 'b' }, 'The environment variables are no list.'],
])('the environment variables %j are found', (list, message) => {
  expect(messagesIn(ENVIRONMENT_VARIABLES, { EnvironmentVariables: list })).toEqual([message]);
});

test.each<[unknown]>([
  [variables(10)],
  [[{ Name: 'STAGE_2', Value: 'x'.repeat(2000), Type: 'PLAINTEXT' }]],
  [[{ Name: 'TOKEN', Value: 'npm:token', Type: 'SECRETS_MANAGER' }]],
  [[{ Name: 'DEBUG', Value: true }, { Name: 'LEVEL', Value: 0 }]],
  [[{ Name: UNKNOWN, Value: UNKNOWN, Type: UNKNOWN }]],
  [UNKNOWN],
])('the environment variables %j are not', list => {
  expect(messagesIn(ENVIRONMENT_VARIABLES, { EnvironmentVariables: list })).toEqual([]);
});

test('those of EKS are held to the same', () => {
  expect(saidBy(ENVIRONMENT_VARIABLES, pipeline => {
    Object.assign(actionIn(pipeline, 'Production/Site'), {
      ActionTypeId: { Category: 'Deploy', Owner: 'AWS', Provider: 'EKS', Version: '1' }, EnvironmentVariables: variables(11),
    });
  })).toEqual(['The action has 11 environment variables.']);
});
