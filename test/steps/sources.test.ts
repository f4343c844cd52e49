import { Lazy, SecretValue, Stack } from 'aws-cdk-lib';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { GitHubOAuthSourceProps, Source, Step } from '../../src';
import { bucketIn, buildOf, CONNECTION, HOME, pipelineIn, refusalOf, siteIn, stackIn } from '../fixture';
import { Rendered } from '../rendered';

function rendered(source: (stack: Stack) => Step) {
  const stack = stackIn(HOME);
  pipelineIn(stack, { source: source(stack), builds: [buildOf()] });
  return Rendered.of(stack);
}

const gitHub = (props: Partial<Parameters<typeof Source.gitHub>[1]> = {}) => rendered(() => Source.gitHub('acme/shop', { connectionArn: CONNECTION, ...props }));

test('a source is named Source, and so is its artifact', () => {
  expect(gitHub().action('Source/Source').OutputArtifacts).toEqual([{ Name: 'Source' }]);
  expect(gitHub({ name: 'Code' }).action('Source/Code').OutputArtifacts).toEqual([{ Name: 'Code' }]);
});

test('a branch is main unless told otherwise', () => {
  expect(gitHub().action('Source/Source').Configuration).toEqual({ ConnectionArn: CONNECTION, FullRepositoryId: 'acme/shop', BranchName: 'main' });
  expect(gitHub({ branch: 'next' }).action('Source/Source').Configuration.BranchName).toBe('next');
});

test('a connection starts the pipeline on a push, unless told otherwise', () => {
  expect(gitHub({ startOnPush: true }).action('Source/Source').Configuration.DetectChanges).toBeUndefined();
  expect(gitHub({ startOnPush: false }).action('Source/Source').Configuration.DetectChanges).toBe('false');
});

test('its role uses the connection, and nothing else', () => {
  expect(gitHub().statements('Source/Source'))
    .toEqual([{ Action: ['codeconnections:UseConnection', 'codestar-connections:UseConnection'], Resource: CONNECTION }]);
});

test.each([
  ['GitHub', Source.gitHub], ['GitHub Enterprise Server', Source.gitHubEnterpriseServer], ['Bitbucket', Source.bitbucket],
  ['GitLab', Source.gitLab], ['self-managed GitLab', Source.gitLabSelfManaged], ['Azure DevOps', Source.azureDevOps],
])('a repository of %s is refused without its owner', (_name, make) => {
  for (const repository of ['shop', 'acme/', '/shop', 'acme shop', 'https://github.com/acme shop', '']) {
    expect(refusalOf(() => make(repository, { connectionArn: CONNECTION }))).toContain(`"${repository}" is not a repository.\n  mend:  Give its owner and its name: "acme/shop".`);
  }
});

test.each(['https://github.com/acme/shop', 'git@github.com:acme/shop.git'])('an address in place of a repository is refused: %s', address => {
  expect(refusalOf(() => Source.gitHub(address, { connectionArn: CONNECTION }))).toContain('is not a repository');
});

describe('an S3 source', () => {
  test('reads its one object, with the bucket\'s key through S3', () => {
    const template = rendered(stack => Source.s3({ bucket: new s3.Bucket(stack, 'Releases', { versioned: true, encryptionKey: new kms.Key(stack, 'Key') }), objectKey: 'shop.zip' }));
    expect(template.statements('Source/Source')).toEqual([
      { Action: ['s3:GetBucketVersioning', 's3:GetBucketAcl', 's3:GetBucketLocation'], Resource: 'arn:aws:s3:::${Releases}' },
      { Action: ['s3:GetObject', 's3:GetObjectVersion', 's3:GetObjectTagging', 's3:GetObjectVersionTagging'], Resource: 'arn:aws:s3:::${Releases}/shop.zip' },
      { Action: 'kms:Decrypt', Resource: '${Key.Arn}', Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } } },
    ]);
  });

  test('is refused a key that is only known when it is deployed', () => {
    const objectKey = Lazy.string({ produce: () => 'shop.zip' });
    expect(refusalOf(() => rendered(stack => Source.s3({ bucket: bucketIn(stack, 'releases'), objectKey })))).toContain('Give it literally: the event that starts the pipeline names it.');
  });

  test('is refused a bucket of this app that is not versioned, for then there is nothing to read', () => {
    expect(refusalOf(() => rendered(stack => Source.s3({ bucket: new s3.Bucket(stack, 'Releases'), objectKey: 'shop.zip' })))).toMatch(/versioned/);
  });

  test('leaves other notifications of the bucket alone', () => {
    const template = rendered(stack => Source.s3({ bucket: new s3.Bucket(stack, 'Releases', { versioned: true, eventBridgeEnabled: false }), objectKey: 'shop.zip' }));
    expect(template.all('AWS::S3::Bucket').find(one => one.NotificationConfiguration).NotificationConfiguration).toEqual({ EventBridgeConfiguration: { EventBridgeEnabled: true } });
  });
});

