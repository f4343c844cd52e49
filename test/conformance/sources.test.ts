import { SecretValue } from 'aws-cdk-lib';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import * as actions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { renderSource, SourceIntent } from './rendered-action';
import { Source } from '../../src';

const actionName = 'Source';
const connectionArn = 'arn:aws:codeconnections:eu-west-1:111111111111:connection/1a2b';

const ofConnection = (ours: SourceIntent['ours'], more: Partial<actions.CodeStarConnectionsSourceActionProps> = {}): SourceIntent => ({
  ours,
  theirs: (_stack, output) => new actions.CodeStarConnectionsSourceAction({ actionName, output, connectionArn, owner: 'acme', repo: 'shop', branch: 'main', ...more }),
});

const ofCodeCommit = (props: { branch?: string; fullClone?: boolean } = {}): SourceIntent => ({
  ours: stack => Source.codeCommit(codecommit.Repository.fromRepositoryName(stack, 'Repository', 'shop'), props),
  theirs: (stack, output) => new actions.CodeCommitSourceAction({
    actionName,
    output,
    repository: codecommit.Repository.fromRepositoryName(stack, 'Repository', 'shop'),
    branch: props.branch ?? 'main',
    codeBuildCloneOutput: props.fullClone,
    trigger: actions.CodeCommitTrigger.EVENTS,
  }),
});

const ofEcr = (imageTag?: string): SourceIntent => ({
  ours: stack => Source.ecr({ repository: ecr.Repository.fromRepositoryName(stack, 'Repository', 'shop'), imageTag }),
  theirs: (stack, output) => new actions.EcrSourceAction({ actionName, output, repository: ecr.Repository.fromRepositoryName(stack, 'Repository', 'shop'), imageTag }),
});

test.each<[string, SourceIntent]>([
  ['GitHub', ofConnection(() => Source.gitHub('acme/shop', { connectionArn }))],
  ['GitHub, a branch', ofConnection(() => Source.gitHub('acme/shop', { connectionArn, branch: 'next' }), { branch: 'next' })],
  ['GitHub, a full clone', ofConnection(() => Source.gitHub('acme/shop', { connectionArn, fullClone: true }), { codeBuildCloneOutput: true })],
  ['GitHub, started by hand', ofConnection(() => Source.gitHub('acme/shop', { connectionArn, startOnPush: false }), { triggerOnPush: false })],
  ['GitHub Enterprise Server', ofConnection(() => Source.gitHubEnterpriseServer('acme/shop', { connectionArn }))],
  ['Bitbucket', ofConnection(() => Source.bitbucket('acme/shop', { connectionArn }))],
  ['GitLab', ofConnection(() => Source.gitLab('acme/shop', { connectionArn }))],
  ['GitLab, with subgroups', ofConnection(() => Source.gitLab('acme/web/shop', { connectionArn }), { repo: 'web/shop' })],
  ['self-managed GitLab', ofConnection(() => Source.gitLabSelfManaged('acme/shop', { connectionArn }))],
  ['Azure DevOps', ofConnection(() => Source.azureDevOps('acme/shop', { connectionArn }))],
  ['GitHub by a token', {
    ours: () => Source.gitHubOAuth('acme/shop', { token: SecretValue.secretsManager('github') }),
    theirs: (_stack, output) => new actions.GitHubSourceAction({
      actionName, output, owner: 'acme', repo: 'shop', branch: 'main', oauthToken: SecretValue.secretsManager('github'), trigger: actions.GitHubTrigger.NONE,
    }),
  }],
  ['CodeCommit', ofCodeCommit()],
  ['CodeCommit, a branch', ofCodeCommit({ branch: 'next' })],
  ['CodeCommit, a full clone', ofCodeCommit({ fullClone: true })],
  ['S3', {
    ours: stack => Source.s3({ bucket: s3.Bucket.fromBucketName(stack, 'Bucket', 'releases'), objectKey: 'shop/source.zip' }),
    theirs: (stack, output) => new actions.S3SourceAction({
      actionName, output, bucket: s3.Bucket.fromBucketName(stack, 'Bucket', 'releases'), bucketKey: 'shop/source.zip', trigger: actions.S3Trigger.EVENTS,
    }),
  }],
  ['ECR', ofEcr()],
  ['ECR, a tag', ofEcr('stable')],
])('%s renders as the L2 renders it', (_name, intent) => {
  const { ours, theirs } = renderSource(intent);
  expect(ours).toEqual(theirs);
});
