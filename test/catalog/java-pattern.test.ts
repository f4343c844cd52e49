import fc from 'fast-check';
import { javaPatternProblem } from '../../src/catalog/java-pattern';

test.each([
  'feat.*', '^v\\d+\\.\\d+$', '(?i)release', '(?x) a # ( comment', '\\Q[(\\E', '\\Q(', 'a*+b', '[a-z&&[^aeiou]]', '[]a]', '[^]a]', '(?<name>a)\\k<name>', '\\p{Lu}', 'a{2,3}', '[(]', '\\(', '', '(?>a|b)',
  '[{]', '\\{', '[[a]{]', '\\x{1F600}', '\\N{DIGIT ONE}', '\\Qa{\\E', 'a{2}', 'a{2,}', '(?x) a { # a brace', '[a-[b]]', '\\Q[z-a]\\E',
])('%p may be a pattern of Java', pattern => {
  expect(javaPatternProblem(pattern)).toBeUndefined();
});

test.each([
  ['feat(', '"(" that nothing closes'],
  ['(a|(b)', '"(" that nothing closes'],
  ['feat)', '")" too many'],
  ['[a-z', '"[" that nothing closes'],
  ['*', '"*" with nothing before it'],
  ['*-SNAPSHOT', '"*" with nothing before it'],
  ['a|+b', '"+" with nothing before it'],
  ['(*)', '"*" with nothing before it'],
  ['a\\', 'ends with a backslash'],
  ['[z-a]', 'ends before it begins'],
  ['a{3,1}', 'less than its first'],
  ['(?<n>a)(?<n>b)', 'two groups of one name'],
  ['a{x}', '"{" that no number'],
  ['v{,3}', '"{" that no number'],
  ['${version}', '"{" that no number'],
])('%p is none', (pattern, wrong) => {
  expect(javaPatternProblem(pattern)).toContain(wrong);
});

test('what JavaScript can compile is refused for its braces alone, which only Java always counts by, and long patterns are judged at once', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'()[]*+?\\|^$ab{}1,-') }), pattern => {
    const problem = javaPatternProblem(pattern);
    if (problem !== undefined && !problem.includes('a "{" that no number')) expect(() => new RegExp(pattern)).toThrow();
  }), { numRuns: 2000 });
  expect(javaPatternProblem('('.repeat(100_000))).toContain('nothing closes');
});
