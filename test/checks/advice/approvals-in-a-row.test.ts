import { actionOf, advice, type Json } from './fixture';

const ID = 'approvals-in-a-row';

const ask = (Name: string, RunOrder: unknown = 1): Json => actionOf('Approval', 'Manual', { Name, RunOrder });

function approving(...stages: Json[][]) {
  return advice(ID, (pipeline, template) => {
    template.Parameters = { Order: { Type: 'Number' } };
    pipeline.Stages.splice(2, 1, ...stages.map((Actions, index) => ({ Name: `Ask${index}`, Actions })));
  });
}

test('three approvals, each in a stage of its own, are found at the last', () => {
  expect(approving([ask('Team')], [ask('Security')], [ask('Board')])).toEqual([expect.objectContaining({
    severity: 'warning',
    part: 'Ask2/Board',
    message: '3 approvals wait one after another: "Ask0/Team", "Ask1/Security", "Ask2/Board".',
    path: ['Resources', 'Pipeline', 'Properties', 'Stages', 4, 'Actions', 0],
  })]);
});

test('so are three in one stage, in whatever order they are written, once a row', () => {
  expect(approving([ask('Third', 3), ask('First', 1), ask('Second', 2)]).map(({ part }) => part)).toEqual(['Ask0/Third']);
  expect(approving([ask('A')], [ask('B')], [ask('C')], [ask('D')])).toHaveLength(1);
});

test.each([
  ['two', [[ask('Team')], [ask('Board')]]],
  ['three side by side', [[ask('Team'), ask('Security'), ask('Board')]]],
  ['three with a test between them', [[ask('Team')], [actionOf('Test', 'CodeBuild')], [ask('Security')], [ask('Board')]]],
  ['three of which one has company', [[ask('Team')], [ask('Security'), actionOf('Invoke', 'Lambda')], [ask('Board')]]],
  ['three of which one waits for a time that is not known', [[ask('Team')], [ask('Security', { Ref: 'Order' })], [ask('Board')]]],
])('%s are not', (_, stages) => {
  expect(approving(...stages)).toEqual([]);
});

test('what a condition looks at between them is something between them', () => {
  expect(advice(ID, pipeline => {
    pipeline.Stages.splice(2, 1, ...['Team', 'Security', 'Board'].map(name => ({ Name: name, Actions: [ask(name)], OnSuccess: { Conditions: [] } })));
  })).toEqual([]);
});
