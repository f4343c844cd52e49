/** Resources that wait for each other. CloudFormation creates none of them. */

import { namesAsked } from './asked-names';
import { entries, type FunctionCall } from './function-calls';
import type { Path } from './origin';
import { own } from './scope';
import type { Template } from './template';

export interface Circle {
  /** in the order of their references; the last one refers to the first */
  readonly logicalIds: readonly string[];
  /** where the first one refers to the next */
  readonly path: Path;
}

/** Of more circles than these, the rest is told when they are gone. */
const MOST = 20;

/**
 * The circles of the resources that every deployment has, by what they refer to in every deployment.
 * Of circles that share a resource, one is found.
 */
export function circlesOf(template: Template, calls: readonly FunctionCall[]): Circle[] {
  const next = references(template, calls);
  const before = new Map([...next.keys()].map((logicalId): [string, string[]] => [logicalId, []]));
  for (const [from, all] of next) for (const to of all.keys()) before.get(to)!.push(from);
  const left = new Map([...next].map(([logicalId, all]) => [logicalId, all.size]));
  const take = (logicalIds: readonly string[]) => {
    const ready = [...logicalIds];
    ready.forEach(one => left.delete(one));
    for (let one = ready.pop(); one !== undefined; one = ready.pop()) {
      for (const from of before.get(one) ?? []) {
        const count = left.get(from);
        if (count === undefined) continue;
        if (count > 1) {
          left.set(from, count - 1);
        } else {
          left.delete(from);
          ready.push(from);
        }
      }
    }
  };
  take([...left].filter(([, count]) => count === 0).map(([logicalId]) => logicalId));
  const found: Circle[] = [];
  while (left.size && found.length < MOST) {
    // whatever is left refers to something that is left
    const way = new Set<string>();
    let [at] = left.keys();
    while (!way.has(at)) {
      way.add(at);
      at = [...next.get(at)!.keys()].find(to => left.has(to))!;
    }
    const logicalIds = [...way].slice([...way].indexOf(at));
    found.push({ logicalIds, path: next.get(at)!.get(logicalIds[1] ?? at)! });
    take(logicalIds);
  }
  return found;
}

/** What each resource that is always there refers to, and where it does. */
function references(template: Template, calls: readonly FunctionCall[]): Map<string, Map<string, Path>> {
  const resources = entries(own(template, 'Resources')).filter(([, resource]) => own(resource, 'Condition') === undefined);
  const found = new Map(resources.map(([logicalId]) => [logicalId, new Map<string, Path>()]));
  const add = (from: string, to: unknown, path: Path) => {
    const known = found.get(from);
    if (known && typeof to === 'string' && found.has(to) && !known.has(to)) known.set(to, path);
  };
  for (const [logicalId, resource] of resources) {
    const before = own(resource, 'DependsOn');
    const path = ['Resources', logicalId, 'DependsOn'];
    if (Array.isArray(before)) before.forEach((name, index) => add(logicalId, name, [...path, index])); else add(logicalId, before, path);
  }
  for (const call of calls) {
    if (call.attribute !== 'Properties' || call.optional) continue;
    for (const { name } of namesAsked(call)) add(call.within, name, call.path);
  }
  return found;
}
