/** Takes secrets out of everything that is shown or written down. */

import type { EngineEvent } from './events';

/** Shorter values would turn ordinary text into stars and hide nothing that can be guessed anyway. */
const SHORTEST = 3;

const FREE_TEXT = ['line', 'link', 'message', 'summary', 'tests', 'variables'];

export class Mask {
  private secrets: string[] = [];

  /** Adds a secret, and each line of it, because output is masked line by line. */
  add(secret: string): void {
    const parts = [secret, ...secret.split(/\r?\n/)].map(part => part.trim()).filter(part => part.length >= SHORTEST);
    // the longest first: a secret that contains another must not leave its rest behind
    this.secrets = [...new Set([...this.secrets, ...parts])].sort((a, b) => b.length - a.length);
  }

  /** The text with every secret in it replaced by stars. */
  of(text: string): string {
    return this.secrets.reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
  }

  /**
   * The same for what an event says in free text. Its type, names and files stay: a secret that happens to be a
   * common word must not make an event another one.
   */
  ofEvent<E extends EngineEvent>(event: E): E {
    if (this.secrets.length === 0) return event;
    return Object.fromEntries(Object.entries(event).map(([key, value]) => [key, FREE_TEXT.includes(key) ? this.deep(value) : value])) as E;
  }

  private deep(value: unknown): unknown {
    if (typeof value === 'string') return this.of(value);
    if (Array.isArray(value)) return value.map(item => this.deep(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.deep(item)]));
  }
}
