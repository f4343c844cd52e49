/**
 * What earlier executions keep on disk: logs and journals for ever, the folders of failed actions and the artifacts
 * only while somebody may still want to look at them.
 */

import { readdir, rm, stat } from 'node:fs/promises';
import * as path from 'node:path';
import type { Stamped } from './events';
import { fileName } from './file-name';
import { readJournal } from './journal';
import { Workspace } from './workspace';

/** Executions of a pipeline that keep the folders of their failed actions, the running one among them. */
const WITH_FOLDERS = 3;
/** Executions of a pipeline that keep their artifacts. */
const WITH_ARTIFACTS = 20;

const HOUR_MS = 60 * 60 * 1000;
/** An execution that has not ended and says nothing for longer than an approval can wait (7 days) was killed. */
const SILENT_MS = 8 * 24 * HOUR_MS;

interface Past {
  readonly id: string;
  readonly workspace: Workspace;
  readonly lastHeard: number;
}

/** Removes what no execution of the last ones needs. Never touches one that may still be running, here or elsewhere. */
export async function prune(home: string, pipeline: string, current: string, now = Date.now()): Promise<void> {
  const earlier = (await executionsIn(home, fileName(pipeline))).filter(({ id }) => id !== current);
  for (const past of earlier.slice(WITH_FOLDERS - 1)) {
    const folder = path.join(past.workspace.folder, 'work');
    if (await exists(folder) && !mayRun(past, eventsOf(past), now)) await rm(folder, { recursive: true, force: true });
  }
  await pruneArchives(home, pipeline, now);
}

async function pruneArchives(home: string, pipeline: string, now: number): Promise<void> {
  const archives = await archivesOf(path.join(home, 'store'), fileName(pipeline.slice(0, 20)));
  const stats = await Promise.all(archives.map(async archive => stat(path.join(home, 'store', archive)).catch(() => undefined)));
  // an archive is on disk a little earlier than its name is in a journal
  const old = archives.filter((_archive, index) => (stats[index]?.mtimeMs ?? now) < now - HOUR_MS);
  if (old.length === 0) return;
  const named = await namedArchives(home, now);
  await Promise.all(old.filter(archive => !named.has(archive)).map(async archive => rm(path.join(home, 'store', archive), { force: true })));
}

/** Archives that executions name: of every pipeline, because their keys begin with a name that was cut. */
async function namedArchives(home: string, now: number): Promise<Set<string>> {
  const named = new Set<string>();
  for (const pipeline of await foldersIn(home)) {
    for (const [index, past] of (await executionsIn(home, pipeline)).entries()) {
      if (index >= WITH_ARTIFACTS && past.lastHeard < now - SILENT_MS) break; // and all that follow are older still
      const events = eventsOf(past);
      if (index >= WITH_ARTIFACTS && !mayRun(past, events, now)) continue;
      for (const event of events) {
        if (event.type === 'action-finished') for (const { bucket, key } of event.artifacts) named.add(path.join(fileName(bucket), key));
      }
    }
  }
  return named;
}

/** The executions of a pipeline, the one that was heard of last before the others. */
async function executionsIn(home: string, pipeline: string): Promise<Past[]> {
  const found = await Promise.all((await foldersIn(path.join(home, pipeline))).map(async id => {
    const workspace = new Workspace(home, pipeline, id);
    const journal = await stat(workspace.journal).catch(() => undefined);
    return journal?.isFile() ? [{ id, workspace, lastHeard: journal.mtimeMs }] : [];
  }));
  return found.flat().sort((a, b) => b.lastHeard - a.lastHeard);
}

function mayRun(past: Past, events: readonly Stamped[], now: number): boolean {
  return events.at(-1)?.type !== 'pipeline-finished' && past.lastHeard > now - SILENT_MS;
}

function eventsOf({ workspace }: Past): Stamped[] {
  try {
    return readJournal(workspace.journal);
  } catch {
    return []; // gone, or damaged: it counts as one that has not ended
  }
}

/** `<bucket>/<pipeline>/<artifact>/<7 characters>`, and nothing else that may lie there. */
async function archivesOf(store: string, pipeline: string): Promise<string[]> {
  const archives: string[] = [];
  for (const bucket of await foldersIn(store)) {
    for (const artifact of await foldersIn(path.join(store, bucket, pipeline))) {
      const folder = path.join(bucket, pipeline, artifact);
      const entries = await readdir(path.join(store, folder), { withFileTypes: true });
      archives.push(...entries.filter(entry => entry.isFile() && /^[A-Za-z0-9]{7}$/.test(entry.name)).map(entry => path.join(folder, entry.name)));
    }
  }
  return archives;
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter(entry => entry.isDirectory()).map(entry => entry.name);
}

async function exists(folder: string): Promise<boolean> {
  return stat(folder).then(() => true, () => false);
}
