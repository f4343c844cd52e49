import { inCommandsAction, messagesIn } from './a-commands-action';
import { OUTPUT_VARIABLES } from '../../../src/checks/commands/output-variables';
import { OTHER_UNKNOWN, pathTo, UNKNOWN } from '../found-by';

const names = (count: number) => Array.from({ length: count }, (_, index) => `V${index}`);

test('a name that is there twice is found', () => {
  const found = inCommandsAction(OUTPUT_VARIABLES, action => {
    action.OutputVariables = ['VERSION', 'DIGEST', 'VERSION'];
  });
  expect(found).toEqual([expect.objectContaining({
    severity: 'error', part: 'Build/Compile', message: 'The output variable "VERSION" is there twice.', path: pathTo('Stages', 1, 'Actions', 0, 'OutputVariables', 2),
  })]);
});

test.each<[unknown, string]>([
  [names(16), 'There are 16 output variables.'],
  [[], 'The list of output variables is empty.'],
  [[''], 'The output variable "" has 0 characters.'],
  [['x'.repeat(129)], `The output variable "${'x'.repeat(60)}…" has 129 characters.`],
  [['MY VERSION'], 'No shell exports a variable "MY VERSION".'],
  [['my-version'], 'No shell exports a variable "my-version".'],
  ['VERSION', 'The output variables "VERSION" are no list.'],
])('the output variables %j are found', (list, message) => {
  expect(messagesIn(OUTPUT_VARIABLES, { OutputVariables: list })).toEqual([message]);
});

test.each<[unknown]>([[names(15)], [['x'.repeat(128)]], [UNKNOWN], [[UNKNOWN, OTHER_UNKNOWN]], [undefined], [['CODEBUILD_BUILD_ID', 'v_2']]])('the output variables %j are not', list => {
  expect(messagesIn(OUTPUT_VARIABLES, { OutputVariables: list })).toEqual([]);
});
