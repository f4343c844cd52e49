import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Approval, Deploy, Test } from '../../src';
import { buildOf, HOME, pipelineIn, refusalOf, siteIn, stackIn, STAGING } from '../fixture';
import { Rendered, statementsOf } from '../rendered';

const app = new App();
const stack = stackIn(HOME, 'Shop', app);
pipelineIn(stack).addEnvironment('Staging', {
  env: STAGING,
  approval: Approval.manual({ notify: ['release@acme.com'] }),
  deploy: [siteIn(stack, 'Site'), Deploy.cloudFormation('Stack', { stackName: 'shop', permissions: [new iam.PolicyStatement({ actions: ['s3:*'], resources: ['*'] })] })],
  verify: [Test.commands('Smoke', { commands: ['true'] })],
});
const support = (account: string) => app.node.findChild(`Shop-support-${account}`) as Stack;
const [home, target, rendered] = [Rendered.of(support('111111111111')), Rendered.of(support('222222222222')), Rendered.of(stack)];
const pipelineRole = home.only('AWS::IAM::Role');
const siteRole = target.all('AWS::IAM::Role').find(role => role.Description === 'Action Shop/Web/Pipeline/Staging/Site');
const stackRole = target.all('AWS::IAM::Role').find(role => role.Description === 'Action Shop/Web/Pipeline/Staging/Stack');
const arnOf = (account: string, role: { RoleName: string }) => `arn:aws:iam::${account}:role/conveyor/Web/${role.RoleName}`;

test('an action of another account runs with a role of that account', () => {
  expect(rendered.action('Staging/Site').RoleArn).toBe(arnOf('222222222222', siteRole));
  expect(siteRole.Path).toBe('/conveyor/Web/');
});

test('the role there trusts exactly the pipeline\'s role', () => {
  expect(siteRole.AssumeRolePolicyDocument.Statement).toEqual([
    { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: arnOf('111111111111', pipelineRole) } },
  ]);
});

test('the pipeline\'s role may take on this pipeline\'s roles of both accounts', () => {
  expect(statementsOf(pipelineRole)).toEqual([{
    Action: 'sts:AssumeRole',
    Resource: ['arn:aws:iam::111111111111:role/conveyor/Web/*', 'arn:aws:iam::222222222222:role/conveyor/Web/*'],
  }]);
  expect(rendered.pipeline.RoleArn).toBe(arnOf('111111111111', pipelineRole));
});

test('the bucket admits exactly that role, to read what is this pipeline\'s', () => {
  const allowed = rendered.only('AWS::S3::BucketPolicy').PolicyDocument.Statement.filter((one: { Effect: string }) => one.Effect === 'Allow');
  const roles = [arnOf('222222222222', siteRole), arnOf('222222222222', stackRole)];
  expect(new Set(allowed.flatMap((one: { Principal: { AWS: string } }) => one.Principal.AWS))).toEqual(new Set(roles));
  expect(allowed.flatMap((one: { Action: string }) => one.Action)).not.toContain('s3:PutObject');
  expect(new Set(allowed.flatMap((one: { Resource: string }) => one.Resource))).toEqual(new Set(['${ArtifactsStoreBucket.Arn}', '${ArtifactsStoreBucket.Arn}/Web/*']));
});

test('the key admits exactly the roles there, through S3 alone', () => {
  const foreign = rendered.only('AWS::KMS::Key').KeyPolicy.Statement.find((one: { Sid: string }) => one.Sid === 'ReadersElsewhere');
  expect(foreign.Action).toBe('kms:Decrypt');
  expect(foreign.Principal.AWS).toEqual([arnOf('222222222222', siteRole), arnOf('222222222222', stackRole)]);
  expect(foreign.Condition).toEqual({ StringEquals: { 'kms:ViaService': 's3.${region}.amazonaws.com' } });
});

