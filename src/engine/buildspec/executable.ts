import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

const SYSTEM_PATH = ['/usr/local/bin', '/usr/bin', '/bin'].join(delimiter);

/** The absolute path of a program in a PATH. */
export function findExecutable(name: string, path: string | undefined): string | undefined {
  const folders = (path ?? '').split(delimiter).filter(isAbsolute);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** The same for a program that a build cannot do without: it may also be where systems have it. */
export function requireExecutable(name: string, path: string | undefined): string {
  const found = findExecutable(name, path) ?? findExecutable(name, SYSTEM_PATH);
  if (found === undefined) throw new Error(`${name} is not installed: it is neither in PATH nor in ${SYSTEM_PATH}`);
  return found;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
