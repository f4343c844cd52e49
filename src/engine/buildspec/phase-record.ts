import { BuildLog } from './build-log';
import { Interrupted, Interruption } from './interruption';
import { BuildRequest, PhaseName, PhaseResult } from './result';

/** The phases of a build as they run: named in the log, timed, and kept. */
export class PhaseRecord {
  readonly phases: PhaseResult[] = [];
  attempt = 1;

  constructor(
    private readonly onPhase: BuildRequest['onPhase'],
    private readonly interruption: Interruption,
  ) {}

  /**
   * Runs one phase. What it does gives a message when it fails; an interruption ends it with the status of that.
   */
  async run(name: PhaseName, log: BuildLog, work: () => Promise<string | undefined>): Promise<PhaseResult> {
    const start = performance.now();
    log.routine(`Entering phase ${name}`);
    const failure = await work();
    const status = this.interruption.status ?? (failure === undefined ? 'SUCCEEDED' : 'FAILED');
    const message = this.interruption.status ? MESSAGES[this.interruption.status] : failure && log.mask.apply(failure);
    const phase: PhaseResult = {
      name, status, durationMs: performance.now() - start, attempt: this.attempt, ...(message === undefined ? {} : { message }),
    };
    log.routine(`Phase complete: ${name} State: ${status}`);
    // the first failure becomes the build's own; another one is told only here
    const isFirst = this.phases.every((earlier) => earlier.status === 'SUCCEEDED' || earlier.attempt !== this.attempt);
    if (message !== undefined) isFirst ? log.routine(message) : log.build(message);
    this.phases.push(phase);
    this.onPhase?.(phase);
    return phase;
  }
}

const MESSAGES: Readonly<Record<Interrupted, string>> = {
  TIMED_OUT: 'BUILD_TIMED_OUT: the build did not end within its time limit, and was ended',
  STOPPED: 'BUILD_STOPPED: the build was stopped',
};
