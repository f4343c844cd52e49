import { CONFIGURATION_CUSTOM } from '../../../src/checks/configuration/custom-action';
import type { Json } from '../fixture';
import { foundBy, pathTo, saidBy } from '../found-by';
import { having } from './action';

const PROPERTIES: Json = [{ Name: 'Job', Required: true, Key: true, Secret: false }, { Name: 'Branch', Required: false, Key: false, Secret: false }];

/** A build by a tool of one's own, whose type stands beside the pipeline. */
const forged = (configuration: Json, properties: Json = PROPERTIES, version = '1') => (pipeline: Json, template: Json) => {
  having({ type: 'Build Forge Custom', configuration })(pipeline, template);
  template.Resources.Forge = { Type: 'AWS::CodePipeline::CustomActionType', Properties: { Category: 'Build', Provider: 'Forge', Version: version, ConfigurationProperties: properties } };
};
const CONFIGURATION = pathTo('Stages', 1, 'Actions', 0, 'Configuration');

test.each<[Json, string, string?]>([
  [{ Branch: 'main' }, 'The type of the action requires Job.'],
  [{ Job: 'shop', Brunch: 'main' }, 'The type of the action has no property "Brunch".', 'Did you mean Branch?'],
])('%j is found', (configuration, message, mend = '') => {
  expect(foundBy(CONFIGURATION_CUSTOM, forged(configuration))).toEqual([expect.objectContaining({
    severity: 'error', part: 'Build/Compile', message, path: mend ? [...CONFIGURATION, 'Brunch'] : CONFIGURATION, ...(mend && { mend }),
  })]);
});

test('no configuration at all is found', () => {
  expect(saidBy(CONFIGURATION_CUSTOM, forged(undefined))).toEqual(['The type of the action requires Job.']);
});

test.each<[string, Json, Json?, string?]>([
  ['what the type asks for', { Job: 'shop' }],
  ['a value that is not known', { Job: { Ref: 'Late' } }],
  ['what a transform adds', { 'Fn::Transform': { Name: 'Job' } }],
  ['a type of another version', {}, PROPERTIES, '2'],
  ['a property whose name is not known', {}, [...PROPERTIES, { Name: { Ref: 'Late' } }]],
])('%s is not', (...[, configuration, properties, version]) => {
  expect(saidBy(CONFIGURATION_CUSTOM, forged(configuration, properties, version))).toEqual([]);
});
