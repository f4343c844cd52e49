import { ARTIFACT_TWICE } from '../../../src/checks/artifacts/artifact-twice';
import { actionIn } from '../fixture';
import { foundBy, OTHER_UNKNOWN, pathTo, saidBy, UNKNOWN } from '../found-by';

test('an output with the name of another is found', () => {
  const found = foundBy(ARTIFACT_TWICE, pipeline => {
    actionIn(pipeline, 'Build/Compile').OutputArtifacts[0].Name = 'ShopSource';
  });
  expect(found).toEqual([expect.objectContaining({
    severity: 'error',
    part: 'Build/Compile',
    message: 'The artifact "ShopSource" is an output of Shop already.',
    path: pathTo('Stages', 1, 'Actions', 0, 'OutputArtifacts', 0, 'Name'),
  })]);
});

test.each<[string, unknown[]]>([
  ['two of an action', [{ Name: 'ShopSite' }, { Name: 'ShopSite' }]],
])('%s are found', (_what, outputs) => {
  expect(saidBy(ARTIFACT_TWICE, pipeline => {
    actionIn(pipeline, 'Build/Compile').OutputArtifacts = outputs;
  })).toEqual(['The artifact "ShopSite" is an output of Compile already.']);
});

test.each<[string, unknown[]]>([
  ['in upper and lower case', [{ Name: 'ShopSite' }, { Name: 'shopsite' }]],
  ['that are unknown', [{ Name: UNKNOWN }, { Name: OTHER_UNKNOWN }]],
  ['that are missing', [{}, {}]],
])('names %s are not', (_what, outputs) => {
  expect(saidBy(ARTIFACT_TWICE, pipeline => {
    actionIn(pipeline, 'Build/Compile').OutputArtifacts = outputs;
  })).toEqual([]);
});

test('two outputs with the same reference for a name are found', () => {
  expect(saidBy(ARTIFACT_TWICE, pipeline => {
    actionIn(pipeline, 'Build/Compile').OutputArtifacts = [{ Name: UNKNOWN }, { Name: UNKNOWN }];
  })).toEqual(['The artifact "${ImportValue told-elsewhere}" is an output of Compile already.']);
});
