import { Mask } from '../../../src/engine/buildspec/mask';

test('every occurrence of a secret is hidden, the longest first', () => {
  expect(new Mask(['abc', 'abcdef']).apply('abcdef abc xabcx')).toBe('*** *** x***x');
});

test('a secret of several lines is hidden line by line', () => {
  const mask = new Mask(['-----BEGIN-----\r\nMIIB\r\n  Q==\nab\n']);
  expect(['-----BEGIN-----', 'MIIB', 'Q==', 'ab'].map((line) => mask.apply(line))).toEqual(['***', '***', '***', 'ab']);
});

test('characters with a meaning in regular expressions are just characters', () => {
  expect(new Mask(['a.b*(c)[d]$^|\\-/']).apply('x a.b*(c)[d]$^|\\-/ aXb')).toBe('x *** aXb');
});

test('without secrets nothing changes', () => {
  expect(new Mask(['', 'ab']).apply('ab')).toBe('ab');
});
