import * as path from 'node:path';

/**
 * A path as it is read from a folder: relative where that is shorter.
 *
 * @param from left out where nobody stands anywhere; the path stays as it is
 */
export function shownPath(file: string, from: string | undefined): string {
  if (from === undefined) return file;
  const relative = path.relative(from, file) || '.';
  return relative.length < file.length ? relative : file;
}
