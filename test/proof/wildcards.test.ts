/** Over every policy of every example: nothing is allowed by a wildcard that could be named. */

import { EVERYWHERE, isWildcard, namesEverything, OF_EXAMPLES } from './everywhere';
import { Example, readExamples } from './examples';
import { formsOf } from './iam-actions';
import { listOf, Statement } from './policy-document';
import { isKept } from './said';

interface Found {
  readonly where: string;
  readonly statement: Statement;
}

let examples: Example[];
let identity: Found[];
let resource: Found[];

beforeAll(async () => {
  examples = await readExamples('proof-wildcards');
  identity = examples.flatMap(({ assembly }) => [...assembly.roles.values()].flatMap(role => role.policies
    .filter(({ name }) => !OF_EXAMPLES.some(policy => policy.endsWith(name)))
    .flatMap(({ document }) => document.Statement.map(statement => ({ where: `${assembly.name}: ${role.arn}`, statement })))));
  const kept = new Set(examples.flatMap(({ assembly }) => assembly.plan.resources.all.filter(one => isKept(assembly.name, one))
    .map(({ arn }) => arn)));
  resource = examples.flatMap(({ assembly }) => [...assembly.resourcePolicies].filter(([arn]) => !kept.has(arn))
    .flatMap(([arn, { Statement: statements }]) => statements.map(statement => ({ where: `${assembly.name}: ${arn}`, statement }))));
}, 300_000);

const allowing = (found: readonly Found[]) => found.filter(({ statement }) => statement.Effect === 'Allow');
const shown = ({ where, statement }: Found) => `${where}: ${JSON.stringify(statement)}`;

test('there are policies of every kind to look at', () => {
  expect(allowing(identity).length).toBeGreaterThan(500);
  expect(allowing(resource).length).toBeGreaterThan(30);
});

test('no policy allows an action by a wildcard', () => {
  expect([...allowing(identity), ...allowing(resource)].filter(({ statement }) => listOf(statement.Action).some(isWildcard)).map(shown)).toEqual([]);
});

test('no policy allows what it does not name', () => {
  expect([...identity, ...resource].filter(({ statement }) => statement.NotAction ?? statement.NotResource).map(shown)).toEqual([]);
});

test('* is the resource only of actions that AWS knows none for, or that reference §2 lists so', async () => {
  const unexplained: string[] = [];
  for (const { where, statement } of allowing(identity)) {
    if (!listOf(statement.Resource).some(namesEverything)) continue;
    for (const action of listOf(statement.Action)) {
      if ((await formsOf(action)).length && !EVERYWHERE[action]) unexplained.push(`${where}: ${action}`);
    }
  }
  expect(unexplained).toEqual([]);
});

test('every reason for a * is one that some example needs', () => {
  const used = new Set(allowing(identity).filter(({ statement }) => listOf(statement.Resource).includes('*')).flatMap(({ statement }) => listOf(statement.Action)));
  expect(Object.keys(EVERYWHERE).filter(action => !used.has(action))).toEqual([]);
});

test('every role that is passed on is passed on to named services, and named itself', () => {
  const passing = allowing(identity).filter(({ statement }) => listOf(statement.Action).includes('iam:PassRole'));
  expect(passing.length).toBeGreaterThan(5);
  for (const one of passing) {
    expect(Object.keys(one.statement.Condition ?? {})).toEqual(['StringEquals']);
    expect(listOf(one.statement.Condition!.StringEquals['iam:PassedToService'])).not.toHaveLength(0);
    expect(listOf(one.statement.Resource).filter(isWildcard)).toEqual([]);
    expect(one.statement.Action).toBe('iam:PassRole');
  }
});

test('a pipeline\'s role takes on the roles of its actions, and beyond that only reaches artifacts where nobody else does', () => {
  for (const { assembly } of examples) {
    for (const { name, roleArn, stores, stages } of assembly.plan.pipelines) {
      const statements = assembly.roles.get(roleArn!)!.policies.flatMap(({ document }) => document.Statement);
      const taking = statements.filter(({ Action }) => Action === 'sts:AssumeRole').flatMap(({ Resource }) => listOf(Resource));
      const given = stages.flatMap(stage => stage.actions.flatMap(action => action.roleArn && !action.roleArn.includes(':role/conveyor/') ? [action.roleArn] : []));
      for (const one of taking) expect(given.includes(one) || /^arn:aws:iam::\d{12}:role\/conveyor\/[^/]+\/\*$/.exec(one)?.[0].endsWith(`/${name}/*`)).toBe(true);
      const roleless = stages.some(stage => stage.actions.some(({ owner }) => owner !== 'AWS'));
      const others = statements.filter(({ Action }) => Action !== 'sts:AssumeRole');
      expect(others.length > 0).toBe(roleless || stores.length > 1);
      for (const { Action } of others) expect(listOf(Action).filter(action => !/^(s3:Get(Object|ObjectVersion|BucketVersioning|BucketAcl|BucketLocation)|s3:PutObject|kms:Decrypt|kms:GenerateDataKey)$/.test(action))).toEqual([]);
    }
  }
});

test('an approval that tells nobody has no role', () => {
  const approvals = examples.flatMap(({ assembly }) => assembly.plan.pipelines.flatMap(({ stages }) => stages.flatMap(({ actions }) => actions))).filter(({ category }) => category === 'Approval');
  expect(approvals.some(({ roleArn }) => roleArn)).toBe(true);
  expect(approvals.some(({ roleArn }) => !roleArn)).toBe(true);
  for (const { roleArn, configuration } of approvals) expect(roleArn !== undefined).toBe(configuration.NotificationArn !== undefined);
});

test('a role of an action is one resource: its policy stands in it', () => {
  for (const { assembly, subjects } of examples) {
    for (const { role, uses } of subjects) {
      if (!role.resource || uses.every(({ kind }) => kind === 'pipeline' || kind === 'own')) continue;
      const { name } = role.resource;
      const beside = ['Policy', 'RolePolicy', 'ManagedPolicy'].flatMap(type => assembly.plan.resources.ofType(`AWS::IAM::${type}`))
        .filter(({ properties }) => properties.RoleName === name || listOf(properties.Roles as string[] | undefined).includes(name));
      expect(beside.map(({ logicalId }) => logicalId)).toEqual([]);
    }
  }
});

test('what admits everyone holds them to a condition', () => {
  const everyone = allowing(resource).filter(({ statement }) => statement.Principal === '*' || JSON.stringify(statement.Principal) === '{"AWS":"*"}');
  for (const one of everyone) expect(Object.keys(one.statement.Condition ?? {}).sort()).toEqual(['ArnLike', 'StringEquals']);
});
