import { inIreland } from './in-a-place';
import { STORE_KEY } from '../../../src/checks/stores/store-key';
import { actionIn, type Json } from '../fixture';
import { pathTo, saidBy, UNKNOWN } from '../found-by';

const ELSEWHERE = 'arn:aws:iam::222222222222:role/deploy';
const change = (role: unknown, key?: unknown) => (pipeline: Json) => {
  actionIn(pipeline, 'Production/Site').RoleArn = role;
  if (key) pipeline.ArtifactStore.EncryptionKey = key;
};

test('a role in another account is found when the store has no key', () => {
  expect(inIreland(STORE_KEY, change(ELSEWHERE))).toEqual([expect.objectContaining({
    severity: 'error',
    part: 'Production/Site',
    message: 'The action\'s role is in account 222222222222, the pipeline in 111111111111, and the artifact store has no key of its own.',
    path: pathTo('Stages', 3, 'Actions', 0, 'RoleArn'),
  })]);
});

test('and when the key is an alias', () => {
  expect(saidBy(STORE_KEY, change(ELSEWHERE, { Type: 'KMS', Id: 'alias/artifacts' }))).toEqual([
    'The action\'s role is in account 222222222222, the pipeline in 111111111111, and the artifact store names its key by the alias alias/artifacts.',
  ]);
});

test('of several stores, that of the action\'s region counts', () => {
  const store = (Region: string, key?: string) => ({ Region, ArtifactStore: { Type: 'S3', Location: 'a', ...(key && { EncryptionKey: { Type: 'KMS', Id: key } }) } });
  const found = (region: string) => inIreland(STORE_KEY, pipeline => {
    change(ELSEWHERE)(pipeline);
    delete pipeline.ArtifactStore;
    pipeline.ArtifactStores = [store('eu-west-1', 'arn:aws:kms:eu-west-1:111111111111:key/1a2b'), store('us-east-1')];
    actionIn(pipeline, 'Production/Site').Region = region;
  });
  expect(found('us-east-1')).toHaveLength(1);
  expect(found('eu-west-1')).toEqual([]);
});

test.each<[string, (pipeline: Json) => void]>([
  ['a key by its ARN', change(ELSEWHERE, { Type: 'KMS', Id: 'arn:aws:kms:eu-west-1:111111111111:key/1a2b' })],
  ['a key that is unknown', change(ELSEWHERE, { Type: 'KMS', Id: UNKNOWN })],
  ['a role in its own account', change('arn:aws:iam::111111111111:role/deploy')],
  ['a role that is unknown', change(UNKNOWN)],
  ['a role in an account that is unknown', change({ 'Fn::Join': ['', ['arn:aws:iam::', UNKNOWN, ':role/deploy']] })],
  ['an action without artifacts', pipeline => {
    change(ELSEWHERE)(pipeline);
    Object.assign(actionIn(pipeline, 'Production/Site'), { ActionTypeId: { Category: 'Invoke', Owner: 'AWS', Provider: 'Lambda', Version: '1' }, InputArtifacts: [] });
  }],
])('%s is not', (_what, pipeline) => {
  expect(saidBy(STORE_KEY, pipeline)).toEqual([]);
});

test('where the pipeline\'s own account is unknown nothing is said', () => {
  expect(saidBy(STORE_KEY, pipeline => {
    change(ELSEWHERE)(pipeline);
    pipeline.RoleArn = UNKNOWN;
  })).toEqual([]);
});
