/** `#{namespace.key}` in a text. */

import { replaceUnresolved } from '../../plan';

export interface Reference {
  readonly written: string;
  readonly namespace: string;
  readonly key: string;
  readonly wrong?: undefined;
}

/** What looks like a reference and is none. */
export interface Misreference {
  readonly written: string;
  /** what it would be about */
  readonly namespace: string;
  readonly key: string;
  readonly wrong: 'no key' | 'no namespace' | 'spaces' | 'unclosed' | 'characters';
}

const UNKNOWN = '\0';
const NAME = '[A-Za-z0-9@_-]+';
const REFERENCE = new RegExp(`^(${NAME})\\.(${NAME})$`);
const BARE = new RegExp(`^${NAME}$`);
const BEGUN = new RegExp(`^(${NAME})(?:\\.(${NAME}))?`);

/** The references of a text, and what may be meant for one. What has an unknown part is neither. */
export function referencesIn(text: string): (Reference | Misreference)[] {
  if (!text.includes('#')) return [];
  const found: (Reference | Misreference)[] = [];
  // an unknown part goes first: `#${Number}` of a Sub is no reference
  for (const [written, content, end] of replaceUnresolved(text, UNKNOWN).matchAll(/#\{([^{}#]*)(\}?)/g)) {
    if (content.includes(UNKNOWN)) continue;
    const one = read(written, content, end !== '');
    if (one) found.push(one);
  }
  return found;
}

export function isReference(one: Reference | Misreference): one is Reference {
  return one.wrong === undefined;
}

function read(written: string, content: string, closed: boolean): Reference | Misreference | undefined {
  const trimmed = content.trim();
  const [, namespace, key = ''] = BEGUN.exec(trimmed) ?? [];
  if (!closed) return namespace ? { written: `#{${namespace}${key && `.${key}`}`, namespace, key, wrong: 'unclosed' } : undefined;
  if (REFERENCE.test(content)) return { written, namespace, key };
  if (BARE.test(content)) return { written, namespace, key: '', wrong: 'no key' };
  if (BARE.test(content.slice(1)) && content.startsWith('.')) return { written, namespace: '', key: content.slice(1), wrong: 'no namespace' };
  if (namespace && (REFERENCE.test(trimmed) || BARE.test(trimmed))) return { written, namespace, key, wrong: 'spaces' };
  return namespace ? { written, namespace, key, wrong: 'characters' } : undefined;
}
