import { TestCounts } from './result';

/**
 * Counts the tests in a JUnit XML file.
 *
 * Test cases are counted one by one, since the totals that test suites carry are optional and often of other scopes.
 * Undefined when the text is not JUnit XML.
 */
export function countJunitTests(xml: string): TestCounts | undefined {
  const text = xml.replace(/<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>/g, '');
  if (!/<testsuites?[\s/>]/.test(text)) return undefined;
  const counts = { tests: 0, failures: 0, errors: 0, skipped: 0 };
  let outcome: keyof TestCounts | undefined;
  let open = false;
  for (const [, closing, tag, rest] of text.matchAll(/<(\/?)(testcase|failure|error|skipped)\b((?:"[^"]*"|'[^']*'|[^>"'])*)>/g)) {
    if (tag !== 'testcase') {
      if (open && !closing) outcome ??= OUTCOMES[tag];
      continue;
    }
    if (!closing) counts.tests++;
    if (closing && open && outcome) counts[outcome]++;
    open = !closing && !rest.endsWith('/');
    outcome = undefined;
  }
  return open ? undefined : counts; // the end is missing
}

const OUTCOMES: Readonly<Record<string, keyof TestCounts>> = { failure: 'failures', error: 'errors', skipped: 'skipped' };