test('an ECR source follows the tag `latest` unless told otherwise', () => {
  const images = (stack: Stack) => ecr.Repository.fromRepositoryName(stack, 'Images', 'base');
  const [latest, stable] = [undefined, 'stable'].map(imageTag => rendered(stack => Source.ecr({ repository: images(stack), imageTag })));
  expect(latest.action('Source/Source').Configuration).toEqual({ RepositoryName: 'base' });
  expect(latest.only('AWS::Events::Rule').EventPattern.detail['image-tag']).toEqual(['latest']);
  expect(stable.action('Source/Source').Configuration).toEqual({ RepositoryName: 'base', ImageTag: 'stable' });
  expect(stable.only('AWS::Events::Rule').EventPattern.detail['image-tag']).toEqual(['stable']);
});

test('a CodeCommit repository of this app is named by its resource', () => {
  const template = rendered(stack => Source.codeCommit(new codecommit.Repository(stack, 'Repository', { repositoryName: 'shop' })));
  expect(template.action('Source/Source').Configuration.RepositoryName).toBe('${Repository.Name}');
  expect(template.only('AWS::Events::Rule').EventPattern.resources).toEqual(['${Repository.Arn}']);
});

test('a full clone that a deployment would read is refused, for only a build can clone', () => {
  const stack = stackIn(HOME);
  const pipeline = pipelineIn(stack, { source: Source.gitHub('acme/shop', { connectionArn: CONNECTION, fullClone: true }) });
  expect(refusalOf(() => {
    pipeline.addEnvironment('Beta', { deploy: [siteIn(stack)] });
    Rendered.of(stack);
  })).toMatch(/clone/);
});

describe('GitHub by a token', () => {
  const token = SecretValue.secretsManager('github', { jsonField: 'token' });
  const oauth = (props: Partial<GitHubOAuthSourceProps> = {}) => rendered(() => Source.gitHubOAuth('acme/shop', { token, ...props }));

  test('is told its token by reference, is not polled, and has no role', () => {
    const action = oauth().action('Source/Source');
    expect(action).toMatchObject({ ActionTypeId: { Category: 'Source', Owner: 'ThirdParty', Provider: 'GitHub', Version: '1' } });
    expect(action.Configuration).toEqual({
      Owner: 'acme', Repo: 'shop', Branch: 'main', PollForSourceChanges: 'false', OAuthToken: '{{resolve:secretsmanager:github:SecretString:token::}}',
    });
    expect(action.RoleArn).toBeUndefined();
  });

  test('has no webhook unless there is a secret for it', () => {
    expect(oauth().all('AWS::CodePipeline::Webhook')).toEqual([]);
  });

  test('has a webhook that is signed with its secret, for its branch, made after the pipeline', () => {
    const template = oauth({ branch: 'next', webhookSecret: SecretValue.secretsManager('hook') });
    expect(template.only('AWS::CodePipeline::Webhook')).toEqual({
      Authentication: 'GITHUB_HMAC',
      AuthenticationConfiguration: { SecretToken: '{{resolve:secretsmanager:hook:SecretString:::}}' },
      Filters: [{ JsonPath: '$.ref', MatchEquals: 'refs/heads/{Branch}' }],
      RegisterWithThirdParty: true,
      TargetPipeline: 'Web',
      TargetAction: 'Source',
      TargetPipelineVersion: 1,
    });
    const resources = Object.entries<{ Type: string; DependsOn?: string[] }>(template.template.Resources);
    const [pipeline] = resources.find(([, one]) => one.Type === 'AWS::CodePipeline::Pipeline')!;
    expect(resources.find(([, one]) => one.Type === 'AWS::CodePipeline::Webhook')![1].DependsOn).toEqual([pipeline]);
  });

  test.each([['token', 'GitHub\'s OAuthToken'], ['webhookSecret', 'The signature of the webhook']])('is refused its %s in plain text', (secret, what) => {
    expect(refusalOf(() => oauth({ [secret]: SecretValue.unsafePlainText('ghp_1a2b') })))
      .toMatch(new RegExp(`${what} is a secret, and given in plain text\\.[^]*SecretValue\\.secretsManager`));
  });

  test('is refused a repository without its owner', () => {
    expect(refusalOf(() => Source.gitHubOAuth('shop', { token }))).toContain('"shop" is not a repository.');
  });
});
