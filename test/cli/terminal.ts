import { main } from '../../src/cli/conveyor';
import type { Io } from '../../src/cli/io';
import { folder } from '../plan/fixtures/folder';

export interface Session {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line as it would run in a folder, without a terminal unless `io` says otherwise. */
export async function conveyor(argv: string[], io: Partial<Io> & { tty?: boolean } = {}): Promise<Session> {
  let out = '';
  let err = '';
  const status = await main(argv, {
    cwd: folder(),
    env: { PATH: process.env.PATH },
    out: { write: text => { out += text; }, isTTY: io.tty ?? false },
    err: { write: text => { err += text; }, isTTY: false },
    onInterrupt: () => () => undefined,
    ...io,
  });
  return { status, out, err };
}
