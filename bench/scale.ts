/**
 * A pipeline that grows: stages of 20 deployments over three accounts and three regions. How its cost grows with it, and how near
 * its largest stack and policy come to what CloudFormation and IAM take.
 */

import { App, Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Build, DeliveryPipeline, Deploy, Environment, Source } from 'cdk-conveyor';

const ACCOUNTS = ['111111111111', '222222222222', '333333333333'];
const REGIONS = ['eu-west-1', 'eu-central-1', 'us-east-1'];
const IN_A_STAGE = 20;

/** What CloudFormation and S3 take. */
export const LIMITS = { resources: 500, bytes: 1_000_000, bucketPolicy: 20_480 };

/** One size of the pipeline. */
export interface Scale {
  readonly stages: number;
  readonly actions: number;
  readonly cpuSeconds: number;
  /** of the largest stack */
  readonly resources: number;
  readonly bytes: number;
  /** bytes of the largest bucket policy, with its intrinsics resolved */
  readonly bucketPolicy: number;
}

export function scale(stages: number): Scale {
  const started = process.cpuUsage();
  const { stacks } = grown(stages).synth();
  const { user, system } = process.cpuUsage(started);
  const templates = stacks.map(stack => stack.template as { Resources: Record<string, { Type: string; Properties: { PolicyDocument?: unknown } }> });
  const policies = templates.flatMap(template => Object.values(template.Resources)).filter(one => one.Type === 'AWS::S3::BucketPolicy');
  return {
    stages,
    actions: stages * IN_A_STAGE,
    cpuSeconds: (user + system) / 1e6,
    resources: Math.max(...templates.map(template => Object.keys(template.Resources).length)),
    bytes: Math.max(...templates.map(template => JSON.stringify(template).length)),
    bucketPolicy: Math.max(...policies.map(policy => JSON.stringify(resolved(policy.Properties.PolicyDocument)).length)),
  };
}

function grown(stages: number): App {
  const app = new App();
  const stack = new Stack(app, 'Big', { env: { account: ACCOUNTS[0], region: REGIONS[0] } });
  const pipeline = new DeliveryPipeline(stack, 'Big', {
    source: Source.gitHub('acme/shop', { connectionArn: 'arn:aws:codeconnections:eu-west-1:111111111111:connection/1a2b' }),
    builds: [Build.codeBuild('Build', { commands: ['make'], output: 'dist' })],
  });
  Validations.of(pipeline).acknowledge({ id: 'conveyor:overgrown-pipeline', reason: 'To see how far it goes.' });
  for (let stage = 0; stage < stages; stage++) {
    pipeline.addWave(`Wave${stage}`, Array.from({ length: IN_A_STAGE }, (_, at) => {
      const env = { account: ACCOUNTS[at % 3], region: REGIONS[Math.floor(at / 3) % 3] };
      const executionRole = iam.Role.fromRoleArn(stack, `Role${stage}-${at}`, `arn:aws:iam::${env.account}:role/cloudformation`);
      return Environment.of(`E${at}`, { env, deploy: [Deploy.cloudFormation('Stack', { stackName: `stack-${stage}-${at}`, executionRole })] });
    }));
  }
  return app;
}

/** Joins joined, and a reference as long as a name may be. */
function resolved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolved);
  if (typeof value !== 'object' || value === null) return value;
  const one = value as Record<string, unknown>;
  if ('Fn::Join' in one) return (resolved((one['Fn::Join'] as unknown[])[1]) as string[]).join('');
  if ('Ref' in one) return one.Ref === 'AWS::Partition' ? 'aws' : 'x'.repeat(63);
  if ('Fn::GetAtt' in one) return `arn:aws:s3:::${'x'.repeat(63)}`;
  return Object.fromEntries(Object.entries(one).map(([key, part]) => [key, resolved(part)]));
}