test('nothing is left to a whole account, but the administration of the key, and what its policies say of roles of pipelines', () => {
  const policies = [rendered.only('AWS::KMS::Key').KeyPolicy, rendered.only('AWS::S3::BucketPolicy').PolicyDocument];
  const roots = policies.flatMap(policy => policy.Statement).filter(one => /:root"/.test(JSON.stringify(one.Principal)));
  expect(roots.map(one => one.Sid)).toEqual(['Administer', 'Pipelines']);
  expect(roots[1].Condition.ArnLike).toEqual({ 'aws:PrincipalArn': ['arn:aws:iam::${account}:role/conveyor/*'] });
  expect(roots[0].Principal.AWS).toContain('111111111111');
  expect(roots[0].Action).not.toContain('kms:Decrypt');
  expect(roots[0].Action).not.toContain('kms:*');
});

test('the target account\'s role reads artifacts through the key of this store only', () => {
  const key = statementsOf(siteRole).find(one => one.Action === 'kms:Decrypt');
  expect(key.Resource).toBe('arn:aws:kms:eu-west-1:111111111111:key/*');
  expect(Object.keys(key.Condition.StringLike)).toEqual(['kms:EncryptionContext:aws:s3:arn']);
});

test('what CloudFormation works with stands in the account of the stack', () => {
  const execution = target.all('AWS::IAM::Role').find(role => /^CloudFormation/.test(role.Description));
  expect(rendered.action('Staging/Stack').Configuration.RoleArn).toBe(`arn:aws:iam::222222222222:role/conveyor/Web/${execution.RoleName}`);
});

test('what asks and what tests stays with the pipeline', () => {
  for (const path of ['Staging-Approval/Approve', 'Staging/Smoke']) expect(rendered.action(path).RoleArn).toMatch(/^\$\{/);
});

test('own support comes before the target\'s support, and both before the pipeline', () => {
  expect(support('222222222222').dependencies).toEqual([support('111111111111')]);
  expect(support('111111111111').dependencies).toEqual([]);
  expect(stack.dependencies).toContain(support('222222222222'));
});

test('the support stack stands in the target account', () => {
  expect(support('222222222222')).toMatchObject({ account: '222222222222', region: 'eu-west-1', stackName: 'Shop-support-222222222222' });
});

test('a pipeline of one account has no support stack, and no fixed role name', () => {
  const alone = new App();
  const one = stackIn(HOME, 'Shop', alone);
  pipelineIn(one).addEnvironment('Staging', { env: HOME, deploy: [siteIn(one)] });
  expect(alone.node.children.filter(child => child instanceof Stack)).toEqual([one]);
  expect(Rendered.of(one).all('AWS::IAM::Role').filter(role => role.RoleName)).toEqual([]);
});

test('a pipeline whose account is only known when it is deployed is refused another one', () => {
  const agnostic = stackIn();
  const refusal = refusalOf(() => pipelineIn(agnostic).addEnvironment('Staging', { env: STAGING, deploy: [siteIn(agnostic)] }));
  expect(refusal).toContain('The environment\'s account is 222222222222, and the pipeline\'s own is only known when it is deployed.');
  expect(refusal).toMatch(/mend: {2}Give the pipeline's stack an `env`[^]*where: Shop\/Web\/Pipeline\/Staging\/Site/);
});

test('a pipeline whose region is only known when it is deployed is refused another one', () => {
  const agnostic = stackIn();
  expect(refusalOf(() => pipelineIn(agnostic).addEnvironment('Staging', { env: { region: 'us-east-1' }, deploy: [siteIn(agnostic)] })))
    .toContain('The environment\'s region is us-east-1');
});

test('two pipelines of a stack share the support stacks', () => {
  const both = new App();
  const one = stackIn(HOME, 'Shop', both);
  for (const id of ['Web', 'Api']) pipelineIn(one, {}, id).addEnvironment('Staging', { env: STAGING, deploy: [siteIn(one, `${id}Site`)] });
  const names = Rendered.of(both.node.findChild('Shop-support-222222222222') as Stack).all('AWS::IAM::Role').map(role => role.Path);
  expect(names).toEqual(['/conveyor/Web/', '/conveyor/Api/']);
});

test('no two roles of the account have one name: a path does not tell them apart', () => {
  const names = target.all('AWS::IAM::Role').map(role => role.RoleName);
  expect(new Set(names).size).toBe(names.length);
});

test('the artifact bucket has the name that it had before there was another account', () => {
  const before = stackIn(HOME);
  pipelineIn(before, { builds: [buildOf()] });
  const [{ BucketName }] = Rendered.of(before).all('AWS::S3::Bucket');
  expect(rendered.all('AWS::S3::Bucket').map(bucket => bucket.BucketName)).toContain(BucketName);
});
