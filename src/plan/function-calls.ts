/** The intrinsic functions of a template, found in one walk. */

import { pathOf, step, type Path, type Place } from './origin';
import { own } from './scope';
import { isObject, type Json, type Template } from './template';

/** One intrinsic function, where it stands. */
export interface FunctionCall {
  /** `Ref`, `Fn::Join`; `Condition` where it names a condition of the template */
  readonly name: string;
  readonly argument: unknown;
  /** of the object that it is */
  readonly path: Path;
  readonly section: 'Resources' | 'Conditions' | 'Outputs';
  /** of the resource, the condition or the output that it stands in */
  readonly within: string;
  /** the part of a resource: `Properties`, say */
  readonly attribute?: string;
  /** whether a `Fn::If` stands around it */
  readonly optional: boolean;
}

/** Deeper than any real template. */
const DEPTH = 100;

/** The attributes of a resource whose functions CloudFormation follows. */
const ATTRIBUTES = ['Properties', 'CreationPolicy', 'UpdatePolicy'];

/** Whether nothing (a macro, a transform, a loop, a module) adds to what a template shows. */
export function isClosed(template: Template): boolean {
  const { Resources, Parameters, Conditions, Mappings } = template as Json;
  const keys = [template, Resources, Parameters, Conditions, Mappings].flatMap(part => (isObject(part) ? Object.keys(part) : []));
  if (own(template, 'Transform') !== undefined || keys.some(isTemplating)) return false;
  // what is in a module has names that stand nowhere else
  return !Object.values(isObject(Resources) ? Resources : {}).some(one => String(own(one, 'Type')).endsWith('::MODULE'));
}

function isTemplating(key: string): boolean {
  return key.startsWith('Fn::');
}

/** All of them, in the order of the template; without those that a macro gets to see before CloudFormation does. */
export function functionCalls(template: Template): FunctionCall[] {
  const found: FunctionCall[] = [];
  const visit = (value: unknown, place: Place, origin: Pick<FunctionCall, 'section' | 'within' | 'attribute' | 'optional'>) => {
    if (place.depth > DEPTH || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) return value.forEach((item, index) => visit(item, step(place, index), origin));
    const keys = Object.keys(value);
    if (keys.some(key => key === 'Fn::Transform' || key.startsWith('Fn::ForEach'))) return;
    const [name] = keys;
    const isCall = keys.length === 1 && (name === 'Ref' || name.startsWith('Fn::') || (name === 'Condition' && origin.section === 'Conditions'));
    if (isCall) found.push({ name, argument: (value as Json)[name], path: pathOf(place), ...origin });
    const inside = isCall && name === 'Fn::If' && !origin.optional ? { ...origin, optional: true } : origin;
    for (const key of keys) visit((value as Json)[key], step(place, key), inside);
  };
  for (const section of ['Conditions', 'Resources', 'Outputs'] as const) {
    for (const [within, part] of entries(own(template, section))) {
      const place = step(step(undefined, section), within);
      if (section !== 'Resources') {
        visit(part, place, { section, within, optional: false });
      } else if (!entries(part).some(([key]) => isTemplating(key))) {
        for (const attribute of ATTRIBUTES) visit(own(part, attribute), step(place, attribute), { section, within, attribute, optional: false });
      }
    }
  }
  return found;
}

export function entries(value: unknown): [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}
