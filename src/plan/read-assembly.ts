/** The stacks of a cloud assembly, nested assemblies included. */

import { existsSync, readFileSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { parseJson, parseTemplate } from './parse-template';
import { PlanError } from './plan-error';
import { own } from './scope';
import type { Acknowledgement, StackSource } from './stack-source';
import { asText, isObject, type Template } from './template';

/** @throws PlanError when the directory is no assembly, or a file in it is missing or broken */
export function readAssembly(directory: string, shown: string): StackSource[] {
  const file = path.join(directory, 'manifest.json');
  if (!existsSync(file)) {
    throw new PlanError(`${shown} holds no manifest.json, so it is no cloud assembly: run "npx cdk synth", or name the assembly or a template file with --app`);
  }
  const artifacts = own(readJson(file, path.join(shown, 'manifest.json')), 'artifacts');
  const stacks: StackSource[] = [];
  for (const [id, artifact] of Object.entries(isObject(artifacts) ? artifacts : {})) {
    const properties = own(artifact, 'properties');
    if (own(artifact, 'type') === 'cdk:cloud-assembly') {
      const nested = asText(own(properties, 'directoryName')) ?? '';
      stacks.push(...readAssembly(path.join(directory, nested), path.join(shown, nested)));
    }
    if (own(artifact, 'type') === 'aws:cloudformation:stack') stacks.push(readStack(directory, shown, id, artifact));
  }
  return stacks;
}

/** CloudFormation takes templates of one megabyte. A file may have that much again of blanks, and JSON is quick to read. */
const LARGEST = { json: 4_000_000, yaml: 2_000_000 };

/** @throws PlanError when the file cannot be read */
function readText(file: string, shown: string): string {
  try {
    const { size } = statSync(file);
    const text = size > LARGEST.json ? '' : readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
    if (size > (/^\s*\{/.test(text) ? LARGEST.json : LARGEST.yaml)) {
      throw new PlanError(`${shown} has ${Math.round(size / 1e6)} MB, and CloudFormation takes templates of 1 MB: name a template, or an assembly`);
    }
    return text;
  } catch (error) {
    if (error instanceof PlanError) throw error;
    throw new PlanError(`${shown} cannot be read (${(error as NodeJS.ErrnoException).code ?? (error as Error).message}): check the path, or run "npx cdk synth" again`);
  }
}

/** @throws PlanError when the file cannot be read, or is no template */
export function readTemplate(file: string, shown: string): Template {
  return parseTemplate(readText(file, shown), shown);
}

function readJson(file: string, shown: string): unknown {
  return parseJson(readText(file, shown), shown);
}

function readStack(directory: string, shown: string, id: string, artifact: unknown): StackSource {
  const properties = own(artifact, 'properties');
  const templateFile = asText(own(properties, 'templateFile')) ?? `${id}.template.json`;
  const file = path.join(directory, templateFile);
  // aws://<account>/<region>; the CDK writes unknown-account and unknown-region for agnostic stacks
  const [, account, region] = /^aws:\/\/([^/]+)\/(.+)$/.exec(asText(own(artifact, 'environment')) ?? '') ?? [];
  const parameters = own(properties, 'parameters');
  return {
    file,
    template: readTemplate(file, path.join(shown, templateFile)),
    stackName: asText(own(properties, 'stackName')) ?? id,
    account: account === 'unknown-account' ? undefined : account,
    region: region === 'unknown-region' ? undefined : region,
    parameters: isObject(parameters) ? parameters : {},
    ...constructsOf(directory, shown, artifact),
    nested: asset => readTemplate(path.join(directory, asset), asset),
  };
}

/** The manifest's metadata: `/<construct path>` → entries, one of which may name a logical id, others what is acknowledged. */
function constructsOf(directory: string, shown: string, artifact: unknown): Pick<StackSource, 'paths' | 'acknowledgements'> {
  const extra = own(artifact, 'additionalMetadataFile');
  const file = typeof extra === 'string' ? path.join(directory, extra) : undefined;
  const metadata = file !== undefined && existsSync(file) ? readJson(file, path.join(shown, extra as string)) : own(artifact, 'metadata');
  const paths: [string, string][] = [];
  const acknowledgements: Acknowledgement[] = [];
  for (const [key, entries] of Object.entries(isObject(metadata) ? metadata : {})) {
    const constructPath = key.replace(/^\//, '');
    for (const entry of Array.isArray(entries) ? entries as unknown[] : []) {
      const data = own(entry, 'data');
      if (own(entry, 'type') === 'aws:cdk:logicalId') paths.push([asText(data) ?? '', constructPath]);
      if (own(entry, 'type') !== 'aws:cdk:acknowledged-rules' || !isObject(data)) continue;
      // the CDK puts the name of a plug-in before the id: `Annotation::conveyor:polling-source`
      acknowledgements.push(...Object.entries(data).map(([id, reason]) => ({ id: id.replace(/^.*::/, ''), reason: asText(reason) ?? '', constructPath })));
    }
  }
  return { paths: Object.fromEntries(paths), acknowledgements };
}
