import { ARTIFACT_NAME_NOT_ALLOWED } from '../../../src/checks/artifacts/artifact-name-not-allowed';
import { actionIn, stageIn } from '../fixture';
import { foundBy, pathTo, saidBy, UNKNOWN } from '../found-by';

const given = (artifacts: unknown) => saidBy(ARTIFACT_NAME_NOT_ALLOWED, pipeline => {
  actionIn(pipeline, 'Build/Compile').OutputArtifacts = artifacts;
});

test('a name with a dot is found where it stands', () => {
  const found = foundBy(ARTIFACT_NAME_NOT_ALLOWED, pipeline => {
    actionIn(pipeline, 'Build/Compile').OutputArtifacts[0].Name = 'shop.site';
  });
  expect(found).toEqual([expect.objectContaining({
    severity: 'error',
    part: 'Build/Compile',
    message: 'The artifact name "shop.site" is not allowed.',
    path: pathTo('Stages', 1, 'Actions', 0, 'OutputArtifacts', 0, 'Name'),
  })]);
});

test.each<[string, unknown, string]>([
  ['with a space', [{ Name: 'my site' }], 'The artifact name "my site" is not allowed.'],
  ['of 101 characters', [{ Name: 'x'.repeat(101) }], `The artifact name "${'x'.repeat(60)}…" is not allowed.`],
  ['of no characters', [{ Name: '' }], 'The artifact name "" is not allowed.'],
  ['with a slash beside what is unknown', [{ Name: { 'Fn::Join': ['/', ['site', UNKNOWN]] } }], 'The artifact name "site/{unresolved:ImportValue told-elsewhere}" is not allowed.'],
  ['that is missing', [{}], 'The artifact has no name.'],
  ['without an object around it', ['ShopSite'], 'The artifact "ShopSite" is no object with a name.'],
  ['without a list around it', { Name: 'ShopSite' }, 'The artifacts are no list.'],
])('a name %s is found', (_what, artifacts, message) => {
  expect(given(artifacts)).toEqual([message]);
});

test.each<[string, unknown]>([
  ['of letters, digits, - and _', [{ Name: 'Shop-site_2' }]],
  ['of 100 characters', [{ Name: 'x'.repeat(100) }]],
  ['that is a number', [{ Name: 2024 }]],
  ['that is unknown', [{ Name: UNKNOWN }]],
  ['of which a part is unknown', [{ Name: { 'Fn::Join': ['-', ['site', UNKNOWN]] } }]],
  ['that a macro may give', [{ 'Fn::Transform': { Name: 'Named' } }]],
  ['in a list that is unknown', UNKNOWN],
])('a name %s is not', (_what, artifacts) => {
  expect(given(artifacts)).toEqual([]);
});

test('the inputs of rules are looked at, too', () => {
  expect(saidBy(ARTIFACT_NAME_NOT_ALLOWED, pipeline => {
    stageIn(pipeline, 'Production').OnSuccess = {
      Conditions: [{ Result: 'FAIL', Rules: [{ Name: 'Look', RuleTypeId: { Provider: 'Commands' }, InputArtifacts: [{ Name: 'a b' }] }] }],
    };
  })).toEqual(['The artifact name "a b" is not allowed.']);
});
