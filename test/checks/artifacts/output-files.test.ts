import { OUTPUT_FILES } from '../../../src/checks/artifacts/output-files';
import { inCommandsAction, messagesIn } from '../commands/a-commands-action';
import { actionIn } from '../fixture';
import { foundBy, pathTo, saidBy, UNKNOWN } from '../found-by';

const files = (count: number) => Array.from({ length: count }, (_, index) => `file-${index}`);

test('eleven files are found', () => {
  const found = inCommandsAction(OUTPUT_FILES, action => {
    action.OutputArtifacts[0].Files = files(11);
  });
  expect(found).toEqual([expect.objectContaining({
    severity: 'error',
    part: 'Build/Compile',
    message: 'The artifact names 11 files.',
    path: pathTo('Stages', 1, 'Actions', 0, 'OutputArtifacts', 0, 'Files'),
  })]);
});

test.each<[unknown, string]>([
  [[], 'The artifact names no files.'],
  [['x'.repeat(129)], `The file "${'x'.repeat(60)}…" has 129 characters.`],
  [[''], 'The file "" has 0 characters.'],
  ['dist/**', 'The files "dist/**" are no list.'],
  [[{ 'Fn::Join': ['', ['x'.repeat(129), UNKNOWN]] }], `The file "${'x'.repeat(60)}…" has 129 characters.`],
])('the files %j are found', (list, message) => {
  expect(messagesIn(OUTPUT_FILES, { OutputArtifacts: [{ Name: 'Site', Files: list }] })).toEqual([message]);
});

test.each<[unknown]>([[files(10)], [['x'.repeat(128)]], [UNKNOWN], [[UNKNOWN]], [undefined]])('the files %j are not', list => {
  expect(messagesIn(OUTPUT_FILES, { OutputArtifacts: [{ Name: 'Site', Files: list }] })).toEqual([]);
});

test('other actions than Commands do not pick files', () => {
  const found = foundBy(OUTPUT_FILES, pipeline => {
    actionIn(pipeline, 'Build/Compile').OutputArtifacts[0].Files = ['dist/**'];
  });
  expect(found).toEqual([expect.objectContaining({ message: 'CodeBuild does not pick the files of an artifact.', part: 'Build/Compile' })]);
});

test('of an action of an unknown provider nothing is said', () => {
  expect(saidBy(OUTPUT_FILES, pipeline => {
    const action = actionIn(pipeline, 'Build/Compile');
    action.ActionTypeId.Provider = UNKNOWN;
    action.OutputArtifacts[0].Files = files(11);
  })).toEqual([]);
});
