import { inCommandsAction, inCommandsRule, messagesIn } from './a-commands-action';
import { COMMAND_FORM } from '../../../src/checks/commands/command-form';
import { pathTo, UNKNOWN } from '../found-by';

test('a command of two lines is found, in an action and in a rule', () => {
  const change = { Commands: ['ls', 'npm ci\nnpm test'] };
  expect(inCommandsAction(COMMAND_FORM, action => Object.assign(action, change))).toEqual([expect.objectContaining({
    severity: 'error',
    part: 'Build/Compile',
    message: 'The command "npm ci npm test" has more than one line.',
    path: pathTo('Stages', 1, 'Actions', 0, 'Commands', 1),
  })]);
  expect(inCommandsRule(COMMAND_FORM, rule => Object.assign(rule, change))).toHaveLength(1);
});

test.each<[unknown, string]>([
  [['x'.repeat(1001)], `The command "${'x'.repeat(60)}…" has 1001 characters.`],
  [[''], 'A command is empty.'],
  [[{ 'echo "a': 'b"' }], 'The command is no text.'],
  [[{ 'Fn::Join': ['', ['make\n', UNKNOWN, '\nmake']] }], 'The command "make make" has more than one line.'],
  ['make', 'The commands are no list.'],
])('the commands %j are found', (commands, message) => {
  expect(messagesIn(COMMAND_FORM, { Commands: commands })).toEqual([message]);
});

test.each<[unknown]>([
  [['npm ci && npm test']],
  [['x'.repeat(1000)]],
  [['npm ci\n']],
  [['echo "a: b"', 'echo \'\\n\'']],
  [[UNKNOWN]],
  [[{ 'Fn::Join': ['\n', ['make', UNKNOWN]] }]],
  [UNKNOWN],
  [[{ 'Fn::Sub': 'echo ${AWS::Region}' }]],
])('the commands %j are not', commands => {
  expect(messagesIn(COMMAND_FORM, { Commands: commands })).toEqual([]);
});
