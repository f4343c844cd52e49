/** Lines and columns of a template's text. */

import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { Path } from './origin';

/** From 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Where the parts of a template stand in its text.
 *
 * @returns the position of a path from the template's root, or of the nearest part around it that is written there
 */
export function positionsIn(text: string): (path: Path) => Position {
  const find = /^\s*\{/.test(text) ? inJson(text) : inYaml(text);
  const lines = new LineCounter();
  for (let at = 0; at >= 0; at = text.indexOf('\n', at) + 1 || -1) lines.addNewLine(at);
  return path => {
    const { line, col } = lines.linePos(find(path));
    return { line, column: col };
  };
}

function inJson(text: string): (path: Path) => number {
  const root = parseTree(text);
  return path => {
    for (let length = path.length; root && length > 0; length--) {
      const node = findNodeAtLocation(root, path.slice(0, length));
      if (node) return node.offset;
    }
    return 0;
  };
}

function inYaml(text: string): (path: Path) => number {
  const document: Document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent' });
  return path => {
    let node: unknown = document.contents;
    let offset = 0;
    for (const key of path) {
      if (isAlias(node)) node = node.resolve(document);
      // `!If [a, b, c]` is written without a key
      if (typeof key === 'string' && (key.startsWith('Fn::') || key === 'Ref') && !(isMap(node) && node.has(key))) continue;
      const child = childOf(node, key);
      if (child === undefined || child === null) break;
      node = child;
      offset = (child as { range?: [number, number, number] }).range?.[0] ?? offset;
    }
    return offset;
  };
}

/** Of a key that stands twice, the last counts. */
function childOf(node: unknown, key: string | number): unknown {
  if (isSeq(node)) return node.get(key, true);
  return isMap(node) ? node.items.filter(pair => isScalar(pair.key) && String(pair.key.value) === String(key)).at(-1)?.value : undefined;
}
