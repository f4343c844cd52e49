import { ARTIFACT_PRODUCED_LATER } from '../../../src/checks/artifacts/artifact-produced-later';
import { actionIn, type Json, stageIn } from '../fixture';
import { foundBy, pathTo, saidBy, UNKNOWN } from '../found-by';

const MINIFY = (order: unknown) => ({
  Name: 'Minify',
  ActionTypeId: { Category: 'Build', Owner: 'AWS', Provider: 'CodeBuild', Version: '1' },
  Configuration: { ProjectName: 'minify' },
  InputArtifacts: [{ Name: 'ShopSite' }],
  OutputArtifacts: [{ Name: 'Small' }],
  RunOrder: order,
});

const reading = (artifact: string) => ({ Conditions: [{ Result: 'FAIL', Rules: [{ Name: 'Look', RuleTypeId: { Provider: 'Commands' }, Commands: ['ls'], InputArtifacts: [{ Name: artifact }] }] }] });

test('an artifact of a later stage is found', () => {
  const found = foundBy(ARTIFACT_PRODUCED_LATER, pipeline => {
    pipeline.Stages.splice(1, 0, ...pipeline.Stages.splice(3, 1));
  });
  expect(found).toEqual([expect.objectContaining({
    severity: 'error',
    part: 'Production/Site',
    message: 'The artifact "ShopSite" is given by Compile, which runs in a later stage.',
    path: pathTo('Stages', 1, 'Actions', 0, 'InputArtifacts', 0, 'Name'),
  })]);
});

test.each<[string, unknown, unknown, string[]]>([
  ['the same run order', 1, 1, ['The artifact "ShopSite" is given by Compile, which runs at the same time.']],
  ['no run orders', undefined, undefined, ['The artifact "ShopSite" is given by Compile, which runs at the same time.']],
  ['a lower run order', 2, 1, ['The artifact "ShopSite" is given by Compile, which runs later in the same stage.']],
  ['a higher run order', 1, 2, []],
  ['a higher run order as text', '9', '10', []],
  ['an unknown run order', 1, UNKNOWN, []],
])('of the same stage, an artifact is read with %s', (_what, giver, reader, messages) => {
  expect(saidBy(ARTIFACT_PRODUCED_LATER, pipeline => {
    actionIn(pipeline, 'Build/Compile').RunOrder = giver;
    stageIn(pipeline, 'Build').Actions.push(MINIFY(reader));
  })).toEqual(messages);
});

test('an action does not read what it gives', () => {
  expect(saidBy(ARTIFACT_PRODUCED_LATER, pipeline => {
    actionIn(pipeline, 'Build/Compile').InputArtifacts.push({ Name: 'ShopSite' });
  })).toEqual(['The action reads the artifact "ShopSite" that it gives itself.']);
});

test.each<[string, string, string[]]>([
  ['Build', 'BeforeEntry', ['The artifact "ShopSite" is given by Compile, which runs in the stage that the condition stands before.']],
  ['Source', 'OnSuccess', ['The artifact "ShopSite" is given by Compile, which runs in a later stage.']],
  ['Build', 'OnSuccess', []],
  ['Build', 'OnFailure', []],
  ['Approve', 'BeforeEntry', []],
])('a rule of %s, %s', (stage, hook, messages) => {
  expect(saidBy(ARTIFACT_PRODUCED_LATER, (pipeline: Json) => {
    stageIn(pipeline, stage)[hook] = { Result: 'ROLLBACK', ...reading('ShopSite') };
  })).toEqual(messages);
});
