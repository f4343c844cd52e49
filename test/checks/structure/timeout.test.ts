import { actionIn, findingsAfter, idsAfter } from '../fixture';

test.each([4, 86401, 0, -5, 7.5, 'long'])('a timeout of %j is found', minutes => {
  expect(findingsAfter(pipeline => { actionIn(pipeline, 'Approve/Ask').TimeoutInMinutes = minutes; })).toEqual([expect.objectContaining({
    id: 'conveyor:timeout', part: 'Approve/Ask', message: `The timeout is ${minutes} minutes.`,
  })]);
});

test.each([5, 86400, '60', { Ref: 'Minutes' }])('a timeout of %j is well', minutes => {
  expect(idsAfter((pipeline, template) => {
    template.Parameters = { Minutes: { Type: 'Number', Default: 1 } };
    actionIn(pipeline, 'Approve/Ask').TimeoutInMinutes = minutes;
  })).toEqual([]);
});

test('only an approval has a timeout', () => {
  expect(findingsAfter(pipeline => { actionIn(pipeline, 'Build/Compile').TimeoutInMinutes = 60; })).toEqual([expect.objectContaining({
    id: 'conveyor:timeout', message: 'An action of the category Build has a timeout.',
  })]);
});

test('where the category is unknown it may be one', () => {
  expect(idsAfter((pipeline, template) => {
    template.Parameters = { Category: { Type: 'String' } };
    const action = actionIn(pipeline, 'Approve/Ask');
    action.TimeoutInMinutes = 60;
    action.ActionTypeId.Category = { Ref: 'Category' };
  })).toEqual([]);
});
