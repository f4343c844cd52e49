import { Duration, Stack } from 'aws-cdk-lib';
import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import * as actions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Intent, renderAction } from './rendered-action';
import { Deploy, EcsProps, S3DeployProps } from '../../src';

const bucketIn = (stack: Stack) => s3.Bucket.fromBucketName(stack, 'Bucket', 'shop-site');

const toBucket = (ours: Omit<S3DeployProps, 'bucket'> = {}, theirs: Partial<actions.S3DeployActionProps> = {}): Intent => ({
  ours: stack => Deploy.s3('Site', { bucket: bucketIn(stack), ...ours }),
  theirs: (stack, { source }) => new actions.S3DeployAction({ actionName: 'Site', bucket: bucketIn(stack), input: source, ...theirs }),
});

const serviceIn = (stack: Stack) => ecs.BaseService.fromServiceArnWithCluster(stack, 'Service', 'arn:aws:ecs:eu-west-1:111111111111:service/shop/web');
const toService = (ours: Partial<EcsProps> = {}): Omit<Intent, 'theirs'> => ({
  ours: stack => Deploy.ecs('Web', { service: serviceIn(stack), taskRoles: [iam.Role.fromRoleName(stack, 'Task', 'task')], ...ours }),
});

const groupIn = (stack: Stack) => codedeploy.ServerDeploymentGroup.fromServerDeploymentGroupAttributes(stack, 'Group', {
  application: codedeploy.ServerApplication.fromServerApplicationName(stack, 'Application', 'orders'), deploymentGroupName: 'cloud',
});

test.each<[string, Intent]>([
  ['files into a bucket', toBucket()],
  ['files into a folder of a bucket', toBucket({ objectKey: 'en' }, { objectKey: 'en' })],
  ['a zip into a bucket', toBucket({ extract: false, objectKey: 'shop-{datetime}.zip' }, { extract: false, objectKey: 'shop-{datetime}.zip' })],
  ['files with an ACL', toBucket({ accessControl: s3.BucketAccessControl.PUBLIC_READ }, { accessControl: s3.BucketAccessControl.PUBLIC_READ })],
  ['files with a long ACL', toBucket(
    { accessControl: s3.BucketAccessControl.BUCKET_OWNER_FULL_CONTROL }, { accessControl: s3.BucketAccessControl.BUCKET_OWNER_FULL_CONTROL },
  )],
  ['files with the log writer\'s ACL', toBucket({ accessControl: s3.BucketAccessControl.LOG_DELIVERY_WRITE }, { accessControl: s3.BucketAccessControl.LOG_DELIVERY_WRITE })],
  ['files with the reader of images\' ACL', toBucket({ accessControl: s3.BucketAccessControl.AWS_EXEC_READ }, { accessControl: s3.BucketAccessControl.AWS_EXEC_READ })],
  ['files for caches', toBucket(
    { cacheControl: 'public, max-age=300' },
    { cacheControl: [actions.CacheControl.setPublic(), actions.CacheControl.maxAge(Duration.minutes(5))] },
  )],
  ['servers through CodeDeploy', {
    ours: stack => Deploy.codeDeploy('Servers', { deploymentGroup: groupIn(stack) }),
    theirs: (stack, { source }) => new actions.CodeDeployServerDeployAction({ actionName: 'Servers', deploymentGroup: groupIn(stack), input: source }),
  }],
  ['an ECS service', {
    ...toService(),
    theirs: (stack, { source }) => new actions.EcsDeployAction({ actionName: 'Web', service: serviceIn(stack), input: source }),
  }],
  ['an ECS service with its own file and timeout', {
    ...toService({ imageFile: 'out/images.json', deploymentTimeout: Duration.minutes(20) }),
    theirs: (stack, { source }) => new actions.EcsDeployAction({
      actionName: 'Web', service: serviceIn(stack), imageFile: source.atPath('out/images.json'), deploymentTimeout: Duration.minutes(20),
    }),
  }],
])('%s renders as the L2 renders it', (_name, intent) => {
  const { ours, theirs } = renderAction(intent);
  expect(ours).toEqual(theirs);
});
