import { Mask } from '../../src/engine/masking';
import { secretValue } from '../../src/engine/secrets';

const of = (given: Record<string, string>, reference: string, kind = 'secrets-manager') => secretValue(given, kind, reference, new Mask());

test.each([
  ['by the whole reference', { 'db:password:AWSCURRENT': 'x' }, 'db:password:AWSCURRENT', 'x'],
  ['by id and key', { 'db:password': 'x' }, 'db:password:AWSCURRENT', 'x'],
  ['by id, as JSON with the key', { db: '{"password":"x"}' }, 'db:password', 'x'],
  ['by id, as a whole', { db: 'x' }, 'db', 'x'],
  ['of an ARN by the name in it', { db: '{"password":"x"}' }, 'arn:aws:secretsmanager:eu-west-1:1:secret:db:password::', 'x'],
])('a secret is found %s', (_what, given, reference, expected) => {
  expect(of(given, reference)).toBe(expected);
});

test('a secret that nobody gave is an error that says how to give it', () => {
  expect(() => of({}, 'db:password')).toThrow("db:password of Secrets Manager is not known on this machine: give it with --secret 'db:password=value'");
  expect(() => of({ db: 'not json' }, 'db:password')).toThrow(/not known/);
  expect(() => of({}, '/shop/token', 'parameter-store')).toThrow(/of Parameter Store/);
});

test('masking hides secrets whole, by line, the longest first', () => {
  const mask = new Mask();
  mask.add('token');
  mask.add('token-and-more');
  mask.add('first line\nsecond line');
  mask.add('a'); // too short to hide
  expect(mask.of('token token-and-more a second line')).toBe('*** *** a ***');
});

test('masking reaches into lists', () => {
  const mask = new Mask();
  mask.add('hunter2');
  const tests = { total: 1, failed: 1, failures: [{ name: 'logs in', message: 'no hunter2 here' }] };
  expect(mask.ofEvent({ type: 'action-finished', tests } as never)).toEqual({ type: 'action-finished', tests: { ...tests, failures: [{ name: 'logs in', message: 'no *** here' }] } });
});

test('a secret that is a common word does not change what an event is', () => {
  const mask = new Mask();
  for (const word of ['log', 'Build', 'command']) mask.add(word);
  expect(mask.ofEvent({ type: 'log', stage: 'Build', action: 'Make', line: 'Build log', from: 'command' }))
    .toEqual({ type: 'log', stage: 'Build', action: 'Make', line: '*** ***', from: 'command' });
});
