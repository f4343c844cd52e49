/** What a template asks of one of its resources with `Fn::GetAtt`. */

import type { Path } from './origin';
import { isObject, type Json, type Template } from './template';

interface Asked {
  readonly name: string;
  readonly path: Path;
}

/** Deeper than any real template. */
const DEPTH = 100;

/** @returns nothing where a macro or a transform may rewrite the template */
export function attributesAsked(template: Template, logicalId: string): Asked[] {
  const { Transform, Resources, Outputs } = template as Json;
  if (Transform !== undefined) return [];
  const found: Asked[] = [];
  const visit = (value: unknown, path: Path) => {
    if (path.length > DEPTH) return;
    if (Array.isArray(value)) value.forEach((item, index) => visit(item, [...path, index]));
    if (!isObject(value)) return;
    for (const [key, item] of Object.entries(value)) {
      for (const asked of key === 'Fn::GetAtt' ? [attribute(item)] : key === 'Fn::Sub' ? inText(item) : []) {
        if (asked?.logicalId === logicalId) found.push({ name: asked.name, path });
      }
      visit(item, [...path, key]);
    }
  };
  visit(Resources, ['Resources']);
  visit(Outputs, ['Outputs']);
  return found;
}

function attribute(argument: unknown): { logicalId: string; name: string } | undefined {
  const [logicalId, ...rest]: unknown[] = typeof argument === 'string' ? argument.split('.') : Array.isArray(argument) ? argument : [];
  return typeof logicalId === 'string' && rest.length > 0 && rest.every(part => typeof part === 'string') ? { logicalId, name: rest.join('.') } : undefined;
}

/** In a `Fn::Sub`, without what it gives a value of its own. */
function inText(argument: unknown): ReturnType<typeof attribute>[] {
  const [text, values] = Array.isArray(argument) ? argument as unknown[] : [argument, {}];
  if (typeof text !== 'string') return [];
  const names = [...text.matchAll(/\$\{([^!${}][^${}]*)\}/g)].map(([, name]) => name.trim());
  return names.filter(name => name.includes('.') && !(isObject(values) && Object.hasOwn(values, name))).map(attribute);
}
