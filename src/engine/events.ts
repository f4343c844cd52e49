/** Everything the engine says. Events are its only output; whoever listens prints, stores or serves them. */

import type { FailedTest } from './buildspec';

/** How true to AWS what happened on this machine is. */
export type Fidelity =
  /** the same work as in AWS was done */
  | 'real'
  /** what it reads was checked; what it would change stands in a folder or only in the log */
  | 'emulated'
  /** nothing was done, and it says what */
  | 'stubbed'
  /** not run at all */
  | 'skipped';

/** CodePipeline's own words, and `NotRun` for what an earlier failure kept from starting. */
export type ActionStatus = 'Succeeded' | 'Failed' | 'Abandoned' | 'NotRun';
export type StageStatus = 'Succeeded' | 'Failed' | 'Stopped' | 'Skipped' | 'NotRun';
export type PipelineStatus = 'Succeeded' | 'Failed' | 'Stopped';

/**
 * Where a log line comes from: a command's output, the build around it, or the engine. `routine` is what a build says of
 * every phase, and of what the end of its action tells again.
 */
export type LineOrigin = 'command' | 'build' | 'routine' | 'engine';

/** A place on disk where something landed that a person wants to look at. */
export interface Landing {
  readonly what: string;
  readonly path: string;
  /** the file to begin with: an index.html */
  readonly open?: string;
  /** a link beside it that leads to whatever landed last */
  readonly latest?: string;
}

/** What the reports of a build say of its tests. */
export interface TestResults {
  readonly total: number;
  /** failures and errors */
  readonly failed: number;
  /** the first of those that failed, at most a hundred */
  readonly failures: readonly FailedTest[];
}

interface ActionRef {
  readonly stage: string;
  readonly action: string;
}

export interface PipelineStarted {
  readonly type: 'pipeline-started';
  readonly pipeline: string;
  readonly executionId: string;
  readonly account: string;
  readonly region: string;
  /** the execution's folder */
  readonly folder: string;
  readonly variables: Readonly<Record<string, string>>;
}

export interface PipelineFinished {
  readonly type: 'pipeline-finished';
  readonly status: PipelineStatus;
  readonly durationMs: number;
  readonly message?: string;
}

export interface StageStarted { readonly type: 'stage-started'; readonly stage: string; readonly attempt: number }

export interface StageFinished {
  readonly type: 'stage-finished';
  readonly stage: string;
  readonly status: StageStatus;
  readonly durationMs: number;
}

/** The failed actions (or all of them) of a stage are about to run once more. */
export interface StageRetried { readonly type: 'stage-retried'; readonly stage: string; readonly actions: readonly string[] }

/** A stage with onFailure ROLLBACK failed. */
export interface StageRollback {
  readonly type: 'stage-rollback';
  readonly stage: string;
  readonly fidelity: Fidelity;
  /** the execution that AWS would deploy again; undefined when this stage never succeeded */
  readonly toExecution?: string;
  readonly message: string;
}

/** A rule of a condition, and what became of it. */
export interface RuleJudged {
  readonly type: 'rule-judged';
  readonly stage: string;
  readonly hook: 'beforeEntry' | 'onSuccess' | 'onFailure';
  readonly rule: string;
  readonly provider: string;
  readonly status: 'Succeeded' | 'Failed';
  readonly fidelity: Fidelity;
  readonly message: string;
}

export interface ActionStarted extends ActionRef {
  readonly type: 'action-started';
  readonly category: string;
  readonly provider: string;
  readonly fidelity: Fidelity;
  readonly attempt: number;
  readonly logFile: string;
}

export interface ActionFinished extends ActionRef {
  readonly type: 'action-finished';
  readonly category: string;
  readonly provider: string;
  readonly status: ActionStatus;
  readonly fidelity: Fidelity;
  readonly durationMs: number;
  /** why it failed, or in one line what it did */
  readonly message?: string;
  readonly variables: Readonly<Record<string, string>>;
  /** output artifacts, as bucket and key of the local store */
  readonly artifacts: readonly ArtifactLocation[];
  readonly landings: readonly Landing[];
  /** of builds that have a report of tests */
  readonly tests?: TestResults;
  readonly logFile: string;
}

export interface ArtifactLocation { readonly name: string; readonly bucket: string; readonly key: string }

export interface LogLine extends ActionRef { readonly type: 'log'; readonly line: string; readonly from: LineOrigin }

export interface BuildPhase extends ActionRef { readonly type: 'build-phase'; readonly phase: string; readonly status: string; readonly attempt: number }

/** Somebody has to decide; the engine waits for the answer of its `ask`. */
export interface ApprovalNeeded extends ActionRef {
  readonly type: 'approval-needed';
  readonly message?: string;
  readonly link?: string;
}

export interface ApprovalGiven extends ActionRef, ApprovalAnswer { readonly type: 'approval-given' }

export interface ApprovalAnswer {
  readonly approved: boolean;
  /** who or what has decided */
  readonly by?: string;
  /** what they say about it */
  readonly summary?: string;
  /** `emulated` when nobody was asked; `real` when left out */
  readonly fidelity?: Fidelity;
}

export type EngineEvent =
  | PipelineStarted | PipelineFinished
  | StageStarted | StageFinished | StageRetried | StageRollback | RuleJudged
  | ActionStarted | ActionFinished | LogLine | BuildPhase
  | ApprovalNeeded | ApprovalGiven;

/** An event with its time (ISO 8601), as listeners and the journal get it. */
export type Stamped<E extends EngineEvent = EngineEvent> = E & { readonly at: string };
