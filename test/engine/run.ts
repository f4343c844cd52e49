/** Runs a template's pipeline as the tests of this folder need it. */

import * as path from 'node:path';
import { runPipeline, type ActionFinished, type EngineEvent, type ExecutionResult, type RunOptions, type Stamped } from '../../src/engine';
import { readPlan } from '../../src/plan/read';
import { folder } from '../plan/fixtures/folder';

export interface Ran {
  readonly result: ExecutionResult;
  readonly events: Stamped[];
  readonly home: string;
  /** `Stage/Action` → its last end */
  readonly ends: Record<string, ActionFinished>;
  /** the lines of one action */
  lines(action: string): string[];
  of<T extends EngineEvent['type']>(type: T): Stamped<Extract<EngineEvent, { type: T }>>[];
}

/**
 * @param template with one pipeline
 * @param files of the source action Repo
 */
export async function runTemplate(template: object, files: Record<string, unknown> = { 'a.txt': 'a' }, options: Partial<RunOptions> = {}): Promise<Ran> {
  const { pipelines: [pipeline], resources } = readPlan(path.join(folder({ 't.json': template }), 't.json'));
  const home = options.home ?? path.join(folder(), 'home');
  const events: Stamped[] = [];
  const result = await runPipeline(pipeline, resources, {
    home,
    sources: { Repo: folder(files) },
    environment: { PATH: process.env.PATH ?? '' },
    ask: async () => ({ approved: true }),
    ...options,
    onEvent: event => {
      events.push(event);
      options.onEvent?.(event);
    },
  });
  const of = <T extends EngineEvent['type']>(type: T) => events.filter(event => event.type === type) as Stamped<Extract<EngineEvent, { type: T }>>[];
  return {
    result,
    events,
    home,
    of,
    ends: Object.fromEntries(of('action-finished').map(event => [`${event.stage}/${event.action}`, event])),
    lines: action => of('log').filter(event => event.action === action).map(event => event.line),
  };
}
