import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

const SYSTEM_FOLDER = '/tmp';

/** Lends a folder that only this user can read, and that is gone afterwards. */
export async function withPrivateFolder<T>(parent: string | undefined, work: (folder: string) => Promise<T>): Promise<T> {
  const make = async (where: string) => mkdtemp(join(where, 'conveyor-build-'));
  const folder = await make(parent || SYSTEM_FOLDER).catch(async () => make(SYSTEM_FOLDER));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
