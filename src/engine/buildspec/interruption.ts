/** Why a build must end before it is through. */
export type Interrupted = 'TIMED_OUT' | 'STOPPED';

const LONGEST_TIMER_MS = 2 ** 31 - 1; // beyond, timers fire at once

/** Time running out and the caller's signal, as one signal whose `reason` is the status of what it ended. */
export class Interruption {
  private readonly controller = new AbortController();
  private readonly timer?: NodeJS.Timeout;
  private readonly stop: () => void;

  constructor(timeoutMs: number | undefined, private readonly caller: AbortSignal | undefined) {
    this.stop = () => this.controller.abort('STOPPED' satisfies Interrupted);
    if (caller?.aborted) this.stop();
    caller?.addEventListener('abort', this.stop, { once: true });
    if (timeoutMs !== undefined) {
      this.timer = setTimeout(() => this.controller.abort('TIMED_OUT' satisfies Interrupted), Math.min(timeoutMs, LONGEST_TIMER_MS));
    }
  }

  get status(): Interrupted | undefined {
    return this.controller.signal.reason as Interrupted | undefined;
  }

  /** Calls back at once when it has happened already; returns what stops it from calling. */
  whenInterrupted(callback: () => void): () => void {
    const { signal } = this.controller;
    if (signal.aborted) callback();
    else signal.addEventListener('abort', callback, { once: true });
    return () => signal.removeEventListener('abort', callback);
  }

  /** The promise's value, or undefined as soon as this interrupts. */
  async race<T>(promise: Promise<T>): Promise<T | undefined> {
    let forget = (): void => {};
    const interrupted = new Promise<undefined>((resolve) => {
      forget = this.whenInterrupted(() => resolve(undefined));
    });
    try {
      return await Promise.race([promise, interrupted]);
    } finally {
      forget();
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.caller?.removeEventListener('abort', this.stop);
  }
}
