/** What is certain of a declaration of which parts are unknown. */

import { type Declared, replaceUnresolved } from '../plan';

/**
 * Whether an object certainly lacks a property: it is not there, and nothing (a transform, a loop) could put it there.
 * Of what is no object, nothing is certain.
 */
export function lacks(object: Declared, key: string): boolean {
  return isClosed(object) && !object.at(key).given;
}

/** Whether an object has the properties that one sees, and no others. */
export function isClosed(object: Declared): boolean {
  return object.isObject && !object.keys.some(key => key.startsWith('Fn::'));
}

/** The parts of a text that are known, without those that are not: at most as long as the text will be. */
export function knownPart(declared: Declared): string | undefined {
  return declared.written === undefined ? undefined : replaceUnresolved(declared.written, '');
}

/** How a message shows a value: short, and on one line. */
export function shown(text: string): string {
  const line = text.slice(0, 60).replace(/\s+/g, ' ');
  return text.length > 60 ? `"${line}…"` : `"${line}"`;
}
