/**
 * Bundles the programs beforehand, so that the measured processes read no TypeScript. This library is bundled in;
 * installed, it is some 50 files, which take about 10 ms more to load.
 */

import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { LIBRARIES } from './shape';

/** @returns a temporary folder with a JavaScript file for each library, beside which aws-cdk-lib and constructs are found */
export async function bundlePrograms(): Promise<string> {
  const root = join(__dirname, '..');
  const folder = mkdtempSync(join(tmpdir(), 'conveyor-bench-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  await build({
    entryPoints: Object.keys(LIBRARIES).map(library => join(__dirname, 'shapes', `${library}.ts`)),
    outdir: folder,
    bundle: true,
    platform: 'node',
    target: 'node20',
    external: ['aws-cdk-lib', 'constructs'],
    alias: { 'cdk-conveyor': join(root, 'src', 'index.ts') },
    logLevel: 'error',
  });
  return folder;
}
