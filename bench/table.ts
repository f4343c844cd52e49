/** A table in plain text: columns as wide as they need, words to the left, numbers to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => row[column].length)));
  const numeric = rows[0].map((_, column) => rows.slice(1).every(row => /^[\d.,–-]*$/.test(row[column])));
  return rows
    .map(row => row.map((cell, column) => numeric[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column])).join('  ').trimEnd())
    .join('\n');
}
