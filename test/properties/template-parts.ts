/** Parts of a template: where they are, where two templates differ, and how one is put in place of another. */

import { Json } from './mutations/subject';

export type At = readonly (string | number)[];

export function partAt(template: Json, at: At): Json {
  return at.reduce<Json>((from, key) => from?.[key], template);
}

/** The template with another part in a place. */
export function withPart(template: Json, at: At, part: unknown): Json {
  const copy = structuredClone(template);
  const last = at.at(-1)!;
  partAt(copy, at.slice(0, -1))[last] = part;
  return copy;
}

export function isWithin(at: At, whole: At): boolean {
  return whole.length <= at.length && whole.every((key, index) => String(key) === String(at[index]));
}

/** The places of all texts, numbers and booleans below a place. */
export function leavesOf(template: Json, at: At): At[] {
  const part = partAt(template, at);
  if (typeof part !== 'object' || part === null) return [at];
  const keys: (string | number)[] = Array.isArray(part) ? [...part.keys()] : Object.keys(part);
  return keys.flatMap(key => leavesOf(template, [...at, key]));
}

/** The smallest part in which two templates differ. */
export function difference(one: Json, other: Json, at: At = []): At {
  const isOpen = (value: Json) => typeof value === 'object' && value !== null;
  if (!isOpen(one) || !isOpen(other) || one.length !== other.length) return at;
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const [key, ...others] = keys.filter(each => JSON.stringify(one[each]) !== JSON.stringify(other[each]));
  return key === undefined || others.length ? at : difference(one[key], other[key], [...at, Array.isArray(one) ? Number(key) : key]);
}

/** A part that stands in one branch of `Fn::If`, with what was there before in the other. */
export function inOneBranch(mutated: Json, original: Json, at: At, first: boolean): Json {
  const [wrong, right] = [mutated, original].map(template => partAt(template, at) as unknown ?? { Ref: 'AWS::NoValue' });
  const template = withPart(mutated, at, { 'Fn::If': ['IsAdded', ...(first ? [wrong, right] : [right, wrong])] });
  template.Parameters = { ...template.Parameters, Added: { Type: 'String', Default: 'no', AllowedValues: ['yes', 'no'] } };
  template.Conditions = { ...template.Conditions, IsAdded: { 'Fn::Equals': [{ Ref: 'Added' }, 'yes'] } };
  return template;
}
