import { referencesIn } from '../../../src/checks/variables/reference';

test('a text has as many references as are in it', () => {
  expect(referencesIn('#{Source.CommitId} and [{"name":"A","value":"#{variables.my-key}"}]')).toEqual([
    { written: '#{Source.CommitId}', namespace: 'Source', key: 'CommitId' },
    { written: '#{variables.my-key}', namespace: 'variables', key: 'my-key' },
  ]);
});

test.each<[string, object]>([
  ['#{CommitId}', { written: '#{CommitId}', namespace: 'CommitId', key: '', wrong: 'no key' }],
  ['#{.CommitId}', { written: '#{.CommitId}', namespace: '', key: 'CommitId', wrong: 'no namespace' }],
  ['#{ Source.CommitId }', { written: '#{ Source.CommitId }', namespace: 'Source', key: 'CommitId', wrong: 'spaces' }],
  ['#{Source.CommitId and', { written: '#{Source.CommitId', namespace: 'Source', key: 'CommitId', wrong: 'unclosed' }],
  ['#{Source.CommitId #{Source.BranchName}', { written: '#{Source.CommitId', namespace: 'Source', key: 'CommitId', wrong: 'unclosed' }],
  ['#{Source.a.b}', { written: '#{Source.a.b}', namespace: 'Source', key: 'a', wrong: 'characters' }],
  ['#{Source.}', { written: '#{Source.}', namespace: 'Source', key: '', wrong: 'characters' }],
])('%s is none', (text, misreference) => {
  expect(referencesIn(text)[0]).toEqual(misreference);
});

test.each([
  'no reference at all',
  '${Source.CommitId}',
  'echo ${#list[@]} # {comment}',
  '#{}',
  'Build #{unresolved:Number}',
  '#{variables.{unresolved:Name}}',
  '#{{unresolved:Namespace}.CommitId}',
])('%s is nothing', text => {
  expect(referencesIn(text)).toEqual([]);
});

test('a long text of beginnings takes no time', () => {
  expect(referencesIn('#{a.'.repeat(100_000))).toHaveLength(100_000);
});
