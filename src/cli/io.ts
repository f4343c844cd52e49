/** All that the command line touches of the world, so that it runs in a test as in a terminal. */

export interface Output {
  readonly isTTY: boolean;
  write(text: string): void;
}

export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: Output;
  readonly err: Output;
  /** asks the person at the terminal; undefined when there is none */
  readonly question?: (prompt: string, signal: AbortSignal) => Promise<string>;
  /**
   * @param listener hears by what the run is to be stopped: `Ctrl-C`, `SIGTERM`
   * @returns a function that ends the listening
   */
  onInterrupt(listener: (by: string) => void): () => void;
}

/** The exit status of a command. */
export const EXIT = { ok: 0, failed: 1, unusable: 2, interrupted: 130 } as const;
