import { inCommandsAction, messagesIn } from './a-commands-action';
import { COMMANDS_NETWORK } from '../../../src/checks/commands/commands-network';
import type { Json } from '../fixture';
import { pathTo, UNKNOWN } from '../found-by';

const NETWORK = { VpcId: 'vpc-1', Subnets: 'subnet-1,subnet-2', SecurityGroupIds: 'sg-1' };

test('a part of a network is found', () => {
  const found = inCommandsAction(COMMANDS_NETWORK, action => {
    action.Configuration = { VpcId: 'vpc-1', Subnets: 'subnet-1' };
  });
  expect(found).toEqual([expect.objectContaining({
    severity: 'error',
    part: 'Build/Compile',
    message: 'The action has VpcId and Subnets, and no SecurityGroupIds.',
    mend: 'Add SecurityGroupIds, or leave VpcId and Subnets out.',
    path: pathTo('Stages', 1, 'Actions', 0, 'Configuration', 'VpcId'),
  })]);
});

test.each<[Json]>([
  [NETWORK],
  [{ ...NETWORK, Subnets: UNKNOWN }],
  [{}],
  [{ ComputeType: 'BUILD_GENERAL1_SMALL' }],
  [{ 'VpcId': 'vpc-1', 'Fn::Transform': { Name: 'Network' } }],
])('the configuration %j is not', configuration => {
  expect(messagesIn(COMMANDS_NETWORK, { Configuration: configuration })).toEqual([]);
});
