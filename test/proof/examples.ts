/** Every example, synthesized into a folder of the proof's own, with its roles and a judge of their calls. */

import * as path from 'node:path';
import { Assembly, readAssembly, Role } from './assembly';
import { bootstrapRole } from './bootstrap';
import { Judge } from './judge';
import { Subject, subjectsOf } from './subjects';
import { exampleNames, root, synth } from '../../examples/synth';

export interface Example {
  readonly assembly: Assembly;
  readonly subjects: readonly Subject[];
  readonly judge: Judge;
}

/** @param into a folder of the caller's own, below build: who runs at the same time synthesizes into another */
export async function readExamples(into: string): Promise<Example[]> {
  const examples: Example[] = [];
  for (const name of exampleNames()) {
    const assembly = readAssembly(path.join(root, await synth(name, path.join('build', into))), name);
    const subjects = subjectsOf(assembly);
    examples.push({ assembly, subjects, judge: new Judge(assembly, knownRoles(assembly, subjects)) });
  }
  return examples;
}

/** The roles that trust somebody: those that work for pipelines, and those of the bootstrap that some of them take on. */
function knownRoles({ plan }: Assembly, subjects: readonly Subject[]): Map<string, Role> {
  const trusted = plan.pipelines.map(({ account }) => account);
  const taken = subjects.flatMap(({ needs }) => needs.filter(({ action }) => action === 'sts:AssumeRole').map(({ resource }) => bootstrapRole(resource, trusted)));
  return new Map([...subjects.map(({ role }) => role), ...taken.flatMap(role => role ?? [])].map(role => [role.arn, role]));
}
