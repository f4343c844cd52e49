import { COMMANDS_PLACE } from '../../../src/checks/commands/commands-place';
import { actionIn, type Json } from '../fixture';
import { foundBy, pathTo, UNKNOWN } from '../found-by';
import { inIreland } from '../stores/in-a-place';

const commands = (more: Json) => (pipeline: Json) => {
  Object.assign(actionIn(pipeline, 'Build/Compile'), {
    ActionTypeId: { Category: 'Compute', Owner: 'AWS', Provider: 'Commands', Version: '1' }, Configuration: {}, Commands: ['make'], ...more,
  });
};

test.each<[Json, string]>([
  [{ Region: 'us-east-1' }, 'The commands are to run in us-east-1, and the pipeline is in eu-west-1.'],
  [{ RoleArn: 'arn:aws:iam::222222222222:role/a' }, 'The commands are to run with a role of account 222222222222, and the pipeline is in 111111111111.'],
])('%j is found', (more, message) => {
  expect(inIreland(COMMANDS_PLACE, commands(more))).toEqual([expect.objectContaining({
    severity: 'error', part: 'Build/Compile', message, path: pathTo('Stages', 1, 'Actions', 0, Object.keys(more)[0]),
  })]);
});

test.each<[Json]>([
  [{}],
  [{ Region: 'eu-west-1' }],
  [{ Region: UNKNOWN, RoleArn: UNKNOWN }],
  [{ RoleArn: 'arn:aws:iam::111111111111:role/a' }],
])('%j is not', more => {
  expect(inIreland(COMMANDS_PLACE, commands(more))).toEqual([]);
});

test('nothing is said where the pipeline\'s own place is unknown', () => {
  expect(foundBy(COMMANDS_PLACE, pipeline => {
    commands({ Region: 'us-east-1', RoleArn: 'arn:aws:iam::222222222222:role/a' })(pipeline);
    pipeline.RoleArn = UNKNOWN;
  })).toEqual([]);
});

test('a build may run elsewhere', () => {
  expect(inIreland(COMMANDS_PLACE, pipeline => { actionIn(pipeline, 'Build/Compile').Region = 'us-east-1'; })).toEqual([]);
});
