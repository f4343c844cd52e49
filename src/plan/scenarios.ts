/**
 * The deployments that a template can become. Its conditions compare parameters (and pseudo parameters) with texts: every
 * combination of those that matters to a pipeline is a scenario, in which each condition is decided and agrees with the others.
 * What stays unknown in a scenario is what no condition asks for.
 */

import type { Path } from './origin';
import { own, type Assumptions } from './scope';
import { asText, isObject, type Json, type Template } from './template';

/** Beyond these, combinations give way to one change at a time. */
const MOST = 32;

/** What one deployment decides: a parameter's value (undefined: none of those that are asked for), or a comparison. */
interface Choice {
  readonly name: string;
  readonly options: readonly (string | boolean | undefined)[];
}

/**
 * @param fixed parameters and pseudo parameters whose values are known
 * @returns at least one; the first is the deployment with the parameters' defaults, as far as conditions ask
 */
export function scenariosOf(template: Template, fixed: ReadonlySet<string>): Assumptions[] {
  const found = choices(template, fixed);
  return combinations(found).map(picked => {
    const values: Record<string, string> = {};
    const equal: Record<string, boolean> = {};
    found.forEach(({ name }, index) => {
      const option = picked[index];
      if (typeof option === 'string') values[name] = option;
      if (typeof option === 'boolean') equal[name] = option;
    });
    return { values, equal: sides => own(equal, JSON.stringify(sides)) === true };
  });
}

function choices(template: Template, fixed: ReadonlySet<string>): Choice[] {
  const asked = new Map<string, Set<string>>();
  const comparisons = new Set<string>();
  for (const sides of comparisonsOf(template)) {
    const references = sides.map(side => own(side, 'Ref')).filter((name): name is string => typeof name === 'string' && name !== 'AWS::NoValue');
    const texts = sides.filter(side => typeof side !== 'object').map(String);
    if (references.length === 1 && texts.length === 1 && isParameter(template, references[0])) {
      if (!fixed.has(references[0])) asked.set(references[0], (asked.get(references[0]) ?? new Set()).add(texts[0]));
    } else if (texts.length < sides.length) {
      comparisons.add(JSON.stringify(sides));
    }
  }
  return [
    ...[...asked].map(([name, texts]): Choice => ({ name, options: valuesOf(own(template.Parameters, name), [...texts]) })),
    ...[...comparisons].map((name): Choice => ({ name, options: [false, true] })),
  ];
}

function isParameter(template: Template, name: string): boolean {
  return name.startsWith('AWS::') || own(template.Parameters, name) !== undefined;
}

/** The values that make a difference, the default's first. */
function valuesOf(parameter: unknown, asked: readonly string[]): (string | undefined)[] {
  const allowed = own(parameter, 'AllowedValues');
  const values = Array.isArray(allowed) ? allowed.map(one => asText(one) ?? '') : undefined;
  const filled = Number(asText(own(parameter, 'MinLength'))) > 0;
  const possible: (string | undefined)[] = asked.filter(text => (values ? values.includes(text) : !(filled && text === '')));
  const others = values ? values.some(text => !asked.includes(text)) : true;
  const standard = own(parameter, 'Default');
  const first = asText(standard);
  const all = others ? [undefined, ...possible] : possible;
  return all.includes(first) ? [first, ...all.filter(one => one !== first)] : all;
}

/** The sides of every `Fn::Equals` that a pipeline depends on. */
function comparisonsOf(template: Template): unknown[][] {
  const found: unknown[][] = [];
  const seen = new Set<string>();
  const visit = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isObject(value)) return;
    if (Array.isArray(value['Fn::Equals']) && value['Fn::Equals'].length === 2) found.push(value['Fn::Equals'] as unknown[]);
    const branch = value['Fn::If'];
    named(Array.isArray(branch) ? branch[0] : value.Condition);
    Object.values(value).forEach(visit);
  };
  const named = (name: unknown) => {
    if (typeof name !== 'string' || seen.has(name)) return;
    seen.add(name);
    visit(own(template.Conditions, name));
  };
  for (const resource of Object.values(template.Resources ?? {})) {
    if (own(resource, 'Type') === 'AWS::CodePipeline::Pipeline') visit(resource);
  }
  return found;
}

function combinations(found: readonly Choice[]): (string | boolean | undefined)[][] {
  const count = found.reduce((product, { options }) => product * options.length, 1);
  const first = found.map(({ options }) => options[0]);
  if (count > MOST) {
    const changes = found.flatMap(({ options }, index) => options.slice(1).map(option => first.map((one, at) => (at === index ? option : one))));
    return [first, ...changes].slice(0, MOST);
  }
  return found.reduce<(string | boolean | undefined)[][]>(
    (before, { options }) => before.flatMap(one => options.map(option => [...one, option])), [[]],
  );
}

/** A path, down the branches that a deployment takes of an `Fn::If` which stands there. */
export function branchAt(path: Path, template: Json, holds: (condition: unknown) => boolean): Path {
  let at = path.reduce<unknown>((from, key) => (Array.isArray(from) ? from[Number(key)] as unknown : own(from, String(key))), template);
  const full = [...path];
  for (;;) {
    const choice = own(at, 'Fn::If');
    if (!Array.isArray(choice)) return full;
    const branch = holds(choice[0]) ? 1 : 2;
    full.push('Fn::If', branch);
    at = choice[branch] as unknown;
  }
}

/** Whether what stands at a path is part of a deployment: every `Fn::If` on the way has taken that branch. */
export function isDeployed(path: Path, template: Json, holds: (condition: unknown) => boolean): boolean {
  let at: unknown = template;
  for (let index = 0; index < path.length; index++) {
    const condition = own(at, 'Condition');
    if (index === 2 && typeof condition === 'string' && !holds(condition)) return false;
    const key = path[index];
    at = Array.isArray(at) ? at[Number(key)] as unknown : own(at, String(key));
    const branch = path[index + 1];
    if (key === 'Fn::If' && Array.isArray(at) && typeof branch === 'number' && holds(at[0]) !== (branch === 1)) return false;
  }
  return true;
}
