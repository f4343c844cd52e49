import { secretReference } from '../../../src/engine/buildspec';

test.each([
  ['prod/token', { secretId: 'prod/token' }],
  ['prod/token:password', { secretId: 'prod/token', jsonKey: 'password' }],
  ['prod/token::AWSPREVIOUS', { secretId: 'prod/token', versionStage: 'AWSPREVIOUS' }],
  ['prod/token:password::v1', { secretId: 'prod/token', jsonKey: 'password', versionId: 'v1' }],
  ['arn:aws:secretsmanager:eu-west-1:111111111111:secret:prod-Ab12Cd:password',
    { secretId: 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:prod-Ab12Cd', jsonKey: 'password' }],
])('%s', (reference, expected) => {
  expect(secretReference(reference)).toEqual(expected);
});
