import { failureMessage } from './junit-message';
import { FailedTest, TestCounts } from './result';

export interface JunitReport {
  readonly counts: TestCounts;
  /** failures and errors, in the order of the file */
  readonly failed: readonly FailedTest[];
}

type Outcome = Exclude<keyof TestCounts, 'tests'>;

interface TestCase {
  readonly name: string;
  outcome?: Outcome;
  message?: string;
}

/**
 * Reads the tests in a JUnit XML file, and why those that failed did.
 *
 * Test cases are counted one by one, since the totals that test suites carry are optional and often of other scopes.
 * Undefined when the text is not JUnit XML.
 */
export function readJunit(xml: string): JunitReport | undefined {
  const text = xml.replace(/<!--[^]*?-->|<\?[^]*?\?>/g, '').replace(/<!\[CDATA\[([^]*?)\]\]>/g, (_whole, data: string) => escaped(data));
  if (!/<testsuites?[\s/>]/.test(text)) return undefined;
  const counts = { tests: 0, failures: 0, errors: 0, skipped: 0 };
  const failed: FailedTest[] = [];
  let open: TestCase | undefined;
  for (const { 0: whole, 1: closing, 2: tag, 3: rest, index } of text.matchAll(/<(\/?)(testcase|failure|error|skipped)\b((?:"[^"]*"|'[^']*'|[^>"'])*)>/g)) {
    if (tag !== 'testcase') {
      if (!open || closing || open.outcome) continue;
      open.outcome = OUTCOMES[tag];
      open.message = failureMessage(attribute(rest, 'message'), rest.endsWith('/') ? '' : body(text, index + whole.length, tag));
      continue;
    }
    if (!closing) counts.tests++;
    if (closing && open?.outcome) {
      counts[open.outcome]++;
      if (open.outcome !== 'skipped') failed.push({ name: open.name, message: open.message });
    }
    open = closing || rest.endsWith('/') ? undefined : { name: title(rest) };
  }
  return open ? undefined : { counts, failed }; // the end is missing
}

const OUTCOMES: Readonly<Record<string, Outcome>> = { failure: 'failures', error: 'errors', skipped: 'skipped' };

/** The name, with the class before it where that says something that the name does not. */
function title(attributes: string): string {
  const name = attribute(attributes, 'name');
  const ofClass = attribute(attributes, 'classname');
  // "test" is what node calls the class of every test
  return ofClass === '' || ofClass === 'test' || name.includes(ofClass) ? name || 'a test without a name' : `${ofClass}: ${name}`;
}

function attribute(attributes: string, name: string): string {
  const [, double, single] = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes) ?? [];
  return unescaped(double ?? single ?? '');
}

function body(text: string, start: number, tag: string): string {
  const end = text.indexOf(`</${tag}>`, start);
  return end < 0 ? '' : unescaped(text.slice(start, end));
}

function escaped(data: string): string {
  return data.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
