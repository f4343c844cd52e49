/** Builds the same action by this library and by aws-cdk-lib's L2, and counts what each lets it do. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as actions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { allowedPairs, servicesOf, Side } from './allowed-pairs';
import { unique } from './arn';
import { Assembly, readAssembly, Role } from './assembly';
import { ActionIntent } from './intents';
import { Approval, DeliveryPipeline, Source } from '../../src';

export interface Counted {
  /** what the action's own role may do */
  readonly action: ReadonlySet<string>;
  /** what the pipeline's role may do beside it */
  readonly pipeline: ReadonlySet<string>;
}

export interface Compared {
  readonly provider: string;
  readonly ours: Counted;
  readonly theirs: Counted;
}

/** All that a provider's action brings with it: what both of the roles may do that work for it. */
export const total = ({ action, pipeline }: Counted): number => action.size + pipeline.size;

export async function compare(intent: ActionIntent): Promise<Compared> {
  const [ours, theirs] = [sidesOf(stack => makeOurs(stack, intent)), sidesOf(stack => makeTheirs(stack, intent))];
  const roles = [ours, theirs].flatMap(({ actionRole, pipelineRole }) => [...actionRole ? [actionRole] : [], pipelineRole]);
  const services = unique(roles.flatMap(servicesOf));
  return { provider: intent.provider, ours: await count(ours, services), theirs: await count(theirs, services) };
}

async function count(side: Side, services: readonly string[]): Promise<Counted> {
  return {
    action: side.actionRole ? await allowedPairs(side, side.actionRole, services) : new Set(),
    pipeline: await allowedPairs(side, side.pipelineRole, services),
  };
}

/** Synthesizes a pipeline, and finds who its last action works as. */
function sidesOf(make: (stack: Stack) => number): Side {
  const folder = mkdtempSync(path.join(tmpdir(), 'proof-'));
  try {
    const app = new App({ outdir: folder });
    const stack = new Stack(app, 'Stack', { env: { account: '111111111111', region: 'eu-west-1' } });
    Validations.of(stack).acknowledge({ id: 'conveyor:configuration-form', reason: 'Everything is named as the classes of resources are, whether or not the service would take it.' });
    const stage = make(stack);
    app.synth();
    const assembly = readAssembly(folder, 'the comparison');
    const pipeline = assembly.plan.pipelines.find(({ stages }) => stages.length > 1)!;
    const action = pipeline.stages[stage].actions.at(-1)!;
    return {
      assembly,
      pipelineRole: roleOf(assembly, pipeline.roleArn!),
      actionRole: action.roleArn ? roleOf(assembly, action.roleArn) : undefined,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function roleOf({ roles }: Assembly, arn: string): Role {
  const role = roles.get(arn);
  if (!role) throw new Error(`There is no role ${arn}.`);
  return role;
}

const releases = (stack: Stack) => s3.Bucket.fromBucketName(stack, 'Releases', 'releases');

/** Answers with the place of the action's stage. */
function makeOurs(stack: Stack, intent: ActionIntent): number {
  if (intent.source) {
    new DeliveryPipeline(stack, 'Pipeline', { source: intent.ours(stack) }).addStage('Stage', { steps: [Approval.manual()] });
    return 0;
  }
  const source = Source.s3({ bucket: releases(stack), objectKey: 'release.zip' });
  new DeliveryPipeline(stack, 'Pipeline', { source }).addStage('Stage', { steps: [intent.ours(stack, source)], rollback: true });
  return 1;
}

function makeTheirs(stack: Stack, intent: ActionIntent): number {
  const output = new codepipeline.Artifact('Source');
  const first = intent.source
    ? intent.theirs(stack, output)
    : new actions.S3SourceAction({ actionName: 'Source', output, bucket: releases(stack), bucketKey: 'release.zip', trigger: actions.S3Trigger.NONE });
  const second = intent.source ? new actions.ManualApprovalAction({ actionName: 'Approve' }) : intent.theirs(stack, output);
  new codepipeline.Pipeline(stack, 'Pipeline', {
    pipelineType: codepipeline.PipelineType.V2,
    stages: [{ stageName: 'Source', actions: [first] }, { stageName: 'Stage', actions: [second] }],
  });
  return intent.source ? 0 : 1;
}
