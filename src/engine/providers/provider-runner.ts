/** What runs an action of one provider or family on this machine. */

import type { ActionPlan, PipelinePlan, ResourceIndex } from '../../plan';
import type { ArtifactStore } from '../artifact-store';
import type { ApprovalAnswer, ArtifactLocation, EngineEvent, Fidelity, Landing, LineOrigin, TestResults } from '../events';
import type { Mask } from '../masking';

/** A question to a person. */
export interface ApprovalRequest {
  readonly pipeline: string;
  readonly stage: string;
  readonly action: string;
  /** the CustomData of the action */
  readonly message?: string;
  /** what to look at before deciding */
  readonly link?: string;
}

/** Asks, and answers when somebody has decided; rejects when the signal is aborted. */
export type Ask = (request: ApprovalRequest, signal: AbortSignal) => Promise<ApprovalAnswer>;

/** What an action gets to run with; every `#{…}` in its plan is resolved already. */
export interface ActionContext {
  readonly pipeline: PipelinePlan;
  readonly stage: string;
  readonly action: ActionPlan;
  readonly executionId: string;
  readonly resources: ResourceIndex;
  readonly store: ArtifactStore;
  /** an empty folder of this attempt */
  readonly folder: string;
  /** the engine's home, which never becomes part of a source */
  readonly home: string;
  /** where deployments land, a folder a bucket */
  readonly out: string;
  /** the environment that processes get: nothing of the host's but what the caller passed */
  readonly environment: Readonly<Record<string, string>>;
  /** folders or repositories on disk by the name of a source action */
  readonly sources: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly mask: Mask;
  /** what one action leaves for a later one of the same execution, beside artifacts and variables: outputs of stacks */
  readonly memory: Map<string, Readonly<Record<string, string>>>;
  readonly ask: Ask;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** a path as whoever started the run would write it */
  shown(file: string): string;
  log(line: string, from?: LineOrigin): void;
  emit(event: EngineEvent): void;
}

export interface ActionOutcome {
  readonly status: 'Succeeded' | 'Failed' | 'Abandoned';
  /** why it failed, or in one line what it did */
  readonly message?: string;
  /** output variables */
  readonly variables?: Readonly<Record<string, string>>;
  readonly artifacts?: readonly ArtifactLocation[];
  readonly landings?: readonly Landing[];
  readonly tests?: TestResults;
  /** where it turned out to be less than the runner promises */
  readonly fidelity?: Fidelity;
}

export interface ProviderRunner {
  readonly fidelity: Fidelity;
  /** An EngineError that it throws fails the action with that message. */
  run(context: ActionContext): Promise<ActionOutcome>;
}
