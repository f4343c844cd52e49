import { REFERENCE_MALFORMED } from '../../../src/checks/variables/reference-malformed';
import { actionIn } from '../fixture';
import { foundBy, pathTo, UNKNOWN } from '../found-by';

const asking = (text: unknown) => foundBy(REFERENCE_MALFORMED, pipeline => {
  pipeline.Variables = [{ Name: 'target', DefaultValue: 'x' }];
  actionIn(pipeline, 'Approve/Ask').Configuration.CustomData = text;
});

test('a reference with spaces is found where it stands', () => {
  expect(asking('Commit #{ Shop.CommitId }')).toEqual([expect.objectContaining({
    severity: 'error',
    part: 'Approve/Ask',
    message: '#{ Shop.CommitId } is no reference: one has no spaces.',
    mend: 'Write #{Shop.CommitId}.',
    path: pathTo('Stages', 2, 'Actions', 0, 'Configuration', 'CustomData'),
  })]);
});

test.each<[string, string]>([
  ['#{Shop}', REFERENCE_MALFORMED.mend],
  ['#{CommitId}', 'Write #{Shop.CommitId}.'],
  ['#{PipelineExecutionId}', 'Write #{codepipeline.PipelineExecutionId}.'],
  ['#{target}', 'Write #{variables.target}.'],
  ['#{.target}', 'Write #{variables.target}.'],
  ['#{Shop.CommitId', 'Write #{Shop.CommitId}.'],
  ['#{Elsewhere.Shop.CommitId}', REFERENCE_MALFORMED.mend],
  ['#{variables.target.name}', 'Write #{variables.target}.'],
])('%s is found', (text, mend) => {
  expect(asking(text)).toEqual([expect.objectContaining({ mend })]);
});

test.each<[unknown]>([
  ['#{Shop.CommitId}'],
  ['Ticket #{42}'],
  ['a #{ in a sentence'],
  ['#{name} of a person'],
  ['#{a..b}'],
  ['#{user.first name.last}'],
  ['${Shop.CommitId}'],
  [{ 'Fn::Join': ['', ['#{Shop', UNKNOWN]] }],
])('%j is not', text => {
  expect(asking(text)).toEqual([]);
});
