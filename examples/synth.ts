/** Runs an example's `main.ts` as `cdk synth` does, without the CDK CLI. */

import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The repository: commands and the paths that are shown are relative to it. */
export const root = path.resolve(__dirname, '..');

/** The folders of examples/ that have a main.ts. */
export function exampleNames(): string[] {
  const folder = path.join(root, 'examples');
  return readdirSync(folder).filter(name => existsSync(path.join(folder, name, 'main.ts')));
}

/**
 * Synthesizes one example.
 *
 * @param example a folder of examples/ with a main.ts
 * @param into the folder of the assemblies, relative to the repository
 * @param preload a module that is loaded before the example, relative to the repository
 * @returns the cloud assembly, relative to the repository
 * @throws Error with what the example said, when it fails
 */
export async function synth(example: string, into = path.join('build', 'examples'), preload?: string): Promise<string> {
  const assembly = path.join(into, example);
  // files of a stack that has since been renamed would stay for ever
  rmSync(path.join(root, assembly), { recursive: true, force: true });
  // from its own folder, where tsx finds what the name cdk-conveyor stands for: see examples/tsconfig.json
  const before = preload ? ['--import', pathToFileURL(path.join(root, preload)).href] : [];
  const child = spawn(process.execPath, ['--import', 'tsx', ...before, 'main.ts'], {
    cwd: path.join(root, 'examples', example),
    // checking a template against the schemas of its resources takes longer than all the rest; CDK_VALIDATION=true asks for it
    env: { CDK_VALIDATION: 'false', ...process.env, CDK_OUTDIR: path.join(root, assembly) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const status = await new Promise((resolve, reject) => child.on('error', reject).on('close', (code, signal) => resolve(code ?? signal)));
  if (status !== 0) throw new Error(`examples/${example}/main.ts ended with ${String(status)}\n${said.trim()}`);
  return assembly;
}
