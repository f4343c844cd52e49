#!/usr/bin/env node
/** The `conveyor` command's entry: the only place that knows the process. */

import { createInterface } from 'node:readline/promises';
import { main } from './conveyor';
import type { Io, Output } from './io';

function output(stream: NodeJS.WriteStream): Output {
  // a reader that has seen enough (`| head`) is no error
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return { write: text => void stream.write(text), isTTY: Boolean(stream.isTTY) };
}

async function question(prompt: string, signal: AbortSignal): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // in the terminal's raw mode, Ctrl-C reaches readline and not the process
  terminal.on('SIGINT', () => process.emit('SIGINT', 'SIGINT'));
  try {
    return await terminal.question(prompt, { signal });
  } finally {
    terminal.close();
  }
}

const io: Io = {
  cwd: process.cwd(),
  env: process.env,
  out: output(process.stdout),
  err: output(process.stderr),
  question: process.stdin.isTTY && process.stdout.isTTY ? question : undefined,
  onInterrupt: listener => {
    let seen = false;
    const onSignal = (signal: NodeJS.Signals) => {
      // whoever asks twice does not want to wait for a clean end
      if (seen) process.exit(130);
      seen = true;
      listener(signal === 'SIGINT' ? 'Ctrl-C' : signal);
    };
    process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
    return () => process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  },
};

main(process.argv.slice(2), io).then(
  status => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(`conveyor: ${(error as Error).stack}\n`);
    process.exitCode = 70; // the program's own fault, not the user's: see sysexits(3)
  },
);
