import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder';
import { sweepPrivateFolders } from '../../../src/engine/buildspec';

const OLD = new Date(Date.now() - 25 * 60 * 60 * 1000);

/** A folder such as a killed engine leaves, with a file in it. */
function left(parent: string, name: string, { mode = 0o700, folder = OLD, file = OLD } = {}): void {
  const path = join(parent, name);
  mkdirSync(path);
  writeFileSync(join(path, 'state'), '');
  chmodSync(path, mode);
  utimesSync(join(path, 'state'), file, file);
  utimesSync(path, folder, folder);
}

test('folders that a killed engine left are swept after a day, and nothing else is', async () => {
  const parent = temporaryFolder({ 'conveyor-build-fileFF': '' });
  const elsewhere = temporaryFolder({ kept: '' });
  left(parent, 'conveyor-build-oldOLD');
  left(parent, 'conveyor-build-newNEW', { folder: new Date() });
  left(parent, 'conveyor-build-busyBB', { file: new Date() });
  left(parent, 'conveyor-build-openOO', { mode: 0o755 });
  left(parent, 'conveyor-build-other-name');
  left(parent, 'another-oldOLD');
  symlinkSync(elsewhere, join(parent, 'conveyor-build-linkLL'));
  await sweepPrivateFolders(parent);
  expect(readdirSync(parent).sort()).toEqual([
    'another-oldOLD', 'conveyor-build-busyBB', 'conveyor-build-fileFF', 'conveyor-build-linkLL', 'conveyor-build-newNEW', 'conveyor-build-openOO', 'conveyor-build-other-name',
  ]);
  expect(existsSync(join(elsewhere, 'kept'))).toBe(true);
});

test('folders of another user stay', async () => {
  const parent = temporaryFolder();
  left(parent, 'conveyor-build-theirS');
  const getuid = jest.spyOn(process, 'getuid').mockReturnValue(lstatSync(parent).uid + 1);
  await sweepPrivateFolders(parent);
  getuid.mockRestore();
  expect(readdirSync(parent)).toHaveLength(1);
});

test('a temporary folder that does not exist is no error', async () => {
  await expect(sweepPrivateFolders('/does/not/exist')).resolves.toBeUndefined();
});
