/** What the role of each provider's action may do beside its artifacts: exactly this. */

import { findProvider } from '../../src/catalog/catalog';
import { PermissionRequest, Provider } from '../../src/catalog/provider';
import { CODEBUILD_RULE } from '../../src/catalog/rules';

const guide = (category: string, provider: string): Provider => findProvider(category, 'AWS', provider)!;

/** What is granted; why stands in wildcards.test.ts. */
function statements(provider: Pick<Provider, 'permissions'>, configuration: PermissionRequest['configuration'], arns: PermissionRequest['arns'] = {}) {
  return provider.permissions({ partition: 'aws', region: 'eu-west-1', account: '111111111111', pipelineName: 'Web', configuration, arns })
    .map(({ why: _, ...granted }) => granted);
}

const arn = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:111111111111:${resource}`;
const bucketReads = ['s3:GetBucketVersioning', 's3:GetBucketAcl', 's3:GetBucketLocation'];

test('a connection is used under both names of its service', () => {
  const connection = arn('codeconnections', 'connection/1a2b');
  expect(statements(guide('Source', 'CodeStarSourceConnection'), { ConnectionArn: connection, FullRepositoryId: 'acme/shop', BranchName: 'main' }))
    .toEqual([{ actions: ['codeconnections:UseConnection', 'codestar-connections:UseConnection'], resources: [connection] }]);
});

describe('CodeCommit', () => {
  const base = ['codecommit:GetBranch', 'codecommit:GetCommit', 'codecommit:UploadArchive', 'codecommit:GetUploadArchiveStatus', 'codecommit:CancelUploadArchive'];

  test('is read from its one repository', () => {
    expect(statements(guide('Source', 'CodeCommit'), { RepositoryName: 'shop', BranchName: 'main' }))
      .toEqual([{ actions: base, resources: [arn('codecommit', 'shop')] }]);
  });

  test('is also looked up for a full clone', () => {
    expect(statements(guide('Source', 'CodeCommit'), { RepositoryName: 'shop', BranchName: 'main', OutputArtifactFormat: 'CODEBUILD_CLONE_REF' }))
      .toEqual([{ actions: [...base, 'codecommit:GetRepository'], resources: [arn('codecommit', 'shop')] }]);
  });
});

test('an S3 source reads its one object', () => {
  expect(statements(guide('Source', 'S3'), { S3Bucket: 'releases', S3ObjectKey: 'shop.zip' })).toEqual([
    { actions: bucketReads, resources: ['arn:aws:s3:::releases'] },
    { actions: ['s3:GetObject', 's3:GetObjectVersion', 's3:GetObjectTagging', 's3:GetObjectVersionTagging'], resources: ['arn:aws:s3:::releases/shop.zip'] },
  ]);
});

test('an S3 source of a bucket with a key decrypts with it', () => {
  expect(statements(guide('Source', 'S3'), { S3Bucket: 'releases', S3ObjectKey: 'shop.zip' }, { sourceKey: ['KEY'] }).at(-1))
    .toEqual({ actions: ['kms:Decrypt'], resources: ['KEY'], conditions: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } } });
});

test('an ECR source looks at the images of its one repository', () => {
  expect(statements(guide('Source', 'ECR'), { RepositoryName: 'base' })).toEqual([{ actions: ['ecr:DescribeImages'], resources: [arn('ecr', 'repository/base')] }]);
});

describe('CodeBuild', () => {
  test('starts and watches its one project', () => {
    expect(statements(guide('Build', 'CodeBuild'), { ProjectName: 'shop' }))
      .toEqual([{ actions: ['codebuild:StartBuild', 'codebuild:BatchGetBuilds'], resources: [arn('codebuild', 'project/shop')] }]);
  });

  test('starts and watches a batch, and no single build', () => {
    expect(statements(guide('Test', 'CodeBuild'), { ProjectName: 'shop', BatchEnabled: 'true' }, { project: ['PROJECT'] }))
      .toEqual([{ actions: ['codebuild:StartBuildBatch', 'codebuild:BatchGetBuildBatches'], resources: ['PROJECT'] }]);
  });

  test('passes on the role that it is given, to CodeBuild alone', () => {
    expect(statements(guide('Build', 'CodeBuild'), { ProjectName: 'shop', ServiceRoleArnOverride: 'ROLE' }).at(-1))
      .toEqual({ actions: ['iam:PassRole'], resources: ['ROLE'], conditions: { StringEquals: { 'iam:PassedToService': 'codebuild.amazonaws.com' } } });
  });
});

test('Commands write to the pipeline\'s own log group', () => {
  const group = arn('logs', 'log-group:/aws/codepipeline/Web');
  expect(statements(guide('Compute', 'Commands'), {}))
    .toEqual([{ actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], resources: [group, `${group}:*`] }]);
});

describe('an image that is built and pushed', () => {
  const group = arn('logs', 'log-group:/aws/codepipeline/Web');
  const logs = { actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], resources: [group, `${group}:*`] };

  test('goes to its one private repository', () => {
    expect(statements(guide('Build', 'ECRBuildAndPublish'), { ECRRepositoryName: 'shop' })).toEqual([
      { actions: ['ecr:GetAuthorizationToken', 'ecr:DescribeRepositories'], resources: ['*'] },
      {
        actions: ['InitiateLayerUpload', 'UploadLayerPart', 'CompleteLayerUpload', 'PutImage', 'BatchCheckLayerAvailability', 'GetDownloadUrlForLayer'].map(one => `ecr:${one}`),
        resources: [arn('ecr', 'repository/shop')],
      },
      logs,
    ]);
  });

  test('goes to its one public repository, of which there is none in a region', () => {
    expect(statements(guide('Build', 'ECRBuildAndPublish'), { ECRRepositoryName: 'acme/shop', RegistryType: 'public' })).toEqual([
      { actions: ['ecr-public:GetAuthorizationToken', 'ecr-public:DescribeRepositories', 'sts:GetServiceBearerToken'], resources: ['*'] },
      {
        actions: ['InitiateLayerUpload', 'UploadLayerPart', 'CompleteLayerUpload', 'PutImage', 'BatchCheckLayerAvailability'].map(one => `ecr-public:${one}`),
        resources: ['arn:aws:ecr-public::111111111111:repository/acme/shop'],
      },
      logs,
    ]);
  });
});

test('Device Farm tests in its one project, on its one pool of devices', () => {
  const [project, runs, uploads] = ['project:p1', 'run:p1/*', 'upload:p1/*'].map(resource => arn('devicefarm', resource));
  expect(statements(guide('Test', 'DeviceFarm'), { ProjectId: 'p1', DevicePoolArn: 'POOL' })).toEqual([
    { actions: ['devicefarm:ListProjects'], resources: ['*'] },
    { actions: ['devicefarm:CreateUpload', 'devicefarm:ListDevicePools'], resources: [project] },
    { actions: ['devicefarm:ScheduleRun'], resources: [project, 'POOL', uploads] },
    { actions: ['devicefarm:GetRun'], resources: [runs] },
    { actions: ['devicefarm:GetUpload'], resources: [uploads] },
  ]);
});

describe('an approval', () => {
  test('needs nothing when it tells nobody', () => {
    expect(statements(guide('Approval', 'Manual'), {})).toEqual([]);
  });

  test('publishes to its topic, and encrypts for it through SNS alone', () => {
    expect(statements(guide('Approval', 'Manual'), { NotificationArn: 'TOPIC' }, { topicKey: ['KEY'] })).toEqual([
      { actions: ['sns:Publish'], resources: ['TOPIC'] },
      { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: ['KEY'], conditions: { StringEquals: { 'kms:ViaService': 'sns.eu-west-1.amazonaws.com' } } },
    ]);
  });
});

describe('an S3 deployment', () => {
  test('puts objects into its one bucket', () => {
    expect(statements(guide('Deploy', 'S3'), { BucketName: 'site', Extract: 'true' })).toEqual([
      { actions: bucketReads, resources: ['arn:aws:s3:::site'] },
      { actions: ['s3:PutObject'], resources: ['arn:aws:s3:::site/*'] },
    ]);
  });

  test('sets ACLs only when there is one', () => {
    expect(statements(guide('Deploy', 'S3'), { BucketName: 'site', Extract: 'true', CannedACL: 'private' })[1].actions)
      .toEqual(['s3:PutObject', 's3:PutObjectAcl', 's3:PutObjectVersionAcl']);
  });

  test('uses the bucket\'s key', () => {
    expect(statements(guide('Deploy', 'S3'), { BucketName: 'site', Extract: 'true' }, { targetKey: ['KEY'] }).at(-1))
      .toEqual({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: ['KEY'], conditions: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } } });
  });
});

test('CodeDeploy deploys to its one group', () => {
  expect(statements(guide('Deploy', 'CodeDeploy'), { ApplicationName: 'orders', DeploymentGroupName: 'cloud' }, { deploymentConfig: ['CONFIG'] })).toEqual([
    { actions: ['codedeploy:GetApplication', 'codedeploy:RegisterApplicationRevision', 'codedeploy:ListDeploymentGroups'], resources: [arn('codedeploy', 'application:orders')] },
    {
      actions: ['codedeploy:CreateDeployment', 'codedeploy:GetDeployment', 'codedeploy:GetDeploymentGroup', 'codedeploy:ListDeployments'],
      resources: [arn('codedeploy', 'deploymentgroup:orders/cloud')],
    },
    { actions: ['codedeploy:GetDeploymentConfig'], resources: ['CONFIG'] },
    { actions: ['codedeploy:ListDeploymentConfigs'], resources: ['*'] },
  ]);
});

test('ECS updates its one service, and passes on its tasks\' roles alone', () => {
  expect(statements(guide('Deploy', 'ECS'), { ClusterName: 'shop', ServiceName: 'web' }, { taskRoles: ['TASK', 'EXECUTION'] })).toEqual([
    { actions: ['ecs:DescribeTaskDefinition', 'ecs:RegisterTaskDefinition'], resources: ['*'] },
    { actions: ['ecs:DescribeServices', 'ecs:UpdateService'], resources: [arn('ecs', 'service/shop/web')] },
    { actions: ['ecs:TagResource'], resources: [arn('ecs', 'task-definition/*')], conditions: { StringEquals: { 'ecs:CreateAction': 'RegisterTaskDefinition' } } },
    {
      actions: ['iam:PassRole'],
      resources: ['TASK', 'EXECUTION'],
      conditions: { StringEquals: { 'iam:PassedToService': ['ecs.amazonaws.com', 'ecs-tasks.amazonaws.com'] } },
    },
  ]);
});

test('a rule that runs a build asks for a build, and one that runs a batch for a batch', () => {
  const actions = (BatchEnabled?: string) => statements(CODEBUILD_RULE, { ProjectName: 'probe', BatchEnabled }).flatMap(one => one.actions);
  expect(actions()).toEqual(['codebuild:StartBuild', 'codebuild:BatchGetBuilds']);
  expect(actions('true')).toEqual(['codebuild:StartBuildBatch', 'codebuild:BatchGetBuildBatches']);
});
