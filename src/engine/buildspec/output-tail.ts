const KEPT_LINES = 1000;

/** The last lines of a command, kept while somebody wants to look through them. */
export class OutputTail {
  private lines?: string[];

  start(): void {
    this.lines = [];
  }

  add(line: string): void {
    if (!this.lines) return;
    this.lines.push(line);
    if (this.lines.length > 2 * KEPT_LINES) this.lines.splice(0, KEPT_LINES);
  }

  /** What was said since `start`. */
  stop(): string {
    const text = this.lines?.join('\n') ?? '';
    this.lines = undefined;
    return text;
  }
}
