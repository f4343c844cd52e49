/** From templates to a plan: their pipelines and the resources beside them. */

import * as path from 'node:path';
import { atPath } from './at-path';
import { Declared } from './declared';
import { conditionHolds, evaluate, evaluateText, physicalName } from './intrinsics';
import { keysTwiceIn } from './keys-twice';
import { placeOf, type Path } from './origin';
import { pipelineOf } from './pipeline-of';
import type { PipelinePlan, Plan } from './plan';
import { ResourceIndex, type ResourcePlan } from './resource-index';
import { branchAt, isDeployed, scenariosOf } from './scenarios';
import { arnOf, own, scopeOf, type Assumptions, type Scope } from './scope';
import type { StackSource } from './stack-source';
import { EMPTY_SURVEY, surveyOf } from './survey';
import { asText, isObject, type Json } from './template';
import { varies } from './varies';

interface Stack {
  readonly source: StackSource;
  readonly scope: Scope;
}

/** The deployments of stacks that were read already. */
export function deploymentsOf(source: string, stacks: readonly StackSource[], parseYaml?: Plan['parseYaml']): Plan[] {
  const scenarios = stacks.map(({ template, parameters, account, region }) => scenariosOf(template, new Set([
    ...Object.keys(parameters), ...(account ? ['AWS::AccountId'] : []), ...(region ? ['AWS::Region', 'AWS::Partition', 'AWS::URLSuffix'] : []),
  ])));
  const count = Math.max(1, ...scenarios.map(each => each.length));
  return Array.from({ length: count }, (_, index) => planOf(source, stacks, stack => {
    const each = scenarios[stacks.indexOf(stack)];
    return each[Math.min(index, each.length - 1)];
  }, parseYaml));
}

/** The plan of stacks that were read already. */
export function planOf(source: string, sources: readonly StackSource[], assume?: (stack: StackSource) => Assumptions, parseYaml?: Plan['parseYaml']): Plan {
  const found = new Map<string, unknown>();
  const stacks: Stack[] = [];
  const findExport = (name: string) => {
    if (!found.has(name)) {
      found.set(name, undefined); // exports that import each other end here
      found.set(name, exported(name, stacks));
    }
    return found.get(name);
  };
  for (const one of sources) addStack(one, stacks, findExport, assume?.(one));
  const pipelines: PipelinePlan[] = [];
  const resources: ResourcePlan[] = [];
  for (const stack of stacks) {
    for (const resource of resourcesOf(stack)) {
      resources.push(resource);
      if (resource.type === 'AWS::CodePipeline::Pipeline') {
        pipelines.push(pipelineOf(resource, stack.scope));
      }
    }
  }
  const byFile = new Map([...stacks].reverse().map(stack => [stack.source.file, stack]));
  const follow = <T>(file: string, otherwise: T, use: (template: Json, holds: (condition: unknown) => boolean) => T): T => {
    const stack = byFile.get(file);
    return stack ? use(stack.source.template as Json, condition => conditionHolds(condition, stack.scope)) : otherwise;
  };
  return {
    source,
    pipelines,
    resources: new ResourceIndex(resources),
    acknowledgements: sources.flatMap(one => one.acknowledgements),
    isDeployed: (file, at) => follow(file, true, (template, holds) => isDeployed(at, template, holds)),
    surveyOf: file => follow(file, EMPTY_SURVEY, surveyOf),
    attributesAskedOf: (file, logicalId) => follow(file, [], (template, holds) => (surveyOf(template).attributes.get(logicalId) ?? [])
      .filter(({ path: at }) => isDeployed(at, template, holds))
      .map(({ path: at, name }) => ({ name, at: atPath(at) }))),
    varies: (file, concerns, added) => follow(file, true, (template, holds) => varies(template, concerns, holds, added)),
    keysTwiceIn: file => follow(file, [], template => keysTwiceIn(template).map(atPath)),
    sizeOf: file => follow(file, 0, template => Buffer.byteLength(JSON.stringify(template))),
    branchAt: (file, at) => follow(file, at, (template, holds) => branchAt(at, template, holds)),
    parseYaml,
  };
}

/** A stack, and the nested stacks whose templates lie beside it. */
function addStack(source: StackSource, stacks: Stack[], findExport: (name: string) => unknown, assume?: Assumptions): Stack {
  const nested = new Map<string, Stack>();
  const scope = scopeOf({
    ...source,
    assume,
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
    const template = source.nested(asset);
    const child = { ...source, file, template, stackName, parameters: isObject(parameters) ? parameters : {} };
    nested.set(logicalId, addStack(child, stacks, findExport, assume));
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

function* resourcesOf(stack: Stack): Generator<ResourcePlan> {
  for (const [logicalId, resource] of Object.entries(stack.source.template.Resources ?? {})) {
    if (!isObject(resource)) continue;
    if (resource.Condition === undefined || conditionHolds(resource.Condition, stack.scope)) yield resourceOf(logicalId, resource, stack);
  }
}

function resourceOf(logicalId: string, resource: Json, { source, scope }: Stack): ResourcePlan {
  const name = physicalName(logicalId, scope);
  const metadata = isObject(resource.Metadata) ? resource.Metadata : {};
  const constructPath = metadata['aws:cdk:path'] ?? own(source.paths, logicalId);
  const place: Path = ['Resources', logicalId, 'Properties'];
  // most resources are never looked at
  let evaluated: { readonly value: unknown } | undefined;
  const value = () => (evaluated ??= { value: evaluate(resource.Properties, scope, place) }).value;
  return {
    type: asText(resource.Type) ?? '',
    logicalId,
    name,
    arn: arnOf(scope, resource.Type, name, evaluateText(own(resource.Properties, 'Path'), scope)),
    get properties() {
      const properties = value();
      return isObject(properties) ? properties : {};
    },
    get declared() {
      return new Declared(value(), placeOf(place));
    },
    metadata,
    constructPath: typeof constructPath === 'string' ? constructPath : undefined,
    stackName: scope.stackName,
    account: scope.account,
    region: scope.region,
    folder: path.dirname(source.file),
    file: source.file,
  };
}
