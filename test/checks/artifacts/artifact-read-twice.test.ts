import { ARTIFACT_READ_TWICE } from '../../../src/checks/artifacts/artifact-read-twice';
import { actionIn } from '../fixture';
import { foundBy, OTHER_UNKNOWN, pathTo, saidBy, UNKNOWN } from '../found-by';

test('an input that an action lists twice is found', () => {
  const found = foundBy(ARTIFACT_READ_TWICE, pipeline => {
    actionIn(pipeline, 'Build/Compile').InputArtifacts.push({ Name: 'ShopSource' });
  });
  expect(found).toEqual([expect.objectContaining({
    severity: 'error',
    part: 'Build/Compile',
    message: 'The action reads the artifact "ShopSource" twice.',
    path: pathTo('Stages', 1, 'Actions', 0, 'InputArtifacts', 1, 'Name'),
  })]);
});

test('two actions may read the same artifact', () => {
  expect(saidBy(ARTIFACT_READ_TWICE, pipeline => {
    actionIn(pipeline, 'Production/Site').InputArtifacts[0].Name = 'ShopSource';
  })).toEqual([]);
});

test('unknown inputs may differ', () => {
  expect(saidBy(ARTIFACT_READ_TWICE, pipeline => {
    actionIn(pipeline, 'Build/Compile').InputArtifacts = [{ Name: UNKNOWN }, { Name: OTHER_UNKNOWN }, {}, {}];
  })).toEqual([]);
});

test('what is written alike is the same input, whatever its name will be', () => {
  expect(saidBy(ARTIFACT_READ_TWICE, pipeline => {
    actionIn(pipeline, 'Build/Compile').InputArtifacts = [{ Name: UNKNOWN }, { Name: UNKNOWN }];
  })).toEqual(['The action reads the artifact "${ImportValue told-elsewhere}" twice.']);
});
