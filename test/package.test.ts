import { readFileSync } from 'node:fs';
import * as path from 'node:path';

/** Every file that one imports, directly or not, and every package. */
function importsOf(file: string, seen = new Set<string>(), packages = new Set<string>()): Set<string> {
  if (seen.has(file)) return packages;
  seen.add(file);
  // types alone leave nothing behind
  for (const [, name] of readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )[^;]*? from '([^']+)';/gms)) {
    if (!name.startsWith('.')) packages.add(name.split('/')[0]);
    else importsOf(resolved(path.join(path.dirname(file), name)), seen, packages);
  }
  return packages;
}

function resolved(module: string): string {
  for (const candidate of [`${module}.ts`, path.join(module, 'index.ts')]) {
    try {
      readFileSync(candidate);
      return candidate;
    } catch { /* the other one, then */ }
  }
  throw new Error(`${module} is not there`);
}

test('the package needs nothing at run time beside its two peers', () => {
  const packages = [...importsOf(path.join(__dirname, '../src/index.ts'))].filter(name => !name.startsWith('node:'));
  expect(packages.sort()).toEqual(['aws-cdk-lib', 'constructs']);
});
