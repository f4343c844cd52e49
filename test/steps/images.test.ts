import * as ecr from 'aws-cdk-lib/aws-ecr';
import { Build, ImageProps } from '../../src';
import { HOME, pipelineIn, refusalOf, renderedWith, sourceOf, stackIn } from '../fixture';
import { Rendered } from '../rendered';

const repository = ecr.Repository.fromRepositoryName(stackIn(HOME, 'Outside'), 'Images', 'shop');

test('an image may be tagged with a variable', () => {
  const stack = stackIn(HOME);
  const source = sourceOf();
  pipelineIn(stack, { source, builds: [Build.image('Image', { repository, tags: ['latest', source.variables.commitId] })] });
  const rendered = Rendered.of(stack);
  expect(rendered.action('Build/Image').Configuration.ImageTags).toBe(`latest,#{${rendered.action('Source/Source').Namespace}.CommitId}`);
});

test('the logs of a build of an image are not kept for ever', () => {
  expect(renderedWith(Build.image('Image', { repository })).only('AWS::Logs::LogGroup')).toEqual({ LogGroupName: '/aws/codepipeline/Web', RetentionInDays: 90 });
});

test('a repository of this app is named by its resource', () => {
  const stack = stackIn(HOME);
  pipelineIn(stack, { builds: [Build.image('Image', { repository: new ecr.Repository(stack, 'Images') })] });
  expect(Rendered.of(stack).action('Build/Image').Configuration).toEqual({ ECRRepositoryName: '${Images}' });
});

describe('refused is', () => {
  test.each<[string, ImageProps, RegExp]>([
    ['an image that is pushed nowhere', {}, /pushed nowhere[^]*`repository` and `publicRepositoryName`/],
    ['an image that is pushed to two places', { repository, publicRepositoryName: 'acme/shop' }, /two repositories/],
    ['an image without a tag', { repository, tags: [] }, /no tag/],
    ['a tag with a slash', { repository, tags: ['feature/a'] }, /The tag "feature\/a" is not allowed/],
    ['a tag that begins with a dot', { repository, tags: ['.a'] }, /neither \. nor -/],
    ['a tag of 129 characters', { repository, tags: ['x'.repeat(129)] }, /1 to 128/],
  ])('%s', (_what, props, expected) => {
    expect(refusalOf(() => Build.image('Image', props))).toMatch(expected);
  });
});
