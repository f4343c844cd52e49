/** Writes below a folder that stands for a bucket, whatever stands in it already. */

import { copyFileSync, lstatSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import * as path from 'node:path';
import { EngineError } from './engine-error';

export class BucketFolder {
  private readonly checked = new Set<string>();

  /** @param out the folder that holds the buckets' folders */
  constructor(private readonly out: string) {}

  /** Moves a file that nobody needs any more: much faster than a copy, where it is possible. */
  move(source: string, target: string): void {
    this.prepare(path.dirname(target));
    try {
      renameSync(source, target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      this.copy(source, target);
    }
  }

  copy(source: string, target: string): void {
    this.prepare(path.dirname(target));
    rmSync(target, { force: true }); // a link that stands there is replaced, not followed
    copyFileSync(source, target);
  }

  /** @throws EngineError when a folder on the way is a link, which may lead anywhere */
  private prepare(folder: string): void {
    if (this.checked.has(folder)) return;
    if (folder !== this.out && folder !== path.dirname(folder)) {
      this.prepare(path.dirname(folder));
      if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) throw new EngineError(`${folder} is a link, so nothing is written there`);
    }
    mkdirSync(folder, { recursive: true });
    this.checked.add(folder);
  }
}
