/** Over every action and rule of every example: what it must be able to do it may, and nothing else. */

import { Example, readExamples } from './examples';
import { ACTIONS, needsOfAction } from './needed/table';
import { NamedPolicy, Statement } from './policy-document';
import { neededVerdicts, otherVerdicts, Verdict } from './verdicts';
import { CATALOG } from '../../src/catalog/catalog';
import { RULES } from '../../src/catalog/rules';

let examples: Example[];
let needed: Verdict[];
let others: Verdict[];

beforeAll(async () => {
  examples = await readExamples('proof');
  needed = [];
  others = [];
  for (const example of examples) {
    needed.push(...await neededVerdicts(example));
    others.push(...await otherVerdicts(example));
  }
}, 300_000);

const shown = (verdicts: readonly Verdict[]) => verdicts.map(({ who, call }) => `${who}: ${call}`);

test('every provider and rule of the catalog has an entry in the table of needs', () => {
  const rows = CATALOG.filter(({ owner }) => owner !== 'Custom').flatMap(({ category, alsoAs, owner, provider }) => [category, ...alsoAs ? [alsoAs] : []].map(one => `${one}/${owner}/${provider}`));
  expect(rows.filter(row => !ACTIONS[row])).toEqual([]);
  expect(RULES.map(({ provider }) => provider).sort()).toEqual(['CloudWatchAlarm', 'CodeBuild', 'Commands', 'DeploymentWindow', 'LambdaInvoke', 'VariableCheck']);
});

test('an action that nobody has thought of fails the proof', () => {
  expect(() => needsOfAction('Deploy', 'AWS', 'Telepathy')).toThrow('Nobody has said what Deploy/AWS/Telepathy must be able to call');
});

test('every kind of action and rule that must be able to do something is among what is proven', () => {
  const used = new Set(examples.flatMap(({ subjects }) => subjects.flatMap(({ uses }) => uses.map(({ type }) => type))));
  const idle = new Set(['Source/ThirdParty/GitHub', 'Deploy/ThirdParty/AlexaSkillsKit', 'Invoke/ThirdParty/Snyk']);
  expect(Object.keys(ACTIONS).filter(type => !idle.has(type) && !used.has(type))).toEqual([]);
  for (const rule of ['CloudWatchAlarm', 'CodeBuild', 'Commands', 'LambdaInvoke']) expect(used).toContain(`Rule/AWS/${rule}`);
});

test('every role of a pipeline is among what is proven', () => {
  for (const { assembly, subjects } of examples) {
    const known = new Set(subjects.map(({ role }) => role.arn));
    expect([...assembly.roles.keys()].filter(arn => arn.includes(':role/conveyor/') && !known.has(arn))).toEqual([]);
  }
});

test('every needed call is allowed, through trust, identity, bucket and key, also across accounts', () => {
  expect(shown(needed.filter(({ allowed }) => !allowed))).toEqual([]);
  expect(needed.length).toBeGreaterThan(2_000);
});

test('every other call is denied', () => {
  expect(shown(others.filter(({ allowed }) => allowed))).toEqual([]);
  expect(others.length).toBeGreaterThanOrEqual(5_000);
});

test('accounts and regions beside the pipeline\'s own take part', () => {
  const accounts = new Set(examples.flatMap(({ subjects }) => subjects.map(({ role }) => role.account)));
  expect(accounts).toEqual(new Set(['111111111111', '222222222222', '333333333333']));
  const stores = examples.flatMap(({ assembly }) => assembly.plan.pipelines.map(pipeline => pipeline.stores.length));
  expect(Math.max(...stores)).toBe(2);
});

describe('the proof can fail', () => {
  /** One role of an example alone, with other policies than its own. */
  function changed(change: (policies: readonly NamedPolicy[]) => readonly NamedPolicy[]): Example {
    const example = examples.find(({ assembly }) => assembly.name === 'web-service')!;
    const subject = example.subjects.find(({ uses }) => uses[0].who === 'WebService/Staging/Service')!;
    return { ...example, subjects: [{ ...subject, role: { ...subject.role, policies: change(subject.role.policies) } }] };
  }

  const and = (...statements: Statement[]) => changed(policies => [...policies, { name: 'More', document: { Version: '2012-10-17', Statement: statements } }]);

  test('where a permission is missing', async () => {
    const without = changed(policies => policies.map(({ name, document }) => ({
      name, document: { ...document, Statement: document.Statement.filter(({ Action }) => Action !== 'iam:PassRole') },
    })));
    expect((await neededVerdicts(without)).filter(({ allowed }) => !allowed).map(({ call }) => call.split(' ')[0])).toContain('iam:PassRole');
  });

  test.each<[string, Statement]>([
    ['another action of a service', { Effect: 'Allow', Action: 'ecs:DeleteService', Resource: '*' }],
    ['another service of the cluster', { Effect: 'Allow', Action: 'ecs:UpdateService', Resource: 'arn:aws:ecs:eu-west-1:222222222222:service/shop/*' }],
    ['a name that begins as the needed one', { Effect: 'Allow', Action: 'ecs:UpdateService', Resource: 'arn:aws:ecs:eu-west-1:222222222222:service/shop/shop*' }],
    ['every region', { Effect: 'Allow', Action: 'ecs:UpdateService', Resource: 'arn:aws:ecs:*:222222222222:service/shop/shop' }],
    ['a role that is passed on to any service', { Effect: 'Allow', Action: 'iam:PassRole', Resource: 'arn:aws:iam::222222222222:role/shop-task' }],
    ['a role of another name that is passed on', { Effect: 'Allow', Action: 'iam:PassRole', Resource: 'arn:aws:iam::222222222222:role/shop-task*', Condition: { StringEquals: { 'iam:PassedToService': 'ecs.amazonaws.com' } } }],
  ])('where %s is allowed', async (_, statement) => {
    expect((await otherVerdicts(and(statement))).filter(({ allowed }) => allowed)).not.toEqual([]);
  });
});

test('every family of other calls is asked', () => {
  expect([...new Set(others.map(({ family }) => family))].sort()).toEqual([
    'administrators, at keys and artifacts',
    'artifacts of other pipelines',
    'artifacts, for who has none',
    'keys, not through S3',
    'other actions of the same services',
    'other projects of CodeBuild',
    'other roles, taken on',
    'roles that exist, at artifacts',
    'roles, passed on',
    'strangers, taking roles on',
    'the bucket of the artifacts itself',
    'the same actions on other resources',
    'the same calls under other circumstances',
  ]);
});
