/** The way in: an assembly or a template on disk → its pipelines and the resources beside them. */

import { statSync } from 'node:fs';
import * as path from 'node:path';
import { conditionHolds, evaluate, physicalName } from './intrinsics';
import type { PipelinePlan, Plan } from './plan';
import { PlanError } from './plan-error';
import { readAssembly, readText, type StackSource } from './read-assembly';
import { pipelineOf } from './read-pipeline';
import { ResourceIndex, type ResourcePlan } from './resource-index';
import { arnOf, own, scopeOf, type Scope } from './scope';
import { isObject, parseTemplate, type Json } from './template';

/**
 * Reads a cloud assembly (a directory with manifest.json) or a CloudFormation template (JSON or YAML).
 *
 * @param from path of either, relative to the current folder or absolute
 * @param shown what to call it in messages
 * @throws PlanError one line: what is wrong, where, how to mend it
 */
export function readPlan(from: string, shown = from): Plan {
  const source = path.resolve(from);
  const stats = statSync(source, { throwIfNoEntry: false });
  if (!stats) throw new PlanError(`${shown} does not exist: run "npx cdk synth" first, or name the assembly or a template file with --app`);
  const stacks = stats.isDirectory() ? readAssembly(source, shown) : [templateStack(source, shown)];
  return planOf(source, stacks);
}

function templateStack(file: string, shown: string): StackSource {
  const stackName = path.basename(file).replace(/(\.template)?\.(json|ya?ml|template)$/i, '');
  return { file, template: parseTemplate(readText(file, shown), shown), stackName, parameters: {}, paths: {} };
}

interface Stack {
  readonly source: StackSource;
  readonly scope: Scope;
}

function planOf(source: string, sources: readonly StackSource[]): Plan {
  const found = new Map<string, unknown>();
  const stacks: Stack[] = [];
  const findExport = (name: string) => {
    if (!found.has(name)) {
      found.set(name, undefined); // exports that import each other end here
      found.set(name, exported(name, stacks));
    }
    return found.get(name);
  };
  for (const one of sources) addStack(one, stacks, findExport);
  const pipelines: PipelinePlan[] = [];
  const resources: ResourcePlan[] = [];
  for (const stack of stacks) {
    for (const resource of resourcesOf(stack)) {
      resources.push(resource);
      if (resource.type === 'AWS::CodePipeline::Pipeline') {
        pipelines.push(pipelineOf(resource.logicalId, resource.name, resource.properties, stack.scope, resource.constructPath));
      }
    }
  }
  return { source, pipelines, resources: new ResourceIndex(resources) };
}

/** A stack, and the nested stacks whose templates lie beside it. */
function addStack(source: StackSource, stacks: Stack[], findExport: (name: string) => unknown): Stack {
  const nested = new Map<string, Stack>();
  const scope = scopeOf({
    ...source,
    findExport,
    nestedOutput: (logicalId, output) => {
      const child = nested.get(logicalId);
      return child && evaluate(own(own(child.source.template.Outputs, output), 'Value'), child.scope);
    },
  });
  const stack = { source, scope };
  stacks.push(stack);
  for (const [logicalId, resource] of Object.entries(source.template.Resources ?? {})) {
    const asset = own(own(resource, 'Metadata'), 'aws:asset:path');
    if (own(resource, 'Type') !== 'AWS::CloudFormation::Stack' || typeof asset !== 'string') continue;
    const file = path.join(path.dirname(source.file), asset);
    const parameters = evaluate(own(own(resource, 'Properties'), 'Parameters'), scope);
    const stackName = `${source.stackName}-${logicalId}`;
    const template = parseTemplate(readText(file, asset), asset);
    nested.set(logicalId, addStack({ ...source, file, template, stackName, parameters: isObject(parameters) ? parameters : {} }, stacks, findExport));
  }
  return stack;
}

function exported(name: string, stacks: readonly Stack[]): unknown {
  for (const { source, scope } of stacks) {
    for (const output of Object.values(source.template.Outputs ?? {})) {
      const exportName = own(own(output, 'Export'), 'Name');
      if (exportName !== undefined && evaluate(exportName, scope) === name) return evaluate(own(output, 'Value'), scope);
    }
  }
  return undefined;
}

function* resourcesOf({ source, scope }: Stack): Generator<ResourcePlan> {
  const folder = path.dirname(source.file);
  for (const [logicalId, resource] of Object.entries(source.template.Resources ?? {})) {
    if (!isObject(resource)) continue;
    if (resource.Condition !== undefined && !conditionHolds(resource.Condition, scope)) continue;
    const name = physicalName(logicalId, scope);
    const properties = evaluate(resource.Properties, scope);
    const metadata = isObject(resource.Metadata) ? resource.Metadata : {};
    const constructPath = metadata['aws:cdk:path'] ?? own(source.paths, logicalId);
    yield {
      type: String(resource.Type),
      logicalId,
      name,
      arn: arnOf(scope, resource.Type, name, rolePath(properties)),
      properties: isObject(properties) ? properties : {},
      metadata,
      constructPath: typeof constructPath === 'string' ? constructPath : undefined,
      stackName: scope.stackName,
      account: scope.account,
      region: scope.region,
      folder,
    };
  }
}

function rolePath(properties: unknown): string | undefined {
  const value = own(properties, 'Path') as Json | string | undefined;
  return typeof value === 'string' ? value : undefined;
}
