/** The way in: an assembly or a template on disk → its pipelines and the resources beside them. */

import { statSync } from 'node:fs';
import * as path from 'node:path';
import { yamlReader } from './parse-yaml';
import type { Plan } from './plan';
import { PlanError } from './plan-error';
import { deploymentsOf, planOf } from './plan-of';
import { readAssembly, readTemplate } from './read-assembly';
import type { StackSource } from './stack-source';

/**
 * Reads a cloud assembly (a directory with manifest.json) or a CloudFormation template (JSON or YAML).
 *
 * @param from path of either, relative to the current folder or absolute
 * @param shown what to call it in messages
 * @throws PlanError one line: what is wrong, where, how to mend it
 */
export function readPlan(from: string, shown = from): Plan {
  return planOf(path.resolve(from), stacksOf(from, shown));
}

/**
 * The same, as a plan for each deployment that the templates can become: {@link scenariosOf}. What only a deployment will tell
 * (parameters, the place of an agnostic stack) is unknown in it, not the default.
 *
 * @throws PlanError one line: what is wrong, where, how to mend it
 */
export function readDeployments(from: string, shown = from): Plan[] {
  return deploymentsOf(path.resolve(from), stacksOf(from, shown), yamlReader());
}

function stacksOf(from: string, shown: string): StackSource[] {
  const source = path.resolve(from);
  const stats = statSync(source, { throwIfNoEntry: false });
  if (!stats) throw new PlanError(`${shown} does not exist: run "npx cdk synth" first, or name the assembly or a template file with --app`);
  return stats.isDirectory() ? readAssembly(source, shown) : [templateStack(source, shown)];
}

function templateStack(file: string, shown: string): StackSource {
  const stackName = path.basename(file).replace(/(\.template)?\.(json|ya?ml|template)$/i, '');
  const nested = (asset: string) => readTemplate(path.join(path.dirname(file), asset), asset);
  return { file, template: readTemplate(file, shown), stackName, parameters: {}, paths: {}, acknowledgements: [], nested };
}

