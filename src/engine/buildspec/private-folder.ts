import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const SYSTEM_FOLDER = '/tmp';
const PREFIX = 'conveyor-build-';
const DAY_MS = 24 * 60 * 60 * 1000;

/** Lends a folder that only this user can read, and that is gone afterwards. */
export async function withPrivateFolder<T>(parent: string | undefined, work: (folder: string) => Promise<T>): Promise<T> {
  const make = async (where: string) => mkdtemp(join(where, PREFIX));
  const folder = await make(parent || SYSTEM_FOLDER).catch(async () => make(SYSTEM_FOLDER));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Removes such folders that an engine left behind because it was killed: of this user, of no other's reach, and
 * untouched for a day. Whatever cannot be read or removed stays.
 */
export async function sweepPrivateFolders(parent: string | undefined, now = Date.now()): Promise<void> {
  const where = parent || SYSTEM_FOLDER;
  const names = (await readdir(where).catch(() => [])).filter((name) => name.startsWith(PREFIX) && /^[A-Za-z0-9]{6}$/.test(name.slice(PREFIX.length)));
  await Promise.all(names.map(async (name) => {
    const folder = join(where, name);
    try {
      if (await isLeftOver(folder, now)) await rm(folder, { recursive: true, force: true });
    } catch {
      // another engine was faster, or it is not ours to remove
    }
  }));
}

async function isLeftOver(folder: string, now: number): Promise<boolean> {
  const found = await lstat(folder);
  // the permission bits, of which the type of the file is no part
  if (!found.isDirectory() || found.uid !== process.getuid?.() || found.mode % 0o1000 !== 0o700) return false;
  // a build that is still running writes its state into a file here, which leaves the folder's own time as it was
  const inside = await Promise.all((await readdir(folder)).map(async (name) => lstat(join(folder, name))));
  return [found, ...inside].every(({ mtimeMs }) => mtimeMs < now - DAY_MS);
}
