import { actionOf, advice } from './fixture';

const ID = 'overgrown-pipeline';

const tests = (count: number) => Array.from({ length: count }, (_, index) => actionOf('Test', 'CodeBuild', { Name: `Test${index}` }));

function grown(stages: number, actions: number, approvals = 0) {
  return advice(ID, pipeline => {
    pipeline.Stages.length = 1;
    for (let index = 1; index < stages; index++) pipeline.Stages.push({ Name: `Stage${index}`, Actions: tests(actions) });
    for (let index = 0; index < approvals; index++) pipeline.Stages.push({ Name: `Ask${index}`, Actions: [actionOf('Approval', 'Manual')] });
  }).map(({ message }) => message);
}

test('sixteen stages of work are found', () => {
  expect(grown(16, 1)).toEqual(['The pipeline has 16 stages of its own work.']);
});

test('so are more than a hundred actions', () => {
  expect(grown(6, 21)).toEqual(['The pipeline has 106 actions.']);
});

test('fifteen stages with as many approvals are not, nor are a hundred actions', () => {
  expect(grown(15, 1, 15)).toEqual([]);
  expect(grown(12, 9)).toEqual([]);
});
