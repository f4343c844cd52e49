import { BRANCH, BUCKET, CONNECTION_ARN, GITHUB_NAME, IMAGE_REPOSITORY, IMAGE_TAG, OBJECT_KEY, REPOSITORY_ID, REPOSITORY_NAME } from './forms';
import { arn, throughS3 } from './grants';
import { Provider } from './provider';

const COMMON = {
  category: 'Source', owner: 'AWS', version: '1', inputs: { min: 0, max: 0 }, outputs: { min: 1, max: 1 },
} as const;
const BOOLEAN = { values: ['true', 'false'] };
const GUIDE = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/';

export const S3_SOURCE: Provider = {
  ...COMMON,
  provider: 'S3',
  factories: ['Source.s3'],
  configuration: {
    S3Bucket: { required: true, form: BUCKET },
    S3ObjectKey: { required: true, form: OBJECT_KEY },
    AllowOverrideForS3ObjectKey: BOOLEAN,
    PollForSourceChanges: BOOLEAN,
  },
  variables: ['BucketName', 'ObjectKey', 'ETag', 'VersionId'],
  permissions: r => {
    const bucket = `arn:${r.partition}:s3:::${r.configuration.S3Bucket}`;
    return [
      { actions: ['s3:GetBucketVersioning', 's3:GetBucketAcl', 's3:GetBucketLocation'], resources: [bucket] },
      {
        actions: ['s3:GetObject', 's3:GetObjectVersion', 's3:GetObjectTagging', 's3:GetObjectVersionTagging'],
        resources: [`${bucket}/${r.configuration.S3ObjectKey}`],
      },
      ...throughS3(r, ['kms:Decrypt'], r.arns.sourceKey),
    ];
  },
  source: `${GUIDE}action-reference-S3.html`,
};

export const CODECOMMIT_SOURCE: Provider = {
  ...COMMON,
  provider: 'CodeCommit',
  factories: ['Source.codeCommit'],
  configuration: {
    RepositoryName: { required: true, form: REPOSITORY_NAME },
    BranchName: { required: true, form: BRANCH },
    PollForSourceChanges: BOOLEAN,
    OutputArtifactFormat: { values: ['CODE_ZIP', 'CODEBUILD_CLONE_REF'] },
  },
  variables: ['RepositoryName', 'BranchName', 'CommitId', 'CommitMessage', 'AuthorDate', 'CommitterDate'],
  permissions: r => [{
    actions: [
      'codecommit:GetBranch', 'codecommit:GetCommit', 'codecommit:UploadArchive',
      'codecommit:GetUploadArchiveStatus', 'codecommit:CancelUploadArchive',
      ...(r.configuration.OutputArtifactFormat === 'CODEBUILD_CLONE_REF' ? ['codecommit:GetRepository'] : []),
    ],
    resources: [arn(r, 'codecommit', `${r.configuration.RepositoryName}`)],
  }],
  source: `${GUIDE}action-reference-CodeCommit.html`,
};

export const ECR_SOURCE: Provider = {
  ...COMMON,
  provider: 'ECR',
  factories: ['Source.ecr'],
  configuration: { RepositoryName: { required: true, form: IMAGE_REPOSITORY }, ImageTag: { form: IMAGE_TAG } },
  variables: ['RegistryId', 'RepositoryName', 'ImageTag', 'ImageDigest', 'ImageURI'],
  permissions: r => [{ actions: ['ecr:DescribeImages'], resources: [arn(r, 'ecr', `repository/${r.configuration.RepositoryName}`)] }],
  source: `${GUIDE}action-reference-ECR.html`,
};

/** GitHub, GitHub Enterprise Server, Bitbucket, GitLab, self-managed GitLab and Azure DevOps: what differs is the connection. */
export const CONNECTION_SOURCE: Provider = {
  ...COMMON,
  provider: 'CodeStarSourceConnection',
  factories: [
    'Source.gitHub',
    'Source.gitHubEnterpriseServer',
    'Source.bitbucket',
    'Source.gitLab',
    'Source.gitLabSelfManaged',
    'Source.azureDevOps',
  ],
  configuration: {
    ConnectionArn: { required: true, form: CONNECTION_ARN },
    FullRepositoryId: { required: true, form: REPOSITORY_ID },
    BranchName: { required: true, form: BRANCH },
    OutputArtifactFormat: { values: ['CODE_ZIP', 'CODEBUILD_CLONE_REF'] },
    DetectChanges: BOOLEAN,
  },
  variables: [
    'AuthorDate', 'AuthorDisplayName', 'AuthorEmail', 'AuthorId', 'BranchName', 'CommitId', 'CommitMessage', 'ConnectionArn',
    'DestinationBranchName', 'FullRepositoryName', 'ProviderType', 'PullRequestId', 'PullRequestTitle', 'SourceBranchName', 'TagName',
  ],
  // the service was renamed: which of the two prefixes is asked for depends on the connection's own ARN
  permissions: r => [{
    actions: ['codeconnections:UseConnection', 'codestar-connections:UseConnection'],
    resources: [`${r.configuration.ConnectionArn}`],
  }],
  source: `${GUIDE}action-reference-CodestarConnectionSource.html`,
};

/** GitHub by a token: the old way, which sees every repository of its owner. A connection does it better. */
export const GITHUB_OAUTH_SOURCE: Provider = {
  ...COMMON,
  owner: 'ThirdParty',
  provider: 'GitHub',
  factories: ['Source.gitHubOAuth'],
  configuration: {
    Owner: { required: true, form: GITHUB_NAME },
    Repo: { required: true, form: GITHUB_NAME },
    Branch: { required: true, form: BRANCH },
    OAuthToken: { required: true, secret: true },
    PollForSourceChanges: BOOLEAN,
  },
  variables: ['AuthorDate', 'BranchName', 'CommitId', 'CommitMessage', 'CommitUrl', 'CommitterDate', 'RepositoryName'],
  permissions: () => [],
  source: `${GUIDE}appendix-github-oauth.html`,
};
