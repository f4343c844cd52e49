import { Duration } from 'aws-cdk-lib';
import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Deploy, S3DeployProps } from '../../src';
import { bucketIn, HOME, pipelineIn, refusalOf, renderedWith, stackIn } from '../fixture';
import { Rendered } from '../rendered';

describe('a deployment to a bucket', () => {
  const site = (props: Omit<S3DeployProps, 'bucket'> = {}) => renderedWith(Deploy.s3('Site', { bucket: bucketIn(stackIn(HOME), 'site'), ...props }));

  test('puts the files of its artifact there', () => {
    expect(site().action('Stage/Site').Configuration).toEqual({ BucketName: 'site', Extract: 'true' });
  });

  test('puts the zip itself there under a key, and is refused without one', () => {
    expect(site({ extract: false, objectKey: 'site.zip' }).action('Stage/Site').Configuration).toEqual({ BucketName: 'site', Extract: 'false', ObjectKey: 'site.zip' });
    expect(refusalOf(() => site({ extract: false }))).toMatch(/has no key for it\.\n {2}mend: {2}Give it an `objectKey`\.\n {2}where: Site/);
  });

  test('may put objects there, and set ACLs only when asked to', () => {
    expect(site().statements('Stage/Site')[1]).toEqual({ Action: 's3:PutObject', Resource: 'arn:aws:s3:::site/*' });
    expect(site({ accessControl: s3.BucketAccessControl.PUBLIC_READ }).statements('Stage/Site')[1].Action).toEqual(['s3:PutObject', 's3:PutObjectAcl', 's3:PutObjectVersionAcl']);
  });

  test.each([
    [s3.BucketAccessControl.PRIVATE, 'private'], [s3.BucketAccessControl.PUBLIC_READ, 'public-read'], [s3.BucketAccessControl.PUBLIC_READ_WRITE, 'public-read-write'],
    [s3.BucketAccessControl.AUTHENTICATED_READ, 'authenticated-read'], [s3.BucketAccessControl.AWS_EXEC_READ, 'aws-exec-read'],
    [s3.BucketAccessControl.BUCKET_OWNER_READ, 'bucket-owner-read'], [s3.BucketAccessControl.BUCKET_OWNER_FULL_CONTROL, 'bucket-owner-full-control'],
    [s3.BucketAccessControl.LOG_DELIVERY_WRITE, 'log-delivery-write'],
  ])('says the ACL %s as S3 says it', (accessControl, acl) => {
    expect(site({ accessControl }).action('Stage/Site').Configuration.CannedACL).toBe(acl);
  });

  test('uses the bucket\'s key, through S3', () => {
    const stack = stackIn(HOME);
    pipelineIn(stack).addStage('Stage', { steps: [Deploy.s3('Site', { bucket: new s3.Bucket(stack, 'Site', { encryptionKey: new kms.Key(stack, 'Key') }) })] });
    expect(Rendered.of(stack).statements('Stage/Site').at(-1)).toEqual({
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: '${Key.Arn}', Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
    });
  });
});

describe('a deployment of an ECS service', () => {
  const stack = stackIn(HOME);
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-1', availabilityZones: ['a'], privateSubnetIds: ['subnet-1'] });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('Web', { image: ecs.ContainerImage.fromRegistry('nginx'), logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'web' }) });
  const service = new ecs.FargateService(stack, 'Service', { cluster: new ecs.Cluster(stack, 'Cluster', { vpc }), taskDefinition, minHealthyPercent: 100 });
  pipelineIn(stack).addEnvironment('Beta', { deploy: [Deploy.ecs('Web', { service })] });
  const rendered = Rendered.of(stack);

  test('names its cluster and its service', () => {
    expect(rendered.action('Beta/Web').Configuration).toEqual({ ClusterName: '${Cluster}', ServiceName: '${Service.Name}' });
  });

  test('may pass on the two roles of its own tasks, and no other', () => {
    expect(rendered.statements('Beta/Web').find(one => one.Action === 'iam:PassRole')).toEqual({
      Action: 'iam:PassRole',
      Resource: ['${TaskTaskRole.Arn}', '${TaskExecutionRole.Arn}'],
      Condition: { StringEquals: { 'iam:PassedToService': ['ecs.amazonaws.com', 'ecs-tasks.amazonaws.com'] } },
    });
  });

  test('may update that service only', () => {
    expect(rendered.statements('Beta/Web').find(one => [one.Action].flat().includes('ecs:UpdateService')).Resource)
      .toBe('arn:aws:ecs:eu-west-1:111111111111:service/${Cluster}/${Service.Name}');
  });

  const imported = (more = {}) => Deploy.ecs('Web', {
    service: ecs.BaseService.fromServiceArnWithCluster(stackIn(HOME), 'Service', 'arn:aws:ecs:eu-west-1:111111111111:service/shop/web'), ...more,
  });

  test('is refused for an imported service whose tasks\' roles nobody says', () => {
    expect(refusalOf(() => imported())).toMatch(/Give `taskRoles`[^]*where: Web/);
    expect(() => imported({ taskRoles: [iam.Role.fromRoleName(stackIn(HOME), 'Task', 'task')] })).not.toThrow();
  });

  test.each([0, 61])('is refused a timeout of %d minutes', minutes => {
    expect(refusalOf(() => imported({ deploymentTimeout: Duration.minutes(minutes) }))).toContain('CodePipeline takes 1 to 60.');
  });
});

test('a deployment to servers names its group, and reads the group\'s own configuration', () => {
  const stack = stackIn(HOME);
  const application = new codedeploy.ServerApplication(stack, 'Orders', { applicationName: 'orders' });
  const deploymentGroup = new codedeploy.ServerDeploymentGroup(stack, 'Cloud', {
    application, deploymentGroupName: 'cloud', deploymentConfig: codedeploy.ServerDeploymentConfig.HALF_AT_A_TIME,
  });
  pipelineIn(stack).addEnvironment('Beta', { deploy: [Deploy.codeDeploy('Servers', { deploymentGroup })] });
  const rendered = Rendered.of(stack);
  expect(rendered.action('Beta/Servers').Configuration).toEqual({ ApplicationName: '${Orders}', DeploymentGroupName: '${Cloud}' });
  expect(rendered.statements('Beta/Servers').find(one => one.Action === 'codedeploy:GetDeploymentConfig').Resource)
    .toBe('arn:aws:codedeploy:eu-west-1:111111111111:deploymentconfig:CodeDeployDefault.HalfAtATime');
});
