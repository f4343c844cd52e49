import { actionOf, advice, type Json } from './fixture';

const ID = 'polling-source';

function polling(source: Json) {
  return advice(ID, (pipeline, template) => {
    template.Parameters = { Poll: { Type: 'String', Default: 'true' } };
    pipeline.Stages[0].Actions = [{ ...source, OutputArtifacts: [{ Name: 'ShopSource' }] }];
  });
}

const S3 = (more: Json) => actionOf('Source', 'S3', { Configuration: { S3Bucket: 'shop', S3ObjectKey: 'source.zip', ...more } });

test.each([
  ['S3', S3({})],
  ['CodeCommit', actionOf('Source', 'CodeCommit', { Configuration: { RepositoryName: 'shop', BranchName: 'main' } })],
  ['GitHub', actionOf('Source', 'GitHub', { Configuration: { Owner: 'acme', Repo: 'shop', Branch: 'main', OAuthToken: { Ref: 'Poll' } } }, 'ThirdParty')],
])('a source of %s that does not say how it learns of changes polls', (name, source) => {
  expect(polling(source)).toEqual([expect.objectContaining({
    severity: 'warning',
    part: `Source/${name}`,
    message: `The source "${name}" polls: PollForSourceChanges is not given, and true by default.`,
    path: ['Resources', 'Pipeline', 'Properties', 'Stages', 0, 'Actions', 0, 'Configuration'],
  })]);
});

test.each([true, 'true', 'True'])('PollForSourceChanges %p is found where it stands', value => {
  expect(polling(S3({ PollForSourceChanges: value })).map(({ path }) => path[path.length - 1])).toEqual(['PollForSourceChanges']);
});

test.each([false, 'false', { Ref: 'Poll' }])('PollForSourceChanges %p is not', value => {
  expect(polling(S3({ PollForSourceChanges: value }))).toEqual([]);
});

test.each([
  ['images', actionOf('Source', 'ECR', { Configuration: { RepositoryName: 'shop' } })],
  ['a connection', actionOf('Source', 'CodeStarSourceConnection', { Configuration: { ConnectionArn: 'arn:aws:codeconnections:eu-west-1:111111111111:connection/1', FullRepositoryId: 'acme/shop', BranchName: 'main' } })],
  ['another make', actionOf('Source', 'Perforce', {}, 'Custom')],
  ['a configuration that is not known', { ...S3({}), Configuration: { Ref: 'Poll' } }],
])('a source of %s does not poll', (_, source) => {
  expect(polling(source)).toEqual([]);
});
