/** The pack finds what is wrong, and what the library acknowledges covers nothing that a user adds. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Build, DeliveryPipeline, Deploy, Invoke, Source } from 'cdk-conveyor';
import { acknowledgementsOf, findingsOf } from './findings';
import './judged';

const connectionArn = 'arn:aws:codeconnections:eu-west-1:111111111111:connection/1a2b';

const folder = mkdtempSync(join(tmpdir(), 'conveyor-nag-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The assembly of a stack. */
function assembly(fill: (stack: Stack) => void): string {
  const outdir = mkdtempSync(join(folder, 'assembly-'));
  const app = new App({ outdir });
  fill(new Stack(app, 'Stack', { env: { account: '111111111111', region: 'eu-west-1' } }));
  app.synth();
  return outdir;
}

/** A pipeline whose build may do something more. */
function building(stack: Stack, permissions: iam.PolicyStatement[], vpc?: ec2.IVpc) {
  return new DeliveryPipeline(stack, 'Pipeline', {
    source: Source.gitHub('acme/shop', { connectionArn }),
    builds: [Build.codeBuild('Build', { commands: ['make'], permissions, vpc })],
  });
}

const network = (stack: Stack) => ec2.Vpc.fromVpcAttributes(stack, 'Network', {
  vpcId: 'vpc-1a2b', availabilityZones: ['eu-west-1a'], privateSubnetIds: ['subnet-1a2b'],
});
const rules = (at: string) => findingsOf(at, 'AwsSolutions').map(({ rule }) => rule);

test('a bucket that is open to plain HTTP is found', () => {
  expect(rules(assembly(stack => new s3.Bucket(stack, 'Bucket')))).toEqual(expect.arrayContaining(['AwsSolutions-S1', 'AwsSolutions-S10']));
});

test('a pipeline has no open finding', () => {
  expect(rules(assembly(stack => building(stack, [], network(stack))))).toEqual([]);
});

test('a wildcard that a user gives to a build stays open', () => {
  const at = assembly(stack => building(stack, [new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::acme-data/*'] })]));
  expect(rules(at)).toEqual(['AwsSolutions-IAM5[Resource::arn:aws:s3:::acme-data/*]']);
});

test('so does one that the library gives too', () => {
  const at = assembly(stack => building(stack, [new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: ['*'] })], network(stack)));
  expect(rules(at)).toEqual(['AwsSolutions-IAM5[Resource::*]']);
});

test('an action for which IAM knows no resource needs no word of the user', () => {
  const at = assembly(stack => building(stack, [new iam.PolicyStatement({ actions: ['ecr:GetAuthorizationToken'], resources: ['*'] })]));
  expect(rules(at)).toEqual([]);
});

test('a user may acknowledge the rest on the pipeline', () => {
  const at = assembly(stack => Validations.of(building(stack, [new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::acme-data/*'] })]))
    .acknowledge({ id: 'AwsSolutions-IAM5[Resource::arn:aws:s3:::acme-data/*]', reason: 'The build reads all test data.' }));
  expect(rules(at)).toEqual([]);
});

describe('in the policy of a role that is the user\'s', () => {
  const invoking = (more: iam.PolicyStatement[]) => assembly(stack => {
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    const handler = new lambda.Function(stack, 'Function', { role, runtime: lambda.Runtime.NODEJS_LATEST, handler: 'index.handler', code: lambda.Code.fromInline('0') });
    const pipeline = building(stack, []);
    pipeline.addStage('Invoke', { steps: [Invoke.lambda('Call', { function: handler })] });
    for (const statement of more) role.addToPolicy(statement);
  });
  const open = (at: string) => rules(at).filter(rule => rule.startsWith('AwsSolutions-IAM5'));

  test('what an invoked function answers with is acknowledged', () => {
    expect(open(invoking([]))).toEqual([]);
  });

  test('and what else its role may do stays open', () => {
    expect(open(invoking([new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: ['*'] })]))).toEqual(['AwsSolutions-IAM5[Resource::*]']);
  });
});

test('an administrator is found', () => {
  const at = assembly(stack => building(stack, []).addEnvironment('Production', { deploy: [Deploy.cloudFormation('Stack', { stackName: 'shop', templatePath: 't.json', adminPermissions: true })] }));
  expect(rules(at).sort()).toEqual(['AwsSolutions-IAM5[Action::*]', 'AwsSolutions-IAM5[Resource::*]']);
});

test('an app that is synthesized twice acknowledges once', () => {
  const at = assembly(stack => {
    building(stack, []);
    (stack.node.root as App).synth({ force: true });
  });
  const told = acknowledgementsOf(at).map(({ rule, path }) => `${path} ${rule}`);
  expect(told).toEqual([...new Set(told)]);
});
