import { inCommandsAction, inCommandsRule, messagesIn } from './a-commands-action';
import { COMMANDS_COUNT } from '../../../src/checks/commands/commands-count';
import { pathTo } from '../found-by';

const commands = (count: number) => Array.from({ length: count }, () => 'make');

test('51 commands are found, in an action and in a rule', () => {
  const many = { Commands: commands(51) };
  expect(inCommandsAction(COMMANDS_COUNT, action => Object.assign(action, many))).toEqual([expect.objectContaining({
    severity: 'error', part: 'Build/Compile', message: 'There are 51 commands.', path: pathTo('Stages', 1, 'Actions', 0, 'Commands'),
  })]);
  expect(inCommandsRule(COMMANDS_COUNT, rule => Object.assign(rule, many))).toEqual([expect.objectContaining({ part: 'Production', message: 'There are 51 commands.' })]);
});

test('50 commands are not', () => {
  expect(messagesIn(COMMANDS_COUNT, { Commands: commands(50) })).toEqual([]);
});
