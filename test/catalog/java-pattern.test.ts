import fc from 'fast-check';
import { javaPatternProblem } from '../../src/catalog/java-pattern';

test.each([
  'feat.*', '^v\\d+\\.\\d+$', '(?i)release', '(?x) a # ( comment', '\\Q[(\\E', '\\Q(', 'a*+b', '[a-z&&[^aeiou]]', '[]a]', '[^]a]', '(?<name>a)\\k<name>', '\\p{Lu}', 'a{2,3}', '[(]', '\\(', '', '(?>a|b)',
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
])('%p is none', (pattern, wrong) => {
  expect(javaPatternProblem(pattern)).toContain(wrong);
});

test('what JavaScript can compile is never refused, and long patterns are judged at once', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'()[]*+?\\|^$ab{}1,-') }), pattern => {
    const problem = javaPatternProblem(pattern);
    if (problem !== undefined) expect(() => new RegExp(pattern)).toThrow();
  }), { numRuns: 2000 });
  expect(javaPatternProblem('('.repeat(100_000))).toContain('nothing closes');
});
