import { built, findingsWithYaml } from './build';
import { VALID_BATCHES, VALID_BUILDSPECS } from './valid-buildspecs';
import { BUILDSPEC_CHECKS } from '../../../src/checks/buildspec';
import { parseBuildspec } from '../../../src/engine/buildspec';
import { type Json } from '../fixture';

/** Which outputs the action gives is another question. */
const IDS = BUILDSPEC_CHECKS.map(({ id }) => String(id)).filter(id => id !== 'conveyor:buildspec-artifacts');

const found = (buildspec: string, isBatch: boolean) => findingsWithYaml(built(buildspec, (action: Json, template: Json) => {
  if (isBatch) action.Configuration.BatchEnabled = 'true';
  template.Resources.Project.Properties.Environment = { Type: 'LINUX_CONTAINER', Image: 'aws/codebuild/standard:7.0', ComputeType: 'BUILD_GENERAL1_SMALL' };
})).filter(({ id }) => IDS.includes(id));

test.each(Object.entries(VALID_BUILDSPECS))('nothing is found in %s', (_, buildspec) => {
  expect(found(buildspec, false)).toEqual([]);
});

test.each(Object.entries(VALID_BATCHES))('nothing is found in %s', (_, buildspec) => {
  expect(found(buildspec, true)).toEqual([]);
});

test.each(Object.entries(VALID_BUILDSPECS))('the engine reads %s', (_, buildspec) => {
  expect(Object.keys(parseBuildspec(buildspec, 'buildspec.yml').phases)).not.toEqual([]);
});
