/** Regular expressions of Java, as rules of variables have them: what neither Java nor JavaScript could compile. */

/** What is wrong with a pattern: the end of a sentence about it; undefined when it can compile, or when that is not certain. */
export function javaPatternProblem(pattern: string): string | undefined {
  // with comments in it, brackets may stand anywhere
  if (/\(\?[a-zA-Z]*x/.test(pattern)) return undefined;
  try {
    new RegExp(pattern);
  } catch (error) {
    return imbalance(pattern) ?? disorder(pattern, (error as Error).message);
  }
  return unboundBrace(pattern);
}

/** What the two languages refuse alike, told by JavaScript; in a pattern with what only Java knows it may mean something else. */
function disorder(pattern: string, message: string): string | undefined {
  if (/\\[QpP]|&&|\[[^\]]*\[/.test(pattern)) return undefined;
  if (/range out of order/i.test(message)) return 'has a range that ends before it begins';
  if (/numbers out of order/i.test(message)) return 'has a "{" whose second number is less than its first';
  return /duplicate capture group/i.test(message) ? 'has two groups of one name' : undefined;
}

/** Java takes a brace for a number of repetitions wherever it stands alone; JavaScript then takes it for itself. */
function unboundBrace(pattern: string): string | undefined {
  if (/\\Q/.test(pattern)) return undefined;
  const plain = pattern.replace(/\\[pPxN]\{[^{}]*\}|\\[^]/g, '.');
  const bare = plain.replace(/\[\^?\]?[^[\]]*\]/g, '.');
  return bare.includes('[') || !/\{(?!\d+(,\d*)?\})/.test(bare) ? undefined : 'has a "{" that no number of repetitions follows';
}

function imbalance(pattern: string): string | undefined {
  let groups = 0;
  let classes = 0;
  /** whether something can be repeated that stands before */
  let repeatable = false;
  for (let at = 0; at < pattern.length; at++) {
    const letter = pattern[at];
    if (letter === '\\') {
      if (at === pattern.length - 1) return 'ends with a backslash';
      const quoted = pattern[at + 1] === 'Q' ? pattern.indexOf('\\E', at + 2) : at;
      if (quoted < 0) return undefined;
      at = quoted + 1;
      repeatable = true;
    } else if (classes > 0) {
      if (letter === '[') classes++;
      if (letter === ']') classes--;
      repeatable = true;
    } else if (letter === '[') {
      classes = 1;
      // a bracket in the first place means itself
      if (pattern[at + 1] === '^') at++;
      if (pattern[at + 1] === ']') at++;
    } else if (letter === '(') {
      groups++;
      if (pattern[at + 1] === '?') at++;
      repeatable = false;
    } else if (letter === ')') {
      if (groups-- === 0) return 'has a ")" too many';
      repeatable = true;
    } else if ('*+?'.includes(letter) && !repeatable) {
      return `has a "${letter}" with nothing before it to repeat`;
    } else {
      repeatable = letter !== '|';
    }
  }
  if (classes > 0) return 'has a "[" that nothing closes';
  return groups > 0 ? 'has a "(" that nothing closes' : undefined;
}
