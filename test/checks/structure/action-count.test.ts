import { ACTION_COUNT } from '../../../src/checks/structure/action-count';
import { type Json, stageIn } from '../fixture';
import { foundBy } from '../found-by';

const filled = (count: number) => (pipeline: Json) => {
  const stage = stageIn(pipeline, 'Approve');
  stage.Actions = Array.from({ length: count }, (_, index) => ({ ...stage.Actions[0], Name: `Ask${index}` }));
};

test.each<[string, (pipeline: Json) => void]>([
  ['The stage has 51 actions.', filled(51)],
  ['The stage has no actions.', filled(0)],
  ['The stage has no actions.', pipeline => { delete stageIn(pipeline, 'Approve').Actions; }],
])('%s', (message, change) => {
  expect(foundBy(ACTION_COUNT, change)).toEqual([expect.objectContaining({ severity: 'error', part: 'Approve', message })]);
});

test.each<[string, (pipeline: Json) => void]>([
  ['50 actions', filled(50)],
  ['one action', filled(1)],
  ['actions that a transform writes', pipeline => { stageIn(pipeline, 'Approve').Actions = { 'Fn::Transform': { Name: 'AWS::Include' } }; }],
])('%s are well', (_, change) => {
  expect(foundBy(ACTION_COUNT, change)).toEqual([]);
});
