import { arnOf, found, inline, role, statement } from './with-role';
import { ROLE_NOT_TRUSTING } from '../../../src/checks/roles/role-not-trusting';
import { STARTER_NOT_TRUSTED } from '../../../src/checks/roles/starter-not-trusted';
import type { Json } from '../fixture';

const Arn = { 'Fn::Sub': 'arn:${AWS::Partition}:codepipeline:${AWS::Region}:${AWS::AccountId}:${Pipeline}' };
const rule = (RoleArn: unknown) => ({ Type: 'AWS::Events::Rule', Properties: { ScheduleExpression: 'rate(1 day)', Targets: [{ Id: 'Shop', Arn, RoleArn }] } });
const schedule = (RoleArn: unknown) => ({ Type: 'AWS::Scheduler::Schedule', Properties: { ScheduleExpression: 'rate(1 day)', Target: { Arn, RoleArn } } });

describe.each<[string, string, (roleArn: unknown) => Json]>([['rule', 'events', rule], ['schedule', 'scheduler', schedule]])('a %s', (_what, service, starter) => {
  const withRoleOf = (whom: string) => found([ROLE_NOT_TRUSTING, STARTER_NOT_TRUSTED], (_pipeline, _own, { Resources }) => {
    Resources.Its = role(whom, inline(statement('*')));
    Resources.Starter = starter(arnOf('Its'));
  });

  test('starts the pipeline with a role that trusts its service', () => {
    expect(withRoleOf(service)).toEqual([]);
  });

  test('with that of another is warned of: the service proves it too late, or tells nobody', () => {
    expect(withRoleOf('codepipeline')).toEqual([expect.objectContaining({
      id: 'conveyor:starter-not-trusted', severity: 'warning', message: `The role "Its" is to work for EventBridge, and trusts not ${service}.amazonaws.com.`,
    })]);
  });
});
