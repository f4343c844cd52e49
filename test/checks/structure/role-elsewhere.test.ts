import { ROLE_ELSEWHERE } from '../../../src/checks/structure/role-elsewhere';
import { having } from '../configuration/action';
import { actionIn } from '../fixture';
import { foundBy, pathTo, UNKNOWN } from '../found-by';

const role = (account: string) => `arn:aws:iam::${account}:role/some`;
const handing = (type: string, key: string, handed: unknown, own?: unknown) => foundBy(ROLE_ELSEWHERE, (pipeline, template) => {
  having({ type, configuration: { [key]: handed } })(pipeline, template);
  actionIn(pipeline, 'Build/Compile').RoleArn = own;
});

test.each<[string, string, unknown, string]>([
  ['Deploy CloudFormation', 'RoleArn', role('222222222222'), '222222222222'],
  ['Deploy CloudFormation', 'RoleArn', { 'Fn::Sub': 'arn:${AWS::Partition}:iam::222222222222:role/${Late}' }, '222222222222'],
  ['Deploy CloudFormationStackSet', 'AdministrationRoleArn', role('222222222222'), '222222222222'],
  ['Build CodeBuild', 'ServiceRoleArnOverride', role('222222222222'), '222222222222'],
])('%s: a %s of another account (%j) is found', (type, key, handed, account) => {
  for (const own of [undefined, role('333333333333')]) {
    expect(handing(type, key, handed, own)).toEqual([expect.objectContaining({
      severity: 'error',
      part: 'Build/Compile',
      message: `The action works in account ${own ? '333333333333' : '111111111111'}, and hands on a role of account ${account}.`,
      path: pathTo('Stages', 1, 'Actions', 0, 'Configuration', key),
    })]);
  }
});

test.each<[unknown, unknown?]>([
  [role('111111111111')],
  [role('222222222222'), role('222222222222')],
  [role('222222222222'), UNKNOWN],
  [role('222222222222'), { 'Fn::Sub': 'arn:aws:iam::${Late}:role/some' }],
  [{ 'Fn::Sub': 'arn:aws:iam::${Late}:role/some' }],
  [UNKNOWN],
])('the role %j of an action with the role %j is not', (...[handed, own]) => {
  expect(handing('Deploy CloudFormation', 'RoleArn', handed, own)).toEqual([]);
});

test('a pipeline whose role is unknown may be in that account', () => {
  expect(foundBy(ROLE_ELSEWHERE, (pipeline, template) => {
    having({ type: 'Deploy CloudFormation', configuration: { RoleArn: role('222222222222') } })(pipeline, template);
    pipeline.RoleArn = UNKNOWN;
  })).toEqual([]);
});
