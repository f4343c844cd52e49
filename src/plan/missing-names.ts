/** Names that a resource refers to and its template lacks. CloudFormation refuses such a template as a whole. */

import type { Path } from './origin';
import { own } from './scope';
import { isObject, type Json, type Template } from './template';

export interface MissingName {
  /** what there is none of: `resource or parameter`, `condition`, `mapping` */
  readonly kind: string;
  readonly name: string;
  readonly path: Path;
  /** what there is */
  readonly known: ReadonlySet<string>;
}

/** Deeper than any real template. */
const DEPTH = 100;

/** @returns nothing where a macro, a transform, a loop or a module may add to the template */
export function missingNames(template: Template, logicalId: string): MissingName[] {
  const { Resources, Parameters, Conditions, Mappings } = template as Json;
  const [all, ...parts] = [template, Resources, Parameters, Conditions, Mappings].map(part => (isObject(part) ? Object.keys(part) : []));
  if (all.includes('Transform') || [all, ...parts].flat().some(key => key.startsWith('Fn::'))) return [];
  // what is in a module has names that stand nowhere else
  if (Object.values(isObject(Resources) ? Resources : {}).some(one => String(own(one, 'Type')).endsWith('::MODULE'))) return [];
  const [resources, parameters, conditions, mappings] = parts.map(names => new Set(names));
  const either = new Set([...resources, ...parameters]);
  const found: MissingName[] = [];
  const look = (name: unknown, known: ReadonlySet<string>, kind: string, path: Path) => {
    if (typeof name === 'string' && !name.startsWith('AWS::') && !known.has(name)) found.push({ kind, name, path, known });
  };
  const visit = (value: unknown, path: Path) => {
    if (path.length > DEPTH) return;
    if (Array.isArray(value)) value.forEach((item, index) => visit(item, [...path, index]));
    if (!isObject(value)) return;
    const [[key, argument] = [undefined, undefined], ...others] = Object.entries(value);
    if (key === 'Ref' && !others.length) look(argument, either, 'resource or parameter', path);
    if (key === 'Fn::GetAtt' && !others.length) look(logicalIdIn(argument), resources, 'resource', path);
    if (key === 'Fn::If' && !others.length && Array.isArray(argument)) look(argument[0], conditions, 'condition', path);
    if (key === 'Fn::FindInMap' && !others.length && Array.isArray(argument)) {
      const [map, first, second] = argument as unknown[];
      look(map, mappings, 'mapping', path);
      const rows = own(Mappings, String(map));
      if (!isLiteral(rows)) return;
      look(first, new Set(Object.keys(rows)), `key in the mapping ${map}`, path);
      const row = typeof first === 'string' ? own(rows, first) : undefined;
      if (isLiteral(row)) look(second, new Set(Object.keys(row)), `key in ${map}.${first}`, path);
    }
    if (key === 'Fn::Sub' && !others.length) {
      for (const name of namesIn(argument)) look(name.split('.')[0], name.includes('.') ? resources : either, 'resource or parameter', path);
    }
    for (const [name, item] of Object.entries(value)) visit(item, [...path, name]);
  };
  const resource = own(Resources, logicalId);
  look(own(resource, 'Condition'), conditions, 'condition', ['Resources', logicalId, 'Condition']);
  visit(own(resource, 'Properties'), ['Resources', logicalId, 'Properties']);
  return found;
}

/** An object that nothing adds to. */
function isLiteral(value: unknown): value is Json {
  return isObject(value) && !Object.keys(value).some(key => key.startsWith('Fn::'));
}

function logicalIdIn(argument: unknown): unknown {
  return typeof argument === 'string' ? argument.split('.')[0] : Array.isArray(argument) ? argument[0] : undefined;
}

/** What a `Fn::Sub` puts in, without what it is given. */
function namesIn(argument: unknown): string[] {
  const [text, values] = Array.isArray(argument) ? argument as unknown[] : [argument, {}];
  if (typeof text !== 'string') return [];
  return [...text.matchAll(/\$\{([^!${}][^${}]*)\}/g)].map(([, name]) => name.trim()).filter(name => name !== '' && own(values, name) === undefined);
}
