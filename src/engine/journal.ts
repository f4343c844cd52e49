/** An execution's events on disk, a line of JSON each, written before the next thing happens. */

import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import * as path from 'node:path';
import type { Stamped } from './events';

export class Journal {
  private readonly descriptor: number;

  constructor(readonly file: string) {
    mkdirSync(path.dirname(file), { recursive: true });
    this.descriptor = openSync(file, 'a', 0o600);
  }

  /** Log lines stay out: they have files of their own. */
  append(event: Stamped): void {
    if (event.type !== 'log') writeSync(this.descriptor, `${JSON.stringify(event)}\n`);
  }

  close(): void {
    closeSync(this.descriptor);
  }
}

/** A journal's events; a last line that a kill cut short is left out. */
export function readJournal(file: string): Stamped[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const complete = lines.slice(0, -1); // what follows the last newline is empty or cut short
  return complete.map(line => JSON.parse(line) as Stamped);
}
