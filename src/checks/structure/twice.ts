import type { Declared } from '../../plan';

/** The names that an earlier one has already; what is unknown is not compared. */
export function* twice(names: readonly Declared[]): Generator<{ readonly name: Declared; readonly text: string }> {
  const seen = new Set<string>();
  for (const name of names) {
    const { text } = name;
    if (text === undefined) continue;
    if (seen.has(text)) yield { name, text };
    seen.add(text);
  }
}
