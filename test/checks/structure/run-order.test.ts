import { actionIn, findingsAfter, idsAfter } from '../fixture';

test.each([0, 1000, -1, 1.5, 'first', '0'])('the run order %p is found', order => {
  const found = findingsAfter(pipeline => {
    actionIn(pipeline, 'Build/Compile').RunOrder = order;
  });
  expect(found).toEqual([expect.objectContaining({
    id: 'conveyor:run-order',
    severity: 'error',
    part: 'Build/Compile',
    message: `The run order is ${order}.`,
    path: ['Resources', 'Pipeline', 'Properties', 'Stages', 1, 'Actions', 0, 'RunOrder'],
  })]);
});

test.each([1, 999, '2', { Ref: 'Order' }])('the run order %p is not', order => {
  expect(idsAfter((pipeline, template) => {
    template.Parameters = { Order: { Type: 'Number', Default: 0 } };
    actionIn(pipeline, 'Production/Site').RunOrder = order;
  })).toEqual([]);
});
