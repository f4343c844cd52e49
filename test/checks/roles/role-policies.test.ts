import { document, found, inline, role, statement } from './with-role';
import { ROLE_POLICY_COUNT } from '../../../src/checks/roles/role-policy-count';
import { ROLE_POLICY_SIZE } from '../../../src/checks/roles/role-policy-size';
import type { Json } from '../fixture';
import { UNKNOWN } from '../found-by';

type Change = (pipeline: Json, role: Json, template: Json) => void;
const said = (change: Change) => found([ROLE_POLICY_SIZE, ROLE_POLICY_COUNT], change).map(({ message }) => message);

/** A document of so many characters. */
const sized = (length: number) => {
  const empty = JSON.stringify(document(statement(''))).length;
  return document(statement('x'.repeat(length - empty)));
};
const managed = (PolicyDocument: unknown): Change => (_pipeline, _own, { Resources }) => { Resources.More = { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument } }; };

test('a managed policy of more than 6144 characters is found', () => {
  expect(found([ROLE_POLICY_SIZE], managed(sized(6145)))).toEqual([expect.objectContaining({
    severity: 'error', message: 'The policy More has 6145 characters; IAM takes 6144.', path: ['Resources', 'More', 'Properties', 'PolicyDocument'],
  })]);
});

test.each<[string, unknown]>([
  ['just as many', sized(6144)],
  ['more, of which some are blanks', document(statement(' \n'.repeat(4000)))],
  ['nobody knows how many', document(statement(UNKNOWN))],
  ['more, of which some only say what to look up', document(statement(`{{resolve:ssm:/${'x'.repeat(7000)}}}`))],
])('one of %s is not', (_what, policy) => {
  expect(said(managed(policy))).toEqual([]);
});

test('inline policies count together, wherever they stand', () => {
  const change = (length: number): Change => (_, own, { Resources }) => {
    own.Policies = [{ PolicyName: 'A', PolicyDocument: sized(4000) }];
    Resources.Beside = { Type: 'AWS::IAM::Policy', Properties: { PolicyName: 'B', PolicyDocument: sized(4000), Roles: [{ Ref: 'PipelineRole' }] } };
    Resources.Alone = { Type: 'AWS::IAM::RolePolicy', Properties: { PolicyName: 'C', PolicyDocument: sized(length), RoleName: { Ref: 'PipelineRole' } } };
  };
  expect(said(change(2240))).toEqual([]);
  expect(said(change(2241))).toEqual(['The role "PipelineRole" has inline policies of 10241 characters; IAM takes 10240.']);
});

test('policies that only some deployments have do not count', () => {
  const change = (other: object): Change => (_, own, template) => {
    template.Parameters = { Place: { Type: 'String' } };
    template.Conditions = { IsNot: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'Place' }, 'here'] }] } };
    own.Policies = [{ PolicyName: 'A', PolicyDocument: sized(6000) }];
    template.Resources.Beside = { Type: 'AWS::IAM::Policy', Properties: { PolicyName: 'B', PolicyDocument: sized(6000), Roles: [{ Ref: 'PipelineRole' }] }, ...other };
    template.Resources.More = { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: { 'Fn::If': ['IsNot', sized(7000), sized(100)] } } };
  };
  expect(said(change({ Condition: 'IsNot' }))).toEqual([]);
  expect(said(change({}))).toHaveLength(1);
});

test('a role is told of once, and beside several pipelines, too', () => {
  expect(said((pipeline, _, { Resources }) => {
    Resources.Another = { Type: 'AWS::CodePipeline::Pipeline', Properties: { ...pipeline, Name: 'Other' } };
    Resources.Other = role('lambda', inline(statement('x'.repeat(11_000))));
  })).toHaveLength(1);
});

test('more than 25 managed policies are found', () => {
  const change = (count: number): Change => (_, own, { Resources }) => {
    own.ManagedPolicyArns = [...Array(count).keys()].map(at => `arn:aws:iam::aws:policy/P${at}`);
    Resources.More = { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: sized(200), Roles: [{ Ref: 'PipelineRole' }] } };
  };
  expect(said(change(24))).toEqual([]);
  expect(said(change(25))).toEqual(['The role "PipelineRole" has 26 managed policies.']);
});

test('one that is listed twice is one', () => {
  expect(said((_, own) => { own.ManagedPolicyArns = Array(30).fill('arn:aws:iam::aws:policy/ReadOnlyAccess'); })).toEqual([]);
});
