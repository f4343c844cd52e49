import { findingsAfter, idsAfter, type Json, stageIn } from '../fixture';

const disabled = (transition: Json) => (pipeline: Json, template: Json) => {
  template.Parameters = { Late: { Type: 'String', Default: '§' } };
  pipeline.DisableInboundStageTransitions = [{ StageName: 'Production', Reason: 'Freeze', ...transition }];
};

test.each<[Json, string]>([
  [{ StageName: 'Prodution' }, 'The pipeline has no stage "Prodution".'],
  [{ StageName: undefined }, 'The transition names no stage.'],
  [{ Reason: undefined }, 'The transition is disabled without a reason.'],
  [{ Reason: '' }, 'The reason is empty.'],
  [{ Reason: 'Freeze: no releases' }, 'The reason has ":" in it.'],
  [{ Reason: 'a\nb' }, 'The reason has " " in it.'],
  [{ Reason: 'x'.repeat(301) }, 'The reason has 301 characters.'],
  [{ Reason: { 'Fn::Sub': 'Ask ${Late}; then go' } }, 'The reason has ";" in it.'],
])('%j is found', (transition, message) => {
  expect(findingsAfter(disabled(transition))).toEqual([expect.objectContaining({ id: 'conveyor:transition', message })]);
});

test('the nearest stage is offered', () => {
  expect(findingsAfter(disabled({ StageName: 'Prodution' }))[0].mend).toBe('Did you mean "Production"?');
});

test.each<[Json]>([
  [{}], [{ Reason: 'Ask @ops (why?) ...!* a-b' }], [{ Reason: 'x'.repeat(300) }], [{ Reason: { Ref: 'Late' } }], [{ StageName: { Ref: 'Late' } }],
])('%j is well', transition => {
  expect(idsAfter(disabled(transition))).toEqual([]);
});

test('a stage whose name is unknown may be the one', () => {
  expect(idsAfter((pipeline, template) => {
    disabled({ StageName: 'Live' })(pipeline, template);
    stageIn(pipeline, 'Approve').Name = { Ref: 'Late' };
  })).toEqual([]);
});
