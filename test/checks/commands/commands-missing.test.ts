import { inCommandsAction, inCommandsRule, messagesIn } from './a-commands-action';
import { COMMANDS_MISSING } from '../../../src/checks/commands/commands-missing';
import { pathTo, saidBy, UNKNOWN } from '../found-by';

test('an action without commands is found', () => {
  const found = inCommandsAction(COMMANDS_MISSING, action => {
    delete action.Commands;
  });
  expect(found).toEqual([expect.objectContaining({ severity: 'error', part: 'Build/Compile', message: 'It has no commands.', path: pathTo('Stages', 1, 'Actions', 0) })]);
});

test('an empty list is found', () => {
  expect(messagesIn(COMMANDS_MISSING, { Commands: [] })).toEqual(['The list of commands is empty.']);
});

test('a rule without commands is found', () => {
  const found = inCommandsRule(COMMANDS_MISSING, rule => {
    delete rule.Commands;
  });
  expect(found).toEqual([expect.objectContaining({ part: 'Production', message: 'It has no commands.' })]);
});

test.each<[unknown]>([[['make']], [UNKNOWN], [[UNKNOWN]]])('the commands %j are not', commands => {
  expect(messagesIn(COMMANDS_MISSING, { Commands: commands })).toEqual([]);
});

test('other providers need none', () => {
  expect(saidBy(COMMANDS_MISSING, () => undefined)).toEqual([]);
});
