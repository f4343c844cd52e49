/** The judge is shown to work before it judges: answers that AWS's own documentation gives. */

import { allows, Bearing, Call } from './evaluator';
import { Statement } from './policy-document';

const ROLE = 'arn:aws:iam::111111111111:role/conveyor/Web/Action';
const OBJECT = 'arn:aws:s3:::shop/Web/Source/abc';
const policy = (...statements: Statement[]) => ({ Version: '2012-10-17', Statement: statements });
const identity = (...statements: Statement[]): Bearing => ({ identity: [{ name: 'Own', document: policy(...statements) }] });
const get = (more: Partial<Call> = {}): Call => ({ principal: ROLE, action: 's3:GetObject', resource: OBJECT, owner: '111111111111', context: {}, ...more });
const allow = (more: Partial<Statement> = {}): Statement => ({ Effect: 'Allow', Action: 's3:GetObject', Resource: `${OBJECT.slice(0, -3)}*`, ...more });

test('what nothing allows is denied', async () => {
  expect(await allows(get(), { identity: [] })).toBe(false);
  expect(await allows(get(), identity(allow()))).toBe(true);
});

test('an explicit deny wins', async () => {
  expect(await allows(get(), identity(allow(), { Effect: 'Deny', Action: 's3:Get*', Resource: '*' }))).toBe(false);
  const bucket = policy({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: OBJECT, Condition: { Bool: { 'aws:SecureTransport': 'false' } } });
  const bearing = { ...identity(allow()), resource: bucket };
  expect(await allows(get({ context: { 'aws:SecureTransport': 'false' } }), bearing)).toBe(false);
  expect(await allows(get({ context: { 'aws:SecureTransport': 'true' } }), bearing)).toBe(true);
});

test('within an account the role\'s policy or the bucket\'s suffices; across accounts it takes both', async () => {
  const resource = policy({ Effect: 'Allow', Principal: { AWS: ROLE }, Action: 's3:GetObject', Resource: OBJECT });
  const [theirs, ours, both] = [{ identity: [], resource }, identity(allow()), { ...identity(allow()), resource }];
  for (const one of [theirs, ours, both]) expect(await allows(get(), one)).toBe(true);
  const away = get({ owner: '222222222222' });
  expect(await allows(away, theirs)).toBe(false);
  expect(await allows(away, ours)).toBe(false);
  expect(await allows(away, both)).toBe(true);
});

test('a key asks for its own policy, also within the account', async () => {
  const key = 'arn:aws:kms:eu-west-1:111111111111:key/1a2b';
  const decrypt = get({ action: 'kms:Decrypt', resource: key });
  const mine = identity({ Effect: 'Allow', Action: 'kms:Decrypt', Resource: key });
  const others = policy({ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111111111111:role/Other' }, Action: 'kms:Decrypt', Resource: '*' });
  const account = policy({ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111111111111:root' }, Action: 'kms:*', Resource: '*' });
  expect(await allows(decrypt, { ...mine, resource: others })).toBe(false);
  expect(await allows(decrypt, { ...mine, resource: account })).toBe(true);
  expect(await allows(decrypt, { identity: [], resource: account })).toBe(false);
});

test('a role is taken on only by whom it trusts', async () => {
  const assume = get({ principal: 'codepipeline.amazonaws.com', action: 'sts:AssumeRole', resource: ROLE });
  const trust = policy({
    Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'codepipeline.amazonaws.com' }, Condition: { StringEquals: { 'aws:SourceAccount': '111111111111' } },
  });
  const bearing = { identity: [], resource: trust };
  expect(await allows({ ...assume, context: { 'aws:SourceAccount': '111111111111' } }, bearing)).toBe(true);
  expect(await allows({ ...assume, context: { 'aws:SourceAccount': '999999999999' } }, bearing)).toBe(false);
  expect(await allows(assume, bearing)).toBe(false);
  expect(await allows({ ...assume, principal: 'ec2.amazonaws.com', context: { 'aws:SourceAccount': '111111111111' } }, bearing)).toBe(false);
});

test('NotAction allows everything else', async () => {
  const rest: Statement = { Effect: 'Allow', NotAction: 's3:GetObject', Resource: '*' };
  expect(await allows(get(), identity(rest))).toBe(false);
  expect(await allows(get({ action: 's3:PutObject' }), identity(rest))).toBe(true);
});

test('conditions are held against the request: StringEquals, StringLike, ArnLike, Null', async () => {
  const when = async (condition: Statement['Condition'], context: Call['context']) => allows(get({ context }), identity(allow({ Condition: condition })));
  expect(await when({ StringEquals: { 'aws:ResourceAccount': '1' } }, { 'aws:ResourceAccount': '1' })).toBe(true);
  expect(await when({ StringEquals: { 'aws:ResourceAccount': '1' } }, {})).toBe(false);
  expect(await when({ StringLike: { 'aws:UserAgent': 'a*' } }, { 'aws:UserAgent': 'abc' })).toBe(true);
  expect(await when({ StringLike: { 'aws:UserAgent': 'a*' } }, { 'aws:UserAgent': 'bc' })).toBe(false);
  expect(await when({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111111111111:role/conveyor/*' } }, {})).toBe(true);
  expect(await when({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111111111111:role/other/*' } }, {})).toBe(false);
  expect(await when({ Null: { 'aws:SourceVpc': 'true' } }, {})).toBe(true);
  expect(await when({ Null: { 'aws:SourceVpc': 'true' } }, { 'aws:SourceVpc': 'vpc-1' })).toBe(false);
});

test('the encryption context is held against the request', async () => {
  const key = 'arn:aws:kms:eu-west-1:111111111111:key/1a2b';
  const resource = policy({ Effect: 'Allow', Principal: { AWS: ROLE }, Action: 'kms:Decrypt', Resource: '*', Condition: { StringEquals: { 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::shop' } } });
  const decrypt = (arn: string) => allows(get({ action: 'kms:Decrypt', resource: key, context: { 'kms:EncryptionContext:aws:s3:arn': arn } }), { identity: [], resource });
  expect(await decrypt('arn:aws:s3:::shop')).toBe(true);
  expect(await decrypt('arn:aws:s3:::other')).toBe(false);
});

test('an action that takes no resource is allowed by * alone', async () => {
  const validate = get({ action: 'cloudformation:ValidateTemplate', resource: '*' });
  expect(await allows(validate, identity({ Effect: 'Allow', Action: 'cloudformation:ValidateTemplate', Resource: '*' }))).toBe(true);
  expect(await allows(validate, identity({ Effect: 'Allow', Action: 'cloudformation:ValidateTemplate', Resource: 'arn:aws:cloudformation:*:*:stack/*' }))).toBe(false);
});

test('mistaken questions are refused: no such action, not its resource, a policy that is none', async () => {
  await expect(allows(get({ action: 's3:FetchObject' }), identity(allow()))).rejects.toThrow('no action');
  await expect(allows(get({ action: 's3:GetBucketAcl' }), identity(allow()))).rejects.toThrow('does not take');
  await expect(allows(get(), identity(allow({ Effect: 'Maybe' as 'Allow' })))).rejects.toThrow('not valid');
});
