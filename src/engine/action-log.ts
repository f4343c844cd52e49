import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import * as path from 'node:path';

/** The log files of an execution, one an action; a retry goes on in the same file. */
export class ActionLogs {
  private readonly open = new Map<string, number>();

  write(file: string, line: string): void {
    let descriptor = this.open.get(file);
    if (descriptor === undefined) {
      mkdirSync(path.dirname(file), { recursive: true });
      descriptor = openSync(file, 'a', 0o600);
      this.open.set(file, descriptor);
    }
    writeSync(descriptor, `${line}\n`);
  }

  close(file: string): void {
    const descriptor = this.open.get(file);
    if (descriptor !== undefined) closeSync(descriptor);
    this.open.delete(file);
  }
}
