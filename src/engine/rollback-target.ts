/** Which earlier execution a stage would go back to: the newest one whose journal says that the stage succeeded. */

import { existsSync, readdirSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { readJournal } from './journal';
import { Workspace } from './workspace';

/** @returns the execution's id; undefined when the stage never succeeded before */
export function rollbackTarget(home: string, pipeline: string, stage: string, current: string): string | undefined {
  const folder = path.dirname(new Workspace(home, pipeline, current).folder);
  return readdirSync(folder)
    .filter(id => id !== current && id !== 'latest')
    .map(id => ({ id, journal: new Workspace(home, pipeline, id).journal }))
    .filter(({ journal }) => existsSync(journal))
    .sort((a, b) => statSync(b.journal).mtimeMs - statSync(a.journal).mtimeMs)
    .find(({ journal }) => succeeded(journal, stage))?.id;
}

function succeeded(journal: string, stage: string): boolean {
  return readJournal(journal).some(event => event.type === 'stage-finished' && event.stage === stage && event.status === 'Succeeded');
}
