/** An inline buildspec, as far as it can be read and is known. */

import { type Declared, isObject, isUnresolved, replaceUnresolved, unresolved, type Json } from '../../plan';

/** Longer ones fit into no template. */
const LONGEST = 1_000_000;

/** A word that neither JSON nor YAML breaks at, in the place of what is unknown while the text is parsed. */
const STAND_IN = 'conveyor-unknown-part';

export interface Spec {
  /** what it holds; texts may have unknown parts */
  readonly root?: unknown;
  /** whether its version stands in quotes, which the rest does not tell: all is text there */
  readonly hasTextAsVersion?: boolean;
  /** why it is no JSON, or no YAML */
  readonly problem?: string;
}

/**
 * Reads a buildspec.
 *
 * @returns undefined when it is no inline one, when it is YAML and nothing here reads YAML, or when what is unknown keeps it from being read
 */
export function readSpec(declared: Declared, parseYaml?: (text: string) => unknown): Spec | undefined {
  const { written, unknown } = declared;
  const isJson = written?.trimStart().startsWith('{');
  if (written === undefined || written.length > LONGEST || !(isJson || written.includes('\n')) || (unknown && isUnresolved(written.trimStart().split('\n', 1)[0]) && !isJson)) return undefined;
  const text = replaceUnresolved(written, STAND_IN);
  try {
    if (isJson) {
      const root = parseJson(text, parseYaml);
      // as YAML, all of it would be text
      return { root: known(root), hasTextAsVersion: isObject(root) && typeof root.version === 'string' && text.includes(JSON.stringify(root.version)) };
    }
    return parseYaml && { root: known(parseYaml(text)), hasTextAsVersion: /^version:[ \t]*["']/m.test(text) };
  } catch (error) {
    return unknown ? undefined : { problem: `${isJson ? 'JSON' : 'YAML'}: ${(error as Error).message.split('\n', 1)[0].slice(0, 200)}` };
  }
}

function parseJson(text: string, parseYaml?: (text: string) => unknown): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // YAML may begin with a brace
    if (parseYaml) return parseYaml(text);
    throw error;
  }
}

/** The parsed value with its unknown parts marked again, and nothing but maps, lists and texts in it. */
function known(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(known);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [String(known(key)), known(item)]));
  if (value === undefined || value === null) return '';
  const text = String(value);
  return text.includes(STAND_IN) ? text.replaceAll(STAND_IN, unresolved('part')) : text;
}

/** A map in a buildspec that is certainly one: undefined where something else stands, or an unknown part could add keys to it. */
export function mapIn(root: unknown, ...keys: readonly string[]): Json | undefined {
  const value = keys.reduce<unknown>((from, key) => (isObject(from) && Object.hasOwn(from, key) ? from[key] : undefined), root);
  return isObject(value) && !Object.keys(value).some(isUnresolved) ? value : undefined;
}

/** Whether a map is certainly without a key. */
export function lacksKey(map: Json | undefined, key: string): boolean {
  return map !== undefined && !Object.hasOwn(map, key);
}

/** The texts of a list, one text as a list of itself; undefined when they are not all known. */
export function textsIn(value: unknown): string[] | undefined {
  if (value === undefined || value === '') return [];
  const list = Array.isArray(value) ? value as unknown[] : [value];
  return list.every((item): item is string => typeof item === 'string' && !isUnresolved(item)) ? list : undefined;
}
