import { CONFIGURATION_REQUIRED } from '../../../src/checks/configuration/required';
import { foundBy, pathTo, saidBy } from '../found-by';
import { having } from './action';

test('a key that is missing is found where it is', () => {
  expect(foundBy(CONFIGURATION_REQUIRED, having({ type: 'Deploy ECS', configuration: { ClusterName: 'shop' } }))).toEqual([expect.objectContaining({
    severity: 'error', part: 'Build/Compile', message: 'ECS needs ServiceName.', path: pathTo('Stages', 1, 'Actions', 0, 'Configuration'),
  })]);
});

test('without a configuration, all of them are', () => {
  expect(saidBy(CONFIGURATION_REQUIRED, having({ type: 'Deploy ECS' }))).toEqual(['ECS needs ClusterName and ServiceName.']);
});

test.each<[string, unknown]>([
  ['Deploy ECS', { ClusterName: { Ref: 'Late' }, ServiceName: '#{Compile.Service}' }],
  ['Deploy ECS', { 'ClusterName': 'shop', 'Fn::Transform': { Name: 'AWS::Include' } }],
  ['Deploy ECS', { Ref: 'Late' }],
  ['Deploy ECS', { 'Fn::FindInMap': ['A', 'B', 'C'] }],
  ['Deploy ECS', '{"ClusterName": "shop", "ServiceName": "shop"}'],
  ['Build Forge Custom', undefined],
  ['Build TeamCity Custom', {}],
  ['Deploy Forge ThirdParty', {}],
])('%s with %j lacks nothing for sure', (type, configuration) => {
  expect(saidBy(CONFIGURATION_REQUIRED, having({ type, configuration }))).toEqual([]);
});

test('a key that one branch of a condition leaves out is found in that branch, and not missed in the other', () => {
  const found = foundBy(CONFIGURATION_REQUIRED, (pipeline, template) => {
    Object.assign(template, { Parameters: { Place: { Type: 'String' } }, Conditions: { IsLive: { 'Fn::Equals': [{ Ref: 'Place' }, 'live'] } } });
    having({ type: 'Deploy ECS', configuration: { ClusterName: 'shop', ServiceName: { 'Fn::If': ['IsLive', 'shop', { Ref: 'AWS::NoValue' }] } } })(pipeline, template);
  });
  expect(found).toEqual([expect.objectContaining({
    message: 'ECS needs ServiceName.', path: pathTo('Stages', 1, 'Actions', 0, 'Configuration', 'ServiceName', 'Fn::If', 2),
  })]);
});
