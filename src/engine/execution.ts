/** What the parts of one execution share. */

import { rm } from 'node:fs/promises';
import * as path from 'node:path';
import type { PipelinePlan, ResourceIndex } from '../plan';
import { ActionLogs } from './action-log';
import { ArtifactStore } from './artifact-store';
import { sweepPrivateFolders } from './buildspec';
import type { EngineEvent, Stamped } from './events';
import { Journal } from './journal';
import { Mask } from './masking';
import type { Ask } from './providers/provider-runner';
import { prune } from './retention';
import { Variables } from './variables';
import { Workspace } from './workspace';

export interface RunOptions {
  /** the engine's folder, absolute: executions, artifacts, logs */
  readonly home: string;
  /** where deployments to buckets land; `<home>/out` when left out */
  readonly out?: string;
  /** a folder, repository or (for S3) zip file by the name of a source action */
  readonly sources?: Readonly<Record<string, string>>;
  /** values of pipeline variables by name, and of any other variable by `namespace.key` */
  readonly variables?: Readonly<Record<string, string>>;
  /** values of secrets and parameters by reference or id */
  readonly secrets?: Readonly<Record<string, string>>;
  /** all that builds see of the host: PATH, LANG and the like; no credential belongs here */
  readonly environment: Readonly<Record<string, string>>;
  readonly ask: Ask;
  readonly onEvent: (event: Stamped) => void;
  /** keep the folders of actions that succeeded, too */
  readonly keepFolders?: boolean;
  /** the folder from which people read the paths in messages; absolute ones when left out */
  readonly shownFrom?: string;
  /** stops the execution: what runs is ended, what follows does not start; a text as its reason says by what */
  readonly signal?: AbortSignal;
}

export interface Execution {
  readonly pipeline: PipelinePlan;
  readonly resources: ResourceIndex;
  readonly options: RunOptions;
  readonly out: string;
  readonly workspace: Workspace;
  readonly store: ArtifactStore;
  readonly variables: Variables;
  readonly mask: Mask;
  readonly memory: Map<string, Readonly<Record<string, string>>>;
  readonly signal: AbortSignal;
  readonly emit: (event: EngineEvent) => void;
  /** removes a folder while other things go on */
  discard(folder: string): void;
  /** waits for what is still being removed, and closes the journal */
  close(): Promise<void>;
}

/** Makes the folders and opens the journal. */
export function openExecution(pipeline: PipelinePlan, resources: ResourceIndex, executionId: string, options: RunOptions): Execution {
  const workspace = new Workspace(options.home, pipeline.name, executionId);
  workspace.create();
  const journal = new Journal(workspace.journal);
  const logs = new ActionLogs();
  const mask = new Mask();
  // beside the execution, and whatever cannot be removed stays
  const removals: Promise<void>[] = [
    prune(options.home, pipeline.name, executionId).catch(() => undefined),
    sweepPrivateFolders(options.environment.TMPDIR).catch(() => undefined),
  ];
  for (const secret of Object.values(options.secrets ?? {})) mask.add(secret);
  const home = pipeline.stores.find(store => store.region === pipeline.region) ?? pipeline.stores[0];
  const emit = (event: EngineEvent) => {
    const stamped = { ...mask.ofEvent(event), at: new Date().toISOString() };
    // on disk before anybody hears of it
    if (stamped.type === 'log') logs.write(workspace.log(stamped.stage, stamped.action), stamped.line);
    if (stamped.type === 'action-finished') {
      if (stamped.status !== 'NotRun' && stamped.message) logs.write(stamped.logFile, stamped.message);
      logs.close(stamped.logFile);
    }
    journal.append(stamped);
    options.onEvent(stamped);
  };
  return {
    pipeline,
    resources,
    options,
    out: options.out ?? path.join(options.home, 'out'),
    workspace,
    store: new ArtifactStore(path.join(options.home, 'store'), home?.bucket ?? 'artifacts', pipeline.name),
    variables: new Variables(options.variables),
    mask,
    memory: new Map(),
    signal: options.signal ?? new AbortController().signal,
    emit,
    discard: folder => {
      // a file that a stray process still writes to is no reason to fail
      removals.push(rm(folder, { recursive: true, force: true }).catch(() => undefined));
    },
    close: async () => {
      await Promise.all(removals);
      journal.close();
    },
  };
}
