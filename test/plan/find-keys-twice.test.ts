import { parseDocument } from 'yaml';
import { keysTwiceInJson, keysTwiceInYaml } from '../../src/plan/find-keys-twice';

test('keys that stand twice are told by their paths, in JSON as in YAML', () => {
  const text = '{"a": [0, {"b": 1, "c": {"b": 2}, "b": [3]}], "b": "a", "a": {"\\u0061": 1, "a": {}}, "d": [[{"e": 1}, {"e": 1, "e": 2}]]}';
  const paths = [['a', 1, 'b'], ['a'], ['a', 'a'], ['d', 0, 1, 'e']];
  expect(keysTwiceInJson(text)).toEqual(paths);
  expect([...keysTwiceInYaml(parseDocument(text, { uniqueKeys: false }).contents)]).toEqual(paths);
});

test('however deep JSON is', () => {
  const deep = 150_000;
  expect(keysTwiceInJson(`${'{"a":'.repeat(deep)}{"b": 1, "b": 2}${'}'.repeat(deep)}`)).toEqual([[...Array<string>(deep).fill('a'), 'b']]);
});
