import { parseOnFailure } from '../../../src/engine/buildspec/on-failure';

const read = (text: string) => parseOnFailure(text, (problem) => new Error(problem));

test.each([
  ['ABORT', { action: 'ABORT' }],
  ['CONTINUE', { action: 'CONTINUE' }],
  ['RETRY', { action: 'RETRY', count: 3 }],
  ['RETRY-0', { action: 'RETRY', count: 0 }],
  ['RETRY-100', { action: 'RETRY', count: 100 }],
  ['RETRY-.*Error: 5\\d\\d.*', { action: 'RETRY', count: 3, pattern: /.*Error: 5\d\d.*/ }],
  ['RETRY-2-time-?out', { action: 'RETRY', count: 2, pattern: /time-?out/ }],
  ['RETRY-5xx', { action: 'RETRY', count: 3, pattern: /5xx/ }],
  ['RETRY-(?i)Timeout', { action: 'RETRY', count: 3, pattern: /Timeout/i }],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  ['RETRY-101', 'asks for 101 retries; the count must be between 0 and 100'],
  ['RETRY-', 'must be ABORT, CONTINUE, RETRY, RETRY-count, RETRY-regex or RETRY-count-regex'],
  ['retry', 'is "retry"; it must be ABORT'],
  ['RETRY-2-[', 'has the pattern "[", which is not a valid regular expression'],
])('%s is refused', (text, problem) => {
  expect(() => read(text)).toThrow(problem);
});
