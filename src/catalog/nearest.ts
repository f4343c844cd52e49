/** The known name that is the fewest letters away: what a message can offer in place of a wrong one. */
export function nearest(wrong: string, known: readonly string[]): string | undefined {
  const distances = known.map(name => ({ name, away: edits(wrong.slice(0, 100).toLowerCase(), name.toLowerCase()) }));
  return distances.sort((one, other) => one.away - other.away)[0]?.name;
}

/** Longer names than these are nobody's typing error, and of more names than these not all are compared. */
const [LONGEST, MOST] = [200, 50];

/** The same, where it is near enough to be meant: undefined when more than a third of the letters differ. */
export function near(wrong: string, known: readonly string[]): string | undefined {
  if (wrong.length > LONGEST) return undefined;
  const away = Math.max(1, Math.floor(wrong.length / 3));
  const hasSame = (name: string, at: number) => name.at(at)?.toLowerCase() === wrong.at(at)?.toLowerCase();
  const alike = known.filter(name => Math.abs(name.length - wrong.length) <= away && (hasSame(name, 0) || hasSame(name, -1)));
  const found = nearest(wrong, alike.slice(0, MOST));
  return found !== undefined && edits(wrong.slice(0, 100).toLowerCase(), found.toLowerCase()) <= away ? found : undefined;
}

/** How many letters must be put in, taken out, changed, or change places with the next one, to make one of the other. */
function edits(one: string, other: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (let i = 1; i < row.length; i++) {
      const swapped = i > 1 && at > 0 && other[i - 2] === letter && other[i - 1] === one[at - 1] ? before[i - 2] + 1 : Infinity;
      next.push(Math.min(next[i - 1] + 1, row[i] + 1, row[i - 1] + (other[i - 1] === letter ? 0 : 1), swapped));
    }
    [before, row] = [row, next];
  }
  return row[other.length];
}
