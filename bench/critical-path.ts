/**
 * How many actions follow on each other before a CDK app is delivered: with this library (`examples/cdk-app`), and the same
 * with aws-cdk-lib/pipelines. Both are synthesized in this process; nothing is deployed.
 *
 * Alone: `npx tsx --tsconfig bench/tsconfig.json bench/critical-path.ts`
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { App, Environment, Stack } from 'aws-cdk-lib';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import { CodePipeline, CodePipelineSource, ConfirmPermissionsBroadening, ShellStep } from 'aws-cdk-lib/pipelines';
import * as flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { DeliveryStack } from '../examples/cdk-app/delivery-stack';
import { PlatformStage } from '../examples/cdk-app/platform-stage';

const tools: Environment = { account: '111111111111', region: 'eu-west-1' };
const places = {
  ireland: { account: '222222222222', region: 'eu-west-1' },
  frankfurt: { account: '222222222222', region: 'eu-central-1' },
  production: { account: '333333333333', region: 'eu-west-1' },
};

/** What stands on the critical path: `<stage>/<action>`, one of those that run side by side. */
export interface CriticalPath {
  readonly conveyor: readonly string[];
  readonly pipelines: readonly string[];
}

export function criticalPath(): CriticalPath {
  return { conveyor: pathOf(app => new DeliveryStack(app, 'Delivery', places, { env: tools })), pipelines: pathOf(withPipelines) };
}

/** The equal: the same stages and stacks, self-update, and a person who is asked when production's permissions broaden. */
function withPipelines(app: App): Stack {
  const stack = new Stack(app, 'Delivery', { env: tools });
  const pipeline = new CodePipeline(stack, 'Platform', {
    crossAccountKeys: true,
    synth: new ShellStep('Synth', {
      input: CodePipelineSource.codeCommit(codecommit.Repository.fromRepositoryName(stack, 'Repository', 'platform'), 'main'),
      commands: ['npm ci', 'npx cdk synth'],
    }),
  });
  const europe = pipeline.addWave('Europe');
  europe.addStage(new PlatformStage(app, 'Ireland', { env: places.ireland }));
  europe.addStage(new PlatformStage(app, 'Frankfurt', { env: places.frankfurt }));
  const production = new PlatformStage(app, 'Production', { env: places.production });
  pipeline.addStage(production, { pre: [new ConfirmPermissionsBroadening('Broadening', { stage: production })] });
  return stack;
}

function pathOf(make: (app: App) => Stack): string[] {
  const outdir = mkdtempSync(path.join(tmpdir(), 'critical-path-'));
  try {
    // template validation takes seconds and says nothing here
    const app = new App({ outdir, context: flags as Record<string, unknown> });
    const { artifactId } = make(app);
    const { Resources } = app.synth().getStackArtifact(artifactId).template as { Resources: Record<string, Resource> };
    const pipeline = Object.values(Resources).find(one => one.Type === 'AWS::CodePipeline::Pipeline')!;
    return pipeline.Properties.Stages.flatMap(stage => {
      // those of one run order run side by side: one of them counts
      const orders = new Map(stage.Actions.map(action => [action.RunOrder ?? 1, action.Name]));
      return [...orders].sort(([one], [other]) => one - other).map(([, name]) => `${stage.Name}/${name}`);
    });
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

interface Resource {
  readonly Type: string;
  readonly Properties: { readonly Stages: { readonly Name: string; readonly Actions: { readonly Name: string; readonly RunOrder?: number }[] }[] };
}

if (require.main === module) {
  const { conveyor, pipelines } = criticalPath();
  for (const [library, actions] of [['cdk-conveyor', conveyor], ['aws-cdk-lib/pipelines', pipelines]] as const) {
    console.log(`${library}: ${actions.length} actions on the critical path of a CDK app that delivers itself\n  ${actions.join('\n  ')}`);
  }
  console.log(`ratio: ${(conveyor.length / pipelines.length).toFixed(2)}`);
}
