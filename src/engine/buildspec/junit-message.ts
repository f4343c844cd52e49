/** Lines enough for a difference of a few lines; the whole of it stands in the log. */
const LINES = 6;
const WIDTH = 200;

/** Where a stack begins, as Node and the JVM write it, and Vitest. */
const STACK = /^\s*(at |❯ )/;

/** Messages that say no more than the element they stand in. */
const EMPTY = /^\s*(failed|failure|error)?\.?\s*$/i;

/**
 * What was wrong, in a few lines: the message that a report gives, or the beginning of the text below it. That text is
 * the better one where it begins with the message, because attributes lose their line breaks.
 *
 * @param message of the attribute, unescaped; empty when there is none
 * @param text of the element, unescaped
 */
export function failureMessage(message: string, text: string): string | undefined {
  const before = said(beforeStack(unwrapped(text).split(/\r?\n/)));
  const at = squeezed(before.join('')).indexOf(squeezed(message));
  const isFuller = EMPTY.test(message) || (at >= 0 && at < squeezed(before[0] ?? '').length);
  const chosen = isFuller && before.length > 0 ? before : said(message.split(/\r?\n/));
  if (chosen.length === 0) return undefined;
  const shown = chosen.slice(0, LINES).map((line) => (line.length > WIDTH ? `${line.slice(0, WIDTH)}…` : line));
  return [...shown, ...(chosen.length > LINES ? ['…'] : [])].join('\n');
}

/** Node's test runner shows an error of its own around each failure: `Error [ERR_TEST_FAILURE]: …`, in brackets where that has no stack. */
function unwrapped(text: string): string {
  return text.replace(/^\s*\[Error \[ERR_TEST_FAILURE\]: ([^]*?)\] \{\n[^]*$/, '$1').replace(/^\s*Error \[ERR_TEST_FAILURE\]: /, '');
}

function beforeStack(lines: readonly string[]): readonly string[] {
  const stack = lines.findIndex((line) => STACK.test(line));
  return stack < 0 ? lines : lines.slice(0, stack);
}

// what would move the cursor or change colours has no place in a report
const CONTROLS = /\u001b\[[0-9;]*[A-Za-z]|[\u0000-\u0008\u000b-\u001f\u007f]/g; // eslint-disable-line no-control-regex

function said(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(CONTROLS, '').trimEnd()).filter((line) => line !== '');
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}
