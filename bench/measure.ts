/** Runs one program on one shape and tells what it cost. */

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LibraryId, ShapeId } from './shape';

export interface Sample {
  /** user and system time of the whole process, node's own start included */
  readonly cpuSeconds: number;
  /** over all templates of the assembly */
  readonly resources: number;
  readonly bytes: number;
}

/** The child sees nothing of this environment that could make it slower or faster. */
const ENVIRONMENT = { PATH: process.env.PATH, CDK_VALIDATION: 'false', JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1' };

export function measure(programs: string, library: LibraryId, shape: ShapeId): Sample {
  const assembly = join(programs, `${library}-${shape}`);
  const child = spawnSync(process.execPath, [join(programs, `${library}.js`), shape, assembly], { encoding: 'utf8', env: ENVIRONMENT });
  if (child.status !== 0) throw new Error(`${library} could not synthesize shape ${shape}:\n${child.error ?? readable(child.stderr)}`);
  const templates = templatesIn(assembly);
  rmSync(assembly, { recursive: true });
  return {
    cpuSeconds: Number(child.stdout.trim().split('\n').pop()) / 1e6,
    resources: templates.reduce((sum, text) => sum + Object.keys((JSON.parse(text) as { Resources?: object }).Resources ?? {}).length, 0),
    bytes: templates.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
  };
}

/** Without the lines of minified code that node shows of an error thrown in aws-cdk-lib. */
function readable(text: string): string {
  return text.split('\n').filter(line => line.length < 500).join('\n').trim();
}

function templatesIn(assembly: string): string[] {
  return readdirSync(assembly, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.template.json'))
    .map(file => readFileSync(join(assembly, file), 'utf8'));
}
