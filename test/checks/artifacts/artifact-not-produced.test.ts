import { ARTIFACT_NOT_PRODUCED } from '../../../src/checks/artifacts/artifact-not-produced';
import { actionIn, type Json, stageIn } from '../fixture';
import { foundBy, pathTo, saidBy, UNKNOWN } from '../found-by';

const misspelt = (pipeline: Json) => {
  actionIn(pipeline, 'Production/Site').InputArtifacts = [{ Name: 'ShopSiet' }];
};

test('an input that no action gives is found, and the nearest name offered', () => {
  expect(foundBy(ARTIFACT_NOT_PRODUCED, misspelt)).toEqual([expect.objectContaining({
    severity: 'error',
    part: 'Production/Site',
    message: 'No action gives the artifact "ShopSiet".',
    mend: 'Did you mean "ShopSite"?',
    path: pathTo('Stages', 3, 'Actions', 0, 'InputArtifacts', 0, 'Name'),
  })]);
});

test('a name that is like none is offered no other', () => {
  expect(foundBy(ARTIFACT_NOT_PRODUCED, pipeline => {
    actionIn(pipeline, 'Production/Site').InputArtifacts = [{ Name: 'Documentation' }];
  })).toEqual([expect.objectContaining({ mend: ARTIFACT_NOT_PRODUCED.mend })]);
});

test('the input of a rule that no action gives is found', () => {
  expect(saidBy(ARTIFACT_NOT_PRODUCED, pipeline => {
    stageIn(pipeline, 'Production').BeforeEntry = {
      Conditions: [{ Result: 'FAIL', Rules: [{ Name: 'Look', RuleTypeId: { Provider: 'Commands' }, InputArtifacts: [{ Name: 'Nothing' }] }] }],
    };
  })).toEqual(['No action gives the artifact "Nothing".']);
});

test.each<[string, (pipeline: Json) => void]>([
  ['the name of another output is unknown', pipeline => { actionIn(pipeline, 'Build/Compile').OutputArtifacts.push({ Name: UNKNOWN }); }],
  ['the outputs of an action are unknown', pipeline => { actionIn(pipeline, 'Build/Compile').OutputArtifacts = UNKNOWN; }],
  ['a stage is unknown', pipeline => { pipeline.Stages.splice(1, 0, { 'Fn::Transform': { Name: 'Stages' } }); }],
  ['an action is unknown', pipeline => { stageIn(pipeline, 'Build').Actions.push(UNKNOWN); }],
  ['a macro completes an action', pipeline => { actionIn(pipeline, 'Approve/Ask')['Fn::Transform'] = { Name: 'More' }; }],
  ['the input is unknown', pipeline => { actionIn(pipeline, 'Production/Site').InputArtifacts = [{ Name: UNKNOWN }]; }],
])('nothing is said when %s', (what, change) => {
  expect(saidBy(ARTIFACT_NOT_PRODUCED, pipeline => {
    if (what !== 'the input is unknown') misspelt(pipeline);
    change(pipeline);
  })).toEqual([]);
});

test('stages that come and go together read each other\'s artifacts', () => {
  const leaveOut = (item: unknown) => ({ 'Fn::If': ['Full', item, { Ref: 'AWS::NoValue' }] });
  expect(saidBy(ARTIFACT_NOT_PRODUCED, (pipeline, template) => {
    template.Parameters = { Full: { Type: 'String', Default: 'yes' } };
    template.Conditions = { Full: { 'Fn::Equals': [{ Ref: 'Full' }, 'yes'] } };
    pipeline.Stages[1] = leaveOut(pipeline.Stages[1]);
    pipeline.Stages[3] = leaveOut(pipeline.Stages[3]);
  })).toEqual([]);
});
