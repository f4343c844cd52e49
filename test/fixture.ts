/** What the tests of the constructs share: places, a source, and a pipeline read back from its template. */

import { App, Environment, Stack } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { Rendered } from './rendered';
import { Build, ConnectionSource, DeliveryPipeline, DeliveryPipelineProps, Deploy, IStep, Source, Step } from '../src';

export const HOME = { account: '111111111111', region: 'eu-west-1' };
export const STAGING = { account: '222222222222', region: 'eu-west-1' };
export const CONNECTION = 'arn:aws:codeconnections:eu-west-1:111111111111:connection/1a2b';

export function stackIn(env?: Environment, id = 'Shop', app = new App()): Stack {
  return new Stack(app, id, { env });
}

export function sourceOf(name?: string): ConnectionSource {
  return Source.gitHub('acme/shop', { connectionArn: CONNECTION, name });
}

export function buildOf(name = 'Build', output?: string): Step {
  return Build.codeBuild(name, { commands: ['make'], output });
}

export function bucketIn(scope: Construct, name: string): s3.IBucket {
  return s3.Bucket.fromBucketName(scope, `bucket-${name}`, name);
}

/** A deployment to a bucket that exists. */
export function siteIn(scope: Construct, name = 'Site'): Step {
  return Deploy.s3(name, { bucket: bucketIn(scope, name.toLowerCase()) });
}

/** A pipeline `Web` in a stack `Shop` of the home account. */
export function pipelineIn(stack: Stack = stackIn(HOME), props: Partial<DeliveryPipelineProps> = {}, id = 'Web'): DeliveryPipeline {
  return new DeliveryPipeline(stack, id, { source: sourceOf(), ...props });
}

/** A pipeline with one stage of these steps behind its source, read back from its template. */
export function renderedWith(...steps: IStep[]): Rendered {
  const stack = stackIn(HOME);
  pipelineIn(stack).addStage('Stage', { steps });
  return Rendered.of(stack);
}

/** What a call is refused with; fails when it is not. */
export function refusalOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('It was not refused.');
}

export const plain = (value: string): codebuild.BuildEnvironmentVariable => ({ value });

export const { PARALLEL, SUPERSEDED } = codepipeline.ExecutionMode;
