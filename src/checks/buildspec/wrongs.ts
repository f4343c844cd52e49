/** What a buildspec says against its grammar, as far as it is known. */

import { BUILDSPEC, type Grammar, keysOf, type MapGrammar, NO, type TextGrammar, YES } from '../../catalog/buildspec';
import { near } from '../../catalog/nearest';
import { type Declared, isObject, isUnresolved, type Json } from '../../plan';
import type { Problem } from '../check';
import { shown } from '../known';

export interface Wrong {
  /** the keys on the way to it */
  readonly path: readonly string[];
  readonly wrong: string;
  readonly mend?: string;
  /** whether CodeBuild takes no notice of it, and refuses nothing */
  readonly isIdle?: boolean;
}

/** Those that a check of its own tells, as problems of the value that the buildspec is written in. */
export function problemsOf(wrongs: readonly Wrong[], at: Declared): Problem[] {
  return wrongs.map(({ wrong, mend }) => ({ at, wrong, mend }));
}

type Path = readonly string[];

const known = new WeakMap<Json, readonly Wrong[]>();

/** All that is wrong in a buildspec; what was read once is not read again. */
export function wrongsIn(root: unknown): readonly Wrong[] {
  if (!isObject(root)) return [...wrongIn(root, BUILDSPEC, [])];
  const found = known.get(root) ?? [...wrongIn(root, BUILDSPEC, [])];
  known.set(root, found);
  return found;
}

function* wrongIn(value: unknown, grammar: Grammar, path: Path): Generator<Wrong> {
  if (typeof value === 'string' && isUnresolved(value)) return;
  const place = placeOf(path);
  const refused = (what: string, mend = grammar.mend): Wrong => ({ path, wrong: `${place} ${what}.`, mend });
  if (grammar.is === 'any') return;
  if (grammar.is === 'misplaced') return yield refused('has no place there');
  if (grammar.isFilled && isEmpty(value)) return yield refused('is empty', undefined);
  if (value === '') return;
  const shape = shapeOf(value);
  if (!SHAPES[grammar.is].includes(shape)) return yield refused(`is ${article(shape)}, and has to be ${article(SHAPES[grammar.is][0])}`);
  if (grammar.most !== undefined && shape !== 'text' && sizeOf(value) > grammar.most) yield refused(`has ${sizeOf(value)} entries, and may have ${grammar.most}`);
  switch (grammar.is) {
    case 'text': return yield* wrongText(value as string, grammar, path);
    case 'flag': {
      if (![...YES, ...NO].includes((value as string).toLowerCase())) yield refused(`is ${shown(value as string)}`, 'Write yes or no.');
      return;
    }
    case 'texts':
    case 'list': {
      const each = grammar.is === 'texts' ? { mend: grammar.mend, ...grammar.each } : grammar.each;
      if (!Array.isArray(value)) return yield* wrongIn(value, each, path);
      for (const [at, item] of (value as unknown[]).entries()) yield* wrongIn(item, each, [...path, String(at + 1)]);
      return;
    }
    case 'names': {
      for (const [name, item] of Object.entries(value as Json)) {
        if (isUnresolved(name)) continue;
        if (grammar.named && !grammar.named.test(name)) yield refused(`has the name ${shown(name)}`);
        yield* wrongIn(item, grammar.each, [...path, name]);
      }
      return;
    }
    case 'map': yield* wrongMap(value as Json, grammar, path);
  }
}

function* wrongText(value: string, { oneOf, form, mend }: TextGrammar, path: Path): Generator<Wrong> {
  if (form && !form.test(value)) yield { path, wrong: `${placeOf(path)} is ${shown(value)}.`, mend };
  if (!oneOf || oneOf.some(one => one.toLowerCase() === value.toLowerCase())) return;
  const meant = near(value, oneOf);
  yield { path, wrong: `${placeOf(path)} is ${shown(value)}.`, mend: mend ?? (meant ? `Did you mean ${meant}?` : `Use ${oneOf.join(', ')}.`) };
}

function* wrongMap(value: Json, grammar: MapGrammar, path: Path): Generator<Wrong> {
  // an unknown part may stand for any key, with all that belongs to it
  if (Object.keys(value).some(isUnresolved)) return;
  const place = placeOf(path);
  for (const alternatives of grammar.needs ?? []) {
    if (alternatives.every(key => !Object.hasOwn(value, key) || value[key] === '')) yield { path, wrong: `${place} has no ${alternatives[0]}.`, mend: path.length ? `Add "${alternatives[0]}" to it.` : undefined };
  }
  const both = grammar.either?.filter(key => Object.hasOwn(value, key)) ?? [];
  if (both.length > 1) yield { path, wrong: `${place} has ${both.join(' and ')}.`, mend: 'Leave out all but one of them.' };
  for (const [key, item] of Object.entries(value)) {
    if (Object.hasOwn(grammar.keys, key)) yield* wrongIn(item, grammar.keys[key], [...path, key]);
    else yield* wrongKey(key, grammar, path);
  }
}

function* wrongKey(key: string, grammar: MapGrammar, path: Path): Generator<Wrong> {
  const meant = near(key, keysOf(grammar));
  const mend = meant ? `Did you mean "${meant}"?` : `The keys there are ${keysOf(grammar).join(', ')}.`;
  if (grammar.isClosed) yield { path, wrong: `${placeOf(path)} has ${shown(key)}, which CodeBuild does not know.`, mend };
  // beside all sections, anything may stand for YAML to refer to
  else if (meant || path.length) yield { path, wrong: `The buildspec has ${shown([...path, key].join('.'))}, which has no effect.`, mend, isIdle: true };
}

type Shape = 'text' | 'list' | 'object';

/** What may stand there, the first of them as a message says it. */
const SHAPES: Record<Exclude<Grammar['is'], 'any' | 'misplaced'>, readonly Shape[]> = {
  text: ['text'], flag: ['text'], texts: ['list', 'text'], list: ['list'], names: ['object'], map: ['object'],
};

function shapeOf(value: unknown): Shape {
  return Array.isArray(value) ? 'list' : isObject(value) ? 'object' : 'text';
}

function article(shape: Shape): string {
  return shape === 'object' ? 'an object' : `a ${shape}`;
}

function placeOf(path: Path): string {
  return path.length ? `${shown(path.join('.'))} of the buildspec` : 'The buildspec';
}

function isEmpty(value: unknown): boolean {
  return value === '' || (Array.isArray(value) && !value.length) || (isObject(value) && !Object.keys(value).length);
}

/** How many there are at least: what is unknown may turn out to be none. */
function sizeOf(value: unknown): number {
  const entries = Array.isArray(value) ? value as unknown[] : Object.keys(value as object);
  return entries.filter(one => typeof one !== 'string' || !isUnresolved(one)).length;
}
