import { AT, built, findingsWithYaml } from './build';
import { BATCH_VERSION } from '../../../src/checks/buildspec/batch-version';


const found = (buildspec: string, isBatch: unknown = 'true') => findingsWithYaml(built(buildspec, action => { action.Configuration.BatchEnabled = isBatch; }), BATCH_VERSION.id);
const yaml = (version: string) => `version: ${version}\nphases:\n  build:\n    commands: [make]\n`;
const json = (version: unknown, space?: number) => JSON.stringify({ version, phases: { build: { commands: ['echo version: "1"'] } } }, undefined, space);

test.each([yaml('"0.2"'), yaml('\'0.2\''), json('0.2'), json('0.2', 2)])('a batch with its version in quotes is warned of: %j', buildspec => {
  expect(found(buildspec)).toEqual([expect.objectContaining({ severity: 'warning', path: AT, message: 'The version of the buildspec is a text, and the build is a batch.' })]);
  expect(found(buildspec, false)).toEqual([]);
});

const beside = 'env:\n  variables:\n    version: "0.2"\n';
const last = (version: unknown) => JSON.stringify({ phases: { build: { commands: ['make'] } }, env: { variables: { version: '1' } }, version });

test('wherever the version stands', () => {
  expect(found(last('0.2'))).toHaveLength(1);
});

test.each([yaml('0.2'), json(0.2), json(0.2, 2), last(0.2), yaml('0.2') + beside, '{version: 0.2, phases: {build: {commands: [make]}}}'])('one with a number is not: %j', buildspec => {
  expect(found(buildspec)).toEqual([]);
});
