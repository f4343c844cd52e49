import { TAGS } from '../../../src/checks/structure/tags';
import { foundBy, OTHER_UNKNOWN, UNKNOWN } from '../found-by';

const said = (tags: unknown) => foundBy(TAGS, pipeline => { pipeline.Tags = tags; }).map(({ message }) => message);
const many = (count: number) => Array.from({ length: count }, (_, at) => ({ Key: `key-${at}`, Value: '' }));

test.each<[unknown, string[]]>([
  [many(51), ['The pipeline has 51 tags.']],
  [[{ Key: 'team', Value: 'a' }, { Key: 'team', Value: 'b' }], ['Two tags have the key "team".']],
  [[{ Key: UNKNOWN, Value: 'a' }, { Key: UNKNOWN, Value: 'b' }], [expect.stringMatching(/^Two tags have the key /) as string]],
  [[{ Key: 'aws:team', Value: 'a' }], ['The key of a tag is "aws:team".']],
  [[{ Key: '', Value: 'a' }], ['The key of a tag has 0 characters.']],
  [[{ Key: 'x'.repeat(129), Value: 'a' }], ['The key of a tag has 129 characters.']],
  [[{ Key: 'team', Value: 'x'.repeat(257) }], ['The value of a tag has 257 characters.']],
  [[{ Key: 'team' }], ['A tag has no Value.']],
  [[{ Value: 'a' }], ['A tag has no Key.']],
])('%j is found', (tags, messages) => {
  expect(said(tags)).toEqual(messages);
});

test.each<[string, unknown]>([
  ['fifty', many(50)],
  ['those as long as can be', [{ Key: 'x'.repeat(128), Value: 'x'.repeat(256) }]],
  ['those that differ in case alone', [{ Key: 'team', Value: '' }, { Key: 'Team', Value: '' }]],
  ['unknown ones', [{ Key: UNKNOWN, Value: UNKNOWN }, { Key: OTHER_UNKNOWN, Value: UNKNOWN }]],
  ['an unknown list', UNKNOWN],
  ['none', undefined],
])('%s are not', (_what, tags) => {
  expect(said(tags)).toEqual([]);
});
