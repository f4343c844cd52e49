/** A CDK app that delivers itself, for the tests: stages of stacks, and the pipeline that deploys them. */

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { App, CfnResource, Environment, Stack, Stage, StageProps } from 'aws-cdk-lib';
import * as ecrAssets from 'aws-cdk-lib/aws-ecr-assets';
import * as s3Assets from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';
import { Build, DeliveryPipeline, SynthProps, SynthStep } from '../../src';
import { HOME, sourceOf, stackIn } from '../fixture';
import { Rendered } from '../rendered';

export const LIVE = { account: '333333333333', region: 'eu-west-1' };

/** A stack that has something in it, as CloudFormation wants it. */
export function resourceIn(scope: Construct, id: string, env?: Environment): Stack {
  const stack = new Stack(scope, id, { env });
  new CfnResource(stack, 'Topic', { type: 'AWS::SNS::Topic' });
  return stack;
}

/** `Service`, which depends on `Data` and has a file as its asset, beside `Alarms`. */
export function stageIn(app: Construct, id = 'Live', props: StageProps = { env: LIVE }): Stage {
  const stage = new Stage(app, id, props);
  const data = resourceIn(stage, 'Data');
  const service = resourceIn(stage, 'Service');
  service.addStackDependency(data);
  resourceIn(stage, 'Alarms');
  new s3Assets.Asset(service, 'Code', { path: folderWith('index.js', 'exports.handler = () => {};') });
  return stage;
}

/** An image, to be built from a folder. */
export function imageIn(stack: Stack): void {
  new ecrAssets.DockerImageAsset(stack, 'Image', { directory: folderWith('Dockerfile', 'FROM scratch') });
}

function folderWith(file: string, content: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'cdk-app-'));
  writeFileSync(path.join(folder, file), content);
  return folder;
}

/** The pipeline `Web` in the stack `Shop`, whose build is `Synth`; what is deployed follows. */
export class SelfDelivering {
  readonly app = new App();
  readonly stack = stackIn(HOME, 'Shop', this.app);
  readonly synth: SynthStep;
  readonly pipeline: DeliveryPipeline;

  constructor(props: Partial<SynthProps> = {}) {
    this.synth = Build.synth('Synth', { commands: ['npx cdk synth'], ...props });
    this.pipeline = new DeliveryPipeline(this.stack, 'Web', { source: sourceOf(), builds: [this.synth] });
  }

  rendered(): Rendered {
    return Rendered.of(this.stack);
  }

  /** The synth run's project. */
  project() {
    return this.rendered().all('AWS::CodeBuild::Project').find(one => one.Name === 'Web-Build-Synth');
  }

  /** The commands of the synth run. */
  commands(): string[] {
    return JSON.parse(this.project().Source.BuildSpec).phases.build.commands;
  }

  /** What the synth run may do beside artifacts and logs. */
  allowed() {
    const rendered = this.rendered();
    const [policy] = rendered.role(this.project().ServiceRole).Policies;
    return policy.PolicyDocument.Statement.filter((one: { Action: string | string[] }) => /^(sts|codepipeline):/.test([one.Action].flat()[0]));
  }
}

/** The ARN of a role that bootstrapping leaves in an account. */
export function bootstrapRole(kind: string, { account, region } = LIVE): string {
  return `arn:aws:iam::${account}:role/cdk-hnb659fds-${kind}-role-${account}-${region}`;
}
