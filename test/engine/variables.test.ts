import { Variables } from '../../src/engine/variables';

const variables = (given = {}) => {
  const all = new Variables(given);
  all.set('Src', { CommitId: 'abc', CommitMessage: 'say "hi"\n' });
  return all;
};

test('references are replaced, everything else is left alone', () => {
  expect(variables().resolve('v-#{Src.CommitId} #{not closed ${shell} #1')).toBe('v-abc #{not closed ${shell} #1');
});

test('a value that looks like a reference is not followed', () => {
  const all = variables();
  all.set('X', { a: '#{Src.CommitId}' });
  expect(all.resolve('#{X.a}')).toBe('#{Src.CommitId}');
});

test('quotation marks in a value do not break JSON', () => {
  const resolved = variables().resolveConfiguration('[{"name":"M","value":"#{Src.CommitMessage}"}]');
  expect(JSON.parse(resolved)).toEqual([{ name: 'M', value: 'say "hi"\n' }]);
});

test('what cannot be resolved is named, with what there is', () => {
  expect(() => variables().resolve('#{Src.Branch}')).toThrow('the variable #{Src.Branch} cannot be resolved: Src gives CommitId, CommitMessage; a run on this machine takes it from --variable Src.Branch=value');
  expect(() => variables().resolve('#{Nope.X}')).toThrow(/no action that ran before has the namespace Nope \(there is Src\)/);
  expect(() => variables().resolve('#{Src.constructor}')).toThrow(/cannot be resolved/);
});

test('a value from outside wins', () => {
  expect(variables({ 'Src.CommitId': 'mine', 'Stack.Url': 'http://localhost' }).resolve('#{Src.CommitId} #{Stack.Url}')).toBe('mine http://localhost');
});
