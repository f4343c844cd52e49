/** What the three programs have in common: an app as `cdk init` sets it up, the shapes, and the cost at the end. */

import { writeSync } from 'node:fs';
import { App, Environment, Stack } from 'aws-cdk-lib';
import * as flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { SHAPES, type ShapeId } from '../shape';

/** How a library makes the pipelines. */
export interface Library {
  /** shape a, of which there may be many in an app */
  simple(stack: Stack, name: string): void;
  /** shape b: tests and builds in the stack's account, deployments in that of `staging` and of each of `production` */
  accounts(stack: Stack): void;
  /** shape c */
  wide(stack: Stack): void;
}

const region = 'eu-west-1';
const tools: Required<Environment> = { account: '111111111111', region };

/** The accounts of shape b. The first deployment goes to the pipeline's own. */
export const STAGING = tools;
export const PRODUCTION: Readonly<Record<string, Required<Environment>>> = {
  Shops: { account: '222222222222', region },
  Partners: { account: '333333333333', region },
};

export const CONNECTION_ARN = `arn:aws:codeconnections:${region}:${tools.account}:connection/0c5b32f6-6a0f-4d5e-9d6a-5c1a3f0f6a11`;

/** CloudFormation works with what bootstrapping left in the account, which `aws-cdk-lib/pipelines` cannot do otherwise. */
export const executionRoleArn = ({ account }: Required<Environment>) => `arn:aws:iam::${account}:role/cdk-hnb659fds-cfn-exec-role-${account}-${region}`;

/** Synthesizes the shape and folder that the arguments name; ends by printing the CPU microseconds since the process began. */
export function synthesize(library: Library) {
  const [shape, outdir] = process.argv.slice(2) as [ShapeId, string];
  // the L2 needs more than the 500 resources of a stack for shape c; the limit is off for all
  const app = new App({ outdir, context: { ...flags, '@aws-cdk/core:stackResourceLimit': 0 } });
  const stack = (id: string) => new Stack(app, id, { env: tools });
  switch (shape) {
    case 'b': library.accounts(stack('Delivery')); break;
    case 'c': library.wide(stack('Delivery')); break;
    default:
      for (let number = 1; number <= SHAPES[shape].pipelines; number++) library.simple(stack(`Delivery${number}`), `Shop${number}`);
  }
  app.synth();
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    writeSync(1, `${user + system}\n`);
  });
}
