/** `conveyor list` */

import * as path from 'node:path';
import { DEFAULT_ACCOUNT, DEFAULT_REGION, type PipelinePlan, type StagePlan } from '../plan';
import { titleOf } from './choose-pipeline';
import { EXIT, type Io } from './io';
import { painterOf } from './paint';
import { readPlan } from '../plan/read';

export interface ListOptions {
  readonly app: string;
  readonly json?: boolean;
}

export function list(options: ListOptions, io: Io): number {
  const { pipelines } = readPlan(path.resolve(io.cwd, options.app), options.app);
  if (options.json) {
    io.out.write(`${JSON.stringify(pipelines, undefined, 2)}\n`);
    return EXIT.ok;
  }
  const paint = painterOf(io.out, io.env);
  if (pipelines.length === 0) io.err.write(`${options.app} has no pipeline (no AWS::CodePipeline::Pipeline in any template)\n`);
  for (const pipeline of pipelines) {
    io.out.write(`${paint('bold', titleOf(pipeline))}  ${paint('dim', facts(pipeline))}\n`);
    const width = Math.max(0, ...pipeline.stages.map(stage => stage.name.length));
    for (const stage of pipeline.stages) io.out.write(`  ${stage.name.padEnd(width)}  ${actionsOf(stage)}\n`);
  }
  return EXIT.ok;
}

function facts({ stackName, type, executionMode, account, region }: PipelinePlan): string {
  // a plan fills in both where a stack names neither; a region of its own beside that account is told
  const place = account === DEFAULT_ACCOUNT ? `any account/${region === DEFAULT_REGION ? 'any region' : region}` : `${account}/${region}`;
  return `stack ${stackName}, ${type} ${executionMode}, ${place}`;
}

/** `A, B → C`: side by side, then after them. */
function actionsOf(stage: StagePlan): string {
  const orders = [...new Set(stage.actions.map(action => action.runOrder))].sort((a, b) => a - b);
  const one = (order: number) => stage.actions.filter(action => action.runOrder === order).map(({ name, provider }) => `${name} (${provider})`).join(', ');
  return orders.map(one).join(' → ');
}
