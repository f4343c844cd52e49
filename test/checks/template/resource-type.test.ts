import { RESOURCE_TYPE } from '../../../src/checks/template/resource-type';
import type { Json } from '../fixture';
import { foundBy } from '../found-by';

const beside = (resource: Json, more: Json = {}) => foundBy(RESOURCE_TYPE, (_, template) => {
  template.Resources.Other = resource;
  Object.assign(template, more);
});

test.each<[string, string?]>([
  ['AWS::CodeBuild::Projects', 'AWS::CodeBuild::Project'],
  ['AWS::CodePipeline::Pipelines', 'AWS::CodePipeline::Pipeline'],
  ['AWS::CodePipeline::Stage'],
  ['AWS::CodeBuild::Project::More', 'AWS::CodeBuild::Project'],
  ['AWS::Codebuild::Project', 'AWS::CodeBuild::Project'],
  ['AWS::IAM::Roles', 'AWS::IAM::Role'],
  ['AWS::S3::bucket', 'AWS::S3::Bucket'],
  ['AWS::Events::Rle', 'AWS::Events::Rule'],
  ['AWS::SNS::Topics', 'AWS::SNS::Topic'],
  ['aws::iam::role', 'AWS::IAM::Role'],
  ['AWS:IAM:Role', 'AWS::IAM::Role'],
  ['CodeBuild'],
  ['AWS::S3'],
])('%s is found', (...[type, meant]) => {
  expect(beside({ Type: type })).toEqual([expect.objectContaining({
    severity: 'error', message: `There is no type of resources "${type}".`, path: ['Resources', 'Other', 'Type'], ...(meant && { mend: `Did you mean "${meant}"?` }),
  })]);
});

test('a resource without one is found', () => {
  expect(beside({ Properties: {} })).toEqual([expect.objectContaining({ message: 'The resource "Other" has no Type.', path: ['Resources', 'Other'] })]);
});

test.each<[Json, Json?]>([
  [{ Type: 'AWS::CodeBuild::Fleet' }],
  [{ Type: 'AWS::IAM::OIDCProvider' }],
  [{ Type: 'AWS::S3::VersionArchive' }],
  [{ Type: 'AWS::S3Tables::TableBucket' }],
  [{ Type: 'AWS::NewService::Thing' }],
  [{ Type: 'AWS::CodeStar::GitHubRepository' }],
  [{ Type: 'Custom::Thing' }],
  [{ Type: 'Alexa::ASK::Skill' }],
  [{ Type: 7 }],
  [{ 'Fn::Transform': { Name: 'AWS::Include' } }],
  [7],
  [{ Type: 'AWS::CodeBuild::Projects' }, { Transform: 'Own::Macro' }],
])('%j is not', (...[resource, more]) => {
  expect(beside(resource, more)).toEqual([]);
});
