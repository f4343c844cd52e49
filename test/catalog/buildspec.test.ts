import { ARTIFACTS, BUILDSPEC, BUILDSPEC_PHASES, type Grammar, keysOf, PHASE, PHASES, platformOf, SECONDARY_ARTIFACT, STANDARD_IMAGE } from '../../src/catalog/buildspec';

/** Every part of a grammar. */
function partsOf(grammar: Grammar): Grammar[] {
  const within = grammar.is === 'map' ? Object.values(grammar.keys) : 'each' in grammar ? [grammar.each] : [];
  return [grammar, ...within.flatMap(partsOf)];
}

const PARTS = partsOf(BUILDSPEC);

test('what a map needs are keys of it', () => {
  for (const part of PARTS) {
    if (part.is === 'map') expect(Object.keys(part.keys)).toEqual(expect.arrayContaining([...(part.needs ?? []).flat(), ...part.either ?? []]));
  }
});

test('whoever is refused for a form is told another one', () => {
  const formed = PARTS.filter(part => part.is === 'text' && part.form);
  expect(formed.length).toBeGreaterThan(5);
  expect(formed.filter(({ mend }) => !mend)).toEqual([]);
});

test('the phases are in the order in which they run', () => {
  expect(keysOf(PHASES)).toEqual(BUILDSPEC_PHASES);
});

test('a key that has its place elsewhere is none of the keys', () => {
  expect(Object.keys(PHASE.keys)).toContain('runtime-versions');
  expect(keysOf(PHASE)).not.toContain('runtime-versions');
});

test('a secondary artifact has all keys of an artifact but its secondary ones', () => {
  expect(keysOf(SECONDARY_ARTIFACT)).toEqual(keysOf(ARTIFACTS).filter(key => key !== 'secondary-artifacts'));
});

test.each([
  ['LINUX_CONTAINER', 'linux'], ['ARM_LAMBDA_CONTAINER', 'linux'], ['LINUX_GPU_CONTAINER', 'linux'], ['WINDOWS_EC2', 'windows'], ['WINDOWS_SERVER_2019_CONTAINER', 'windows'],
  ['MAC_ARM', 'mac'], ['LINUX', undefined], [undefined, undefined],
])('%s runs on %s', (type, platform) => {
  expect(platformOf(type)).toBe(platform);
});

test.each([
  ['aws/codebuild/standard:7.0', true], ['aws/codebuild/amazonlinux2-x86_64-standard:5.0', true], ['aws/codebuild/amazonlinux-aarch64-standard:2.0', true],
  ['aws/codebuild/amazonlinux-x86_64-lambda-standard:nodejs20', false], ['aws/codebuild/windows-base:2019-3.0', false], ['shop/standard:7.0', false],
])('that %s is a standard image is %s', (image, isStandard) => {
  expect(STANDARD_IMAGE.test(image)).toBe(isStandard);
});
