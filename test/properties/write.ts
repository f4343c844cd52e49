/**
 * Writes the templates of random programs, for cfn-lint to judge: `tsx test/properties/write.ts <folder> [how many]`.
 * CONVEYOR_SEED makes them the same again.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import * as fc from 'fast-check';
import { decisions, SEED, synthesize } from './programs';

const [folder, count = '60'] = process.argv.slice(2);
if (!folder) throw new Error('Name a folder to write to.');
mkdirSync(folder, { recursive: true });

console.error = () => {}; // the CDK tells of warnings
let written = 0;
for (const numbers of fc.sample(decisions, { seed: SEED, numRuns: 3 * Number(count) })) {
  const templates = written < Number(count) ? synthesize(numbers)?.templates : undefined;
  if (!templates) continue;
  for (const [file, text] of Object.entries(templates)) writeFileSync(path.join(folder, `${written}-${path.basename(file)}`), text);
  written++;
}
console.log(`${written} pipelines of the seed ${SEED} in ${folder}`);
if (written < Number(count)) process.exitCode = 1;
