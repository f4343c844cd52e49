/** Where a key of a mapping has stood before in it. */

import { createScanner, SyntaxKind } from 'jsonc-parser';
import { isMap, isScalar, isSeq } from 'yaml';
import type { Path } from './origin';

export function* keysTwiceInYaml(node: unknown, path: Path = []): Generator<Path> {
  if (isSeq(node)) {
    for (const [at, item] of node.items.entries()) yield* keysTwiceInYaml(item, [...path, at]);
  } else if (isMap(node)) {
    const seen = new Set<string>();
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (seen.has(name)) yield [...path, name];
      seen.add(name);
      yield* keysTwiceInYaml(value, [...path, name]);
    }
  }
}

interface Open {
  readonly seen: Set<string>;
  at: string | number;
}

/** @param text valid JSON, however deep */
export function keysTwiceInJson(text: string): Path[] {
  const scanner = createScanner(text, true);
  const found: Path[] = [];
  const open: Open[] = [];
  let last = '';
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    const inner = open.at(-1);
    switch (token) {
      case SyntaxKind.OpenBraceToken:
        open.push({ seen: new Set(), at: '' });
        break;
      case SyntaxKind.OpenBracketToken:
        open.push({ seen: new Set(), at: 0 });
        break;
      case SyntaxKind.CloseBraceToken:
      case SyntaxKind.CloseBracketToken:
        open.pop();
        break;
      case SyntaxKind.CommaToken:
        if (typeof inner?.at === 'number') inner.at++;
        break;
      case SyntaxKind.StringLiteral:
        last = scanner.getTokenValue();
        break;
      case SyntaxKind.ColonToken:
        if (!inner) break;
        inner.at = last;
        if (inner.seen.has(last)) found.push(open.map(({ at }) => at));
        inner.seen.add(last);
    }
  }
  return found;
}
