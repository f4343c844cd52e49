import { asReference, type Declared } from '../plan';

export interface Twice {
  readonly at: Declared;
  readonly text: string;
  /** which of the names had it before, from 0 */
  readonly first: number;
}

/** The names that an earlier one has already: the same text, or the same reference, whatever its value will be. */
export function* twice(names: readonly Declared[]): Generator<Twice> {
  const seen = new Map<string, number>();
  for (const [index, at] of names.entries()) {
    const { identity } = at;
    if (!identity) continue;
    const first = seen.get(identity);
    if (first === undefined) seen.set(identity, index);
    else yield { at, text: asReference(identity), first };
  }
}
