/** Where an execution's files lie, under a home folder that the caller names. */

import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { fileName } from './file-name';

export class Workspace {
  /** `<home>/<pipeline>/<execution id>` */
  readonly folder: string;

  constructor(readonly home: string, readonly pipeline: string, readonly executionId: string) {
    this.folder = path.join(home, fileName(pipeline), executionId);
  }

  /** Makes the execution's folder, and `latest` beside it. */
  create(): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    // a home inside a repository never becomes part of a source or a commit
    const ignore = path.join(this.home, '.gitignore');
    if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
    pointTo(path.join(path.dirname(this.folder), 'latest'), this.executionId);
  }

  get journal(): string {
    return path.join(this.folder, 'journal.jsonl');
  }

  log(stage: string, action: string): string {
    return path.join(this.folder, 'logs', `${fileName(stage)}.${fileName(action)}.log`);
  }

  /** A fresh folder for one attempt of an action. */
  action(stage: string, action: string, attempt: number): string {
    const folder = path.join(this.folder, 'work', fileName(stage), attempt === 1 ? fileName(action) : `${fileName(action)}.${attempt}`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    return folder;
  }
}

/**
 * Lets a link of convenience point to a name beside it.
 *
 * @returns false where there is none, because links cannot be made or something else stands there
 */
export function pointTo(link: string, name: string): boolean {
  try {
    rmSync(link, { force: true });
    symlinkSync(name, link);
    return true;
  } catch {
    return false;
  }
}
