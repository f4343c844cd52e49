import { ARTIFACT_COUNT } from '../../../src/checks/artifacts/artifact-count';
import { actionIn } from '../fixture';
import { foundBy, pathTo, saidBy, UNKNOWN } from '../found-by';

const artifacts = (count: number) => Array.from({ length: count }, (_, index) => ({ Name: `A${index}` }));

test('an action that lacks its input is found', () => {
  const found = foundBy(ARTIFACT_COUNT, pipeline => {
    delete actionIn(pipeline, 'Production/Site').InputArtifacts;
  });
  expect(found).toEqual([expect.objectContaining({
    part: 'Production/Site',
    message: 'The action has no input artifact; S3 takes exactly one.',
    mend: 'Name one more input artifact.',
    path: pathTo('Stages', 3, 'Actions', 0),
  })]);
});

test.each<[string, string, unknown, string]>([
  ['Build/Compile', 'InputArtifacts', artifacts(6), 'The action has 6 input artifacts; CodeBuild takes 1 to 5.'],
  ['Build/Compile', 'InputArtifacts', [], 'The action has no input artifact; CodeBuild takes 1 to 5.'],
  ['Build/Compile', 'OutputArtifacts', artifacts(6), 'The action has 6 output artifacts; CodeBuild gives at most 5.'],
  ['Source/Shop', 'OutputArtifacts', artifacts(2), 'The action has 2 output artifacts; CodeStarSourceConnection gives exactly one.'],
  ['Source/Shop', 'InputArtifacts', artifacts(1), 'The action has one input artifact; CodeStarSourceConnection takes none.'],
  ['Approve/Ask', 'InputArtifacts', artifacts(1), 'The action has one input artifact; Manual takes none.'],
  ['Production/Site', 'OutputArtifacts', artifacts(1), 'The action has one output artifact; S3 gives none.'],
])('%s with %s %j is found', (action, side, list, message) => {
  expect(saidBy(ARTIFACT_COUNT, pipeline => {
    actionIn(pipeline, action)[side] = list;
  })).toEqual([message]);
});

test.each<[string, string, unknown]>([
  ['Build/Compile', 'InputArtifacts', artifacts(5)],
  ['Build/Compile', 'InputArtifacts', UNKNOWN],
  ['Build/Compile', 'OutputArtifacts', []],
  ['Source/Shop', 'InputArtifacts', []],
  ['Production/Site', 'InputArtifacts', [UNKNOWN]],
])('%s with %s %j is not', (action, side, list) => {
  expect(saidBy(ARTIFACT_COUNT, pipeline => {
    actionIn(pipeline, action)[side] = list;
  })).toEqual([]);
});

describe('custom actions', () => {
  const custom = { Category: 'Build', Owner: 'Custom', Provider: 'Forge', Version: '1' };
  const saidOf = (count: number, type?: object) => saidBy(ARTIFACT_COUNT, (pipeline, template) => {
    const action = actionIn(pipeline, 'Build/Compile');
    action.ActionTypeId = custom;
    action.InputArtifacts = artifacts(count);
    if (type) template.Resources.Forge = { Type: 'AWS::CodePipeline::CustomActionType', Properties: { Category: 'Build', Provider: 'Forge', Version: '1', ...type } };
  });

  test('take at most five', () => {
    expect(saidOf(6)).toEqual(['The action has 6 input artifacts; Forge takes at most 5.']);
    expect(saidOf(0)).toEqual([]);
  });

  test('take what their type says', () => {
    const type = { InputArtifactDetails: { MinimumCount: 1, MaximumCount: 2 } };
    expect(saidOf(3, type)).toEqual(['The action has 3 input artifacts; Forge takes 1 to 2.']);
    expect(saidOf(0, type)).toEqual(['The action has no input artifact; Forge takes 1 to 2.']);
    expect(saidOf(2, type)).toEqual([]);
  });

  test('of a partner are not ours to judge', () => {
    expect(saidBy(ARTIFACT_COUNT, pipeline => {
      Object.assign(actionIn(pipeline, 'Build/Compile'), { ActionTypeId: { ...custom, Owner: 'ThirdParty', Provider: 'Snyk' }, InputArtifacts: artifacts(9) });
    })).toEqual([]);
  });
});
