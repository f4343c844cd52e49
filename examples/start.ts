/** `npm start`: an example's pipeline, synthesized and run on this machine. Further arguments go to `conveyor run`. */

import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import * as path from 'node:path';
import { root, synth } from './synth';

async function start(given: readonly string[]): Promise<number> {
  // on standard error: with --json, standard output is for events alone
  console.error('Synthesizing examples/static-site into build/examples/static-site');
  const assembly = await synth('static-site');
  const decision = given.includes('--reject') ? [] : ['--approve'];
  const args = ['run', '--app', assembly, '--source', `Source=${path.join('examples', 'static-site', 'app')}`, ...decision, ...given];
  console.error(`Running its pipeline on this machine, without AWS: conveyor ${args.join(' ')}\n`);
  return conveyor(args);
}

async function conveyor(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join('src', 'cli', 'main.ts'), ...args], { cwd: root, stdio: 'inherit' });
  // the terminal sends Ctrl-C to both: the run ends cleanly first, and its exit status is the one that counts
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal!]));
  });
}

start(process.argv.slice(2)).then(
  status => {
    process.exitCode = status;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
