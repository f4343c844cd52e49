import { REFERENCE_DOUBTFUL } from '../../../src/checks/variables/reference-doubtful';
import { messagesIn } from '../commands/a-commands-action';
import { actionIn } from '../fixture';
import { foundBy, pathTo, saidBy } from '../found-by';

test('a text of another language is a warning', () => {
  const found = foundBy(REFERENCE_DOUBTFUL, pipeline => {
    actionIn(pipeline, 'Approve/Ask').Configuration.CustomData = 'For #{name}';
  });
  expect(found).toEqual([expect.objectContaining({
    severity: 'warning', part: 'Approve/Ask', message: 'Nothing gives #{name}.', path: pathTo('Stages', 2, 'Actions', 0, 'Configuration', 'CustomData'),
  })]);
});

test('so is a command with a namespace that no action has', () => {
  expect(messagesIn(REFERENCE_DOUBTFUL, { Commands: ['ruby -e \'puts "#{Time.now}"\''] })).toEqual(['Nothing gives #{Time.now}.']);
});

test.each(['echo #{Shop.CommitId}', 'echo "#{ENV[\'A\']}"', 'echo ${#list[@]}'])('the command %s is not', command => {
  expect(messagesIn(REFERENCE_DOUBTFUL, { Commands: [command] })).toEqual([]);
});

test('what is an error already is no warning, too', () => {
  expect(saidBy(REFERENCE_DOUBTFUL, pipeline => {
    actionIn(pipeline, 'Approve/Ask').Configuration.CustomData = '#{CommitId} #{Nope.A}';
  })).toEqual([]);
});
