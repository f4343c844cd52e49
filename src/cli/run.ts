/** `conveyor run` */

import * as path from 'node:path';
import { runPipeline, type ActionFinished, type Stamped } from '../engine';
import type { PipelinePlan } from '../plan';
import { askApproval } from './ask-approval';
import { environmentFor, secretsFor, sourcesFor } from './build-inputs';
import { choosePipeline, titleOf } from './choose-pipeline';
import { closingReport } from './closing-report';
import { FailureExcerpts } from './failure-excerpt';
import { EXIT, type Io } from './io';
import { liveOutput } from './live-output';
import { painterOf } from './paint';
import { readPlan } from '../plan/read';

export interface RunCommandOptions {
  readonly app: string;
  readonly source: readonly string[];
  readonly approve?: boolean;
  readonly reject?: boolean;
  readonly variable: Readonly<Record<string, string>>;
  readonly secret: Readonly<Record<string, string>>;
  readonly secrets?: string;
  readonly env: readonly string[];
  readonly home: string;
  readonly out?: string;
  readonly keep?: boolean;
  readonly json?: boolean;
}

export async function run(word: string | undefined, options: RunCommandOptions, io: Io): Promise<number> {
  const plan = readPlan(path.resolve(io.cwd, options.app), options.app);
  const pipeline = choosePipeline(plan, word, options.app);
  const paint = painterOf(io.out, io.env);
  const live = liveOutput(pipeline, paint);
  const sources = sourcesFor(pipeline, options.source, io.cwd);
  const ask = askApproval(pipeline, options, io);
  const environment = environmentFor(options.env, io.env);
  const ends = new Map<string, ActionFinished>();
  const excerpts = new FailureExcerpts();
  const onEvent = (event: Stamped) => {
    excerpts.hear(event);
    if (event.type === 'action-finished') ends.set(`${event.stage}/${event.action}`, event);
    io.out.write(options.json ? `${JSON.stringify(event)}\n` : live(event));
  };
  const stop = new AbortController();
  const stopListening = io.onInterrupt(by => stop.abort(by));
  try {
    const result = await runPipeline(pipeline, plan.resources, {
      home: path.resolve(io.cwd, options.home),
      out: options.out === undefined ? undefined : path.resolve(io.cwd, options.out),
      sources,
      variables: options.variable,
      secrets: secretsFor(options.secrets, options.secret, io.cwd),
      environment,
      ask,
      onEvent,
      keepFolders: options.keep,
      shownFrom: io.cwd,
      signal: stop.signal,
    });
    const awsVariables = Object.keys(environment).filter(name => name.startsWith('AWS_'));
    const closing = { pipeline: titleOf(pipeline), result, actions: inOrder(pipeline, ends), excerpts, cwd: io.cwd, awsVariables };
    if (!options.json) io.out.write(closingReport(closing, paint));
    if (result.status === 'Stopped') return EXIT.interrupted;
    return result.status === 'Succeeded' ? EXIT.ok : EXIT.failed;
  } finally {
    stopListening();
  }
}

function inOrder(pipeline: PipelinePlan, ends: ReadonlyMap<string, ActionFinished>): ActionFinished[] {
  return pipeline.stages.flatMap(stage => stage.actions.flatMap(action => ends.get(`${stage.name}/${action.name}`) ?? []));
}
