import { findingsOf } from '../../../src/checks';
import { STRUCTURE_CHECKS } from '../../../src/checks/structure';
import { deploymentsOf } from '../../../src/plan';
import { actionIn, type Json, validTemplate } from '../fixture';

/** What is found in a stack that is deployed in Ireland, or nobody knows where. */
function messages(change: (pipeline: Json) => void, region: string | undefined = 'eu-west-1'): string[] {
  const template = validTemplate();
  template.Parameters = { Place: { Type: 'String' } };
  change(template.Resources.Pipeline.Properties);
  const stack = {
    file: '/app/template.json', template, stackName: 'Shop', parameters: {}, paths: {}, acknowledgements: [], nested: () => ({}), region: region || undefined,
  };
  return findingsOf(deploymentsOf('/app', [stack]), STRUCTURE_CHECKS).map(({ id, message }) => `${id} ${message}`);
}

const inRegion = (path: string, region: unknown, type: Json = {}) => (pipeline: Json) => {
  const action = actionIn(pipeline, path);
  action.Region = region;
  Object.assign(action.ActionTypeId, type);
};

test('a source in another region is found', () => {
  expect(messages(inRegion('Source/Shop', 'eu-central-1'))).toEqual([
    'conveyor:action-region A source action is in eu-central-1, and its pipeline in eu-west-1.',
  ]);
});

test.each(['Custom', 'ThirdParty'])('so is an action of the owner %s', owner => {
  expect(messages(inRegion('Build/Compile', 'eu-central-1', { Owner: owner, Provider: 'Forge' }))).toEqual([
    `conveyor:action-region An action of the owner ${owner} is in eu-central-1, and its pipeline in eu-west-1.`,
  ]);
});

test.each(['Ireland', 'eu-west', 'EU-WEST-1', 'eu-west-1a'])('%j is no region', region => {
  expect(messages(inRegion('Production/Site', region))).toEqual([`conveyor:action-region "${region}" is no region.`]);
});

test('what is known of a region is enough to know that it is none', () => {
  expect(messages(inRegion('Production/Site', { 'Fn::Sub': 'eu west ${Place}' }))).toEqual([
    'conveyor:action-region "eu west {unresolved:Place}" is no region.',
  ]);
});

test('a rule has a region, too', () => {
  const rule = { Name: 'Alarm', RuleTypeId: { Category: 'Rule', Owner: 'AWS', Provider: 'CloudWatchAlarm', Version: '1' }, Configuration: { AlarmName: 'errors' }, Region: 'Ireland' };
  expect(messages(pipeline => { pipeline.Stages[3].BeforeEntry = { Conditions: [{ Result: 'FAIL', Rules: [rule] }] }; })).toEqual([
    'conveyor:action-region "Ireland" is no region.',
  ]);
});

test.each([
  ['Production/Site', { 'Fn::Sub': 'eu-${Place}-1' }], ['Source/Shop', 'eu-west-1'], ['Source/Shop', { Ref: 'AWS::Region' }], ['Source/Shop', { Ref: 'Place' }],
  ['Production/Site', 'us-gov-west-1'], ['Production/Site', 'ap-southeast-5'],
])('%s in %j is well', (path, region) => {
  expect(messages(inRegion(path, region))).toEqual([]);
});

test('where the pipeline\'s own region is unknown, it may be that of the source', () => {
  expect(messages(inRegion('Source/Shop', 'eu-central-1'), '')).toEqual([]);
});
