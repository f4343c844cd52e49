import { findingsOf } from '../../../src/checks';
import { STRUCTURE_CHECKS } from '../../../src/checks/structure';
import { deploymentsOf } from '../../../src/plan';
import { actionIn, type Json, validTemplate } from '../fixture';

/** What is found in a stack that is deployed in Ireland, or nobody knows where. */
function messages(change: (pipeline: Json, template: Json) => void, region: string | undefined = 'eu-west-1'): string[] {
  const template = validTemplate();
  template.Parameters = { Place: { Type: 'String' } };
  change(template.Resources.Pipeline.Properties, template);
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

describe('where the pipeline\'s own region is unknown', () => {
  const unknown = (change: (pipeline: Json, template: Json) => void) => messages(change, '');
  const stores = (...regions: unknown[]) => regions.map(Region => ({ Region, ArtifactStore: { Type: 'S3', Location: 'artifacts' } }));
  const among = (several: unknown, change: (pipeline: Json) => void) => (pipeline: Json) => {
    delete pipeline.ArtifactStore;
    pipeline.ArtifactStores = several;
    change(pipeline);
  };

  test('it is another than those of its other stores', () => {
    expect(unknown(among(stores({ Ref: 'AWS::Region' }, 'eu-central-1'), inRegion('Source/Shop', 'eu-central-1')))).toEqual([
      'conveyor:action-region A source action is in eu-central-1, and its pipeline in another region: the one of the store for `AWS::Region`.',
    ]);
  });

  test('two sources in two regions cannot both be in it', () => {
    expect(unknown(pipeline => {
      pipeline.Stages[0].Actions.push({ ...actionIn(pipeline, 'Source/Shop'), Name: 'Other', Namespace: 'Other', OutputArtifacts: [{ Name: 'Other' }], Region: 'eu-west-1' });
      inRegion('Source/Shop', 'eu-central-1')(pipeline);
    })).toContain('conveyor:action-region A source action is in eu-west-1, and another that works where its pipeline is in eu-central-1.');
  });

  test('it is that of a store with a bucket of the template', () => {
    expect(unknown((pipeline, template) => {
      among(stores('eu-west-1', 'eu-central-1'), inRegion('Source/Shop', 'eu-central-1'))(pipeline);
      pipeline.ArtifactStores[0].ArtifactStore.Location = { Ref: 'Artifacts' };
      template.Resources.Artifacts = { Type: 'AWS::S3::Bucket', Properties: {} };
    })).toEqual(['conveyor:action-region A source action is in eu-central-1, and its pipeline in eu-west-1.']);
  });

  test.each<[unknown, unknown]>([
    [stores({ Ref: 'AWS::Region' }, 'eu-central-1'), { Ref: 'AWS::Region' }],
    [stores({ Ref: 'Place' }, 'eu-central-1'), 'eu-central-1'],
    [stores('eu-west-1', 'eu-central-1'), 'eu-central-1'],
  ])('with the stores %j a source may be in %j', (several, region) => {
    expect(unknown(among(several, inRegion('Source/Shop', region)))).toEqual([]);
  });
});
