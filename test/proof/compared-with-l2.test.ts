/** Beside aws-cdk-lib's own actions: for every provider that both know, less is allowed here. */

import { compare, Compared, total } from './compared-with-l2';
import { NOT_FEWER } from './equal-to-l2';
import { ACTION_INTENTS, SOURCE_INTENTS } from './intents';

const compared = new Map<string, Compared>();

beforeAll(async () => {
  for (const intent of [...SOURCE_INTENTS, ...ACTION_INTENTS]) compared.set(intent.provider, await compare(intent));
}, 180_000);

const providers = [...SOURCE_INTENTS, ...ACTION_INTENTS].map(({ provider }) => [provider]);

test.each(providers)('%s: the roles that work for the action are allowed less than with the L2', provider => {
  const { ours, theirs } = compared.get(provider)!;
  expect(total(ours)).toBeLessThan(total(theirs));
});

test.each(providers)('%s: so is the role of the action alone, or it is said why not', provider => {
  const { ours: { action: ours }, theirs: { action: theirs } } = compared.get(provider)!;
  const reason = NOT_FEWER[provider];
  if (!reason) {
    expect(ours.size).toBeLessThan(theirs.size);
    return;
  }
  expect(ours.size).toBeGreaterThanOrEqual(theirs.size);
  const beyond = [...ours].filter(pair => !theirs.has(pair));
  expect(beyond.filter(pair => !reason.beyond.some(known => pair.startsWith(known)))).toEqual([]);
});

test('the role of a pipeline takes on the role of its action, and is allowed nothing else where AWS provides the action', () => {
  const own = new Set(['GitHub (OAuth)', 'Jenkins', 'AlexaSkillsKit', 'Manual, without a topic']);
  for (const [provider, { ours }] of compared) {
    if (!own.has(provider)) expect([...ours.pipeline]).toEqual(['sts:AssumeRole on the role of the action']);
  }
});
