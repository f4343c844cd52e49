import { CUSTOM_TYPE } from '../../../src/checks/configuration/custom-type';
import type { Json } from '../fixture';
import { foundBy, saidBy } from '../found-by';

const PROPERTY = { Name: 'Job', Key: true, Required: true, Secret: false, Queryable: false, Type: 'String' };
const TYPE: Json = {
  Category: 'Build',
  Provider: 'Forge',
  Version: '1',
  ConfigurationProperties: [PROPERTY],
  InputArtifactDetails: { MinimumCount: 0, MaximumCount: 5 },
  OutputArtifactDetails: { MinimumCount: 1, MaximumCount: 1 },
};
const beside = (change: Json) => (_: Json, template: Json) => {
  template.Parameters = { Given: { Type: 'String', Default: '?' } };
  template.Resources.Second = structuredClone(template.Resources.Pipeline);
  template.Resources.Second.Properties.Name = 'Second';
  template.Resources.Forge = { Type: 'AWS::CodePipeline::CustomActionType', Properties: { ...structuredClone(TYPE), ...change } };
};
const properties = (...list: Json[]) => ({ ConfigurationProperties: list.map((one, at) => ({ ...PROPERTY, Name: `Job${at}`, ...one })) });

test.each<[Json, string, (string | number)[]]>([
  [{ Version: undefined }, 'The type has no Version.', []],
  [{ Category: 'build' }, 'The category is "build".', ['Category']],
  [{ Provider: 'x'.repeat(36) }, `"${'x'.repeat(36)}" is not allowed.`, ['Provider']],
  [{ Version: '1.0' }, '"1.0" is not allowed.', ['Version']],
  [{ InputArtifactDetails: { MinimumCount: 0, MaximumCount: 6 } }, 'A count of InputArtifactDetails is "6".', ['InputArtifactDetails', 'MaximumCount']],
  [{ OutputArtifactDetails: { MinimumCount: 3, MaximumCount: 1 } }, 'OutputArtifactDetails has a minimum of 3 and a maximum of 1.', ['OutputArtifactDetails']],
  [properties(...Array<object>(11).fill({})), 'The type has 11 properties.', ['ConfigurationProperties']],
  [properties({ Name: 'x'.repeat(51) }), 'The name of a property has 51 characters.', ['ConfigurationProperties', 0, 'Name']],
  [properties({ Name: undefined }), 'A property has no name.', ['ConfigurationProperties', 0]],
  [properties({ Name: 'A' }, { Name: 'A' }), 'Two properties are called "A".', ['ConfigurationProperties', 1, 'Name']],
  [properties({ Type: 'Text' }), 'The type of a property is "Text".', ['ConfigurationProperties', 0, 'Type']],
  [properties({ Queryable: true }, { Queryable: true }), 'The type has 2 queryable properties.', ['ConfigurationProperties', 1]],
  [properties({ Queryable: true, Secret: true }), 'A property is queryable, and not required, or secret.', ['ConfigurationProperties', 0, 'Queryable']],
])('a type with %j is found, once for the template', (change, message, path) => {
  expect(foundBy(CUSTOM_TYPE, beside(change))).toEqual([expect.objectContaining({
    severity: 'error', pipeline: 'Shop', message, path: ['Resources', 'Forge', 'Properties', ...path],
  })]);
});

test.each<[Json]>([
  [{}],
  [{ Category: { Ref: 'Given' }, Provider: { 'Fn::Sub': '${Given} x' } }],
  [{ ConfigurationProperties: undefined }],
  [properties(...Array<object>(10).fill({}))],
  [properties({ Queryable: true })],
  [{ InputArtifactDetails: { MinimumCount: { Ref: 'Given' }, MaximumCount: '1' } }],
])('a type with %j is not', change => {
  expect(saidBy(CUSTOM_TYPE, beside(change))).toEqual([]);
});
