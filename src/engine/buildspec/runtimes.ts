import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findExecutable } from './executable';

const PROGRAMS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  nodejs: ['node', '--version'],
  python: ['python3', '--version'],
  java: ['java', '-version'],
  golang: ['go', 'version'],
  ruby: ['ruby', '--version'],
  php: ['php', '--version'],
  dotnet: ['dotnet', '--version'],
};
const LIMIT_MS = 5000;

/** A line for each runtime that was asked for: a build here uses what the machine has. */
export async function describeRuntimes(wanted: Readonly<Record<string, string>>, environment: Readonly<Record<string, string>>): Promise<string[]> {
  return Promise.all(Object.entries(wanted).map(async ([runtime, version]) => {
    const found = await installed(runtime, environment);
    return `runtime-versions asks for ${runtime} ${version}; this build uses the machine's own: ${found ?? 'none found in PATH'}`;
  }));
}

async function installed(runtime: string, environment: Readonly<Record<string, string>>): Promise<string | undefined> {
  if (!Object.hasOwn(PROGRAMS, runtime)) return undefined;
  const [program, ...parameters] = PROGRAMS[runtime];
  const path = findExecutable(program, environment.PATH);
  if (path === undefined) return undefined;
  try {
    const { stdout, stderr } = await promisify(execFile)(path, parameters, { env: { ...environment }, timeout: LIMIT_MS });
    return `${program} ${(stdout || stderr).split('\n', 1)[0].trim()}`;
  } catch {
    return undefined;
  }
}
