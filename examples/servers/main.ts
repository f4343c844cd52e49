/** Servers, EC2 and on premises, through CodeDeploy: a few first, then all; a failed deployment goes back by itself. */
import { App, Stack, Validations } from 'aws-cdk-lib';
import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Approval, Build, DeliveryPipeline, Deploy, Notification, Source, Test } from 'cdk-conveyor';

const app = new App();
const stack = new Stack(app, 'Servers');

const releases = new s3.Bucket(stack, 'Releases', {
  versioned: true, blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL, enforceSSL: true, encryption: s3.BucketEncryption.S3_MANAGED,
});
Validations.of(releases).acknowledge({ id: 'AwsSolutions-S1', reason: 'Nobody reads releases but the pipeline, which tells what it took.' });
const application = new codedeploy.ServerApplication(stack, 'Application', { applicationName: 'orders' });
/** The machines fetch what is deployed themselves, as this role. */
const instanceRole = new iam.Role(stack, 'Machines', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') });
const servers = (id: string, props: codedeploy.ServerDeploymentGroupProps) => {
  const group = new codedeploy.ServerDeploymentGroup(stack, id, {
    application,
    deploymentGroupName: id.toLowerCase(),
    deploymentConfig: codedeploy.ServerDeploymentConfig.ONE_AT_A_TIME,
    autoRollback: { failedDeployment: true, stoppedDeployment: true },
    ...props,
  });
  Validations.of(group).acknowledge({
    id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRole]',
    reason: 'AWS keeps this policy in step with what CodeDeploy does to machines.',
  });
  return group;
};

const pipeline = new DeliveryPipeline(stack, 'Orders', {
  source: Source.s3({ bucket: releases, objectKey: 'orders/source.zip' }),
  builds: [Build.codeBuild('Package', { commands: ['make package'], output: 'package' })],
  tests: [Test.codeBuild('Unit', { commands: ['make test'] })],
  notifications: [Notification.email('operations@acme.com')],
});
pipeline.addEnvironment('Staging', {
  deploy: [Deploy.codeDeploy('Servers', {
    instanceRole,
    deploymentGroup: servers('Staging', { ec2InstanceTags: new codedeploy.InstanceTagSet({ stage: ['staging'], application: ['orders'] }) }),
  })],
});
pipeline.addEnvironment('Production', {
  approval: Approval.manual({ message: 'Bring this release to the stores?' }),
  deploy: [
    Deploy.codeDeploy('Cloud', {
      instanceRole,
      deploymentGroup: servers('Cloud', { ec2InstanceTags: new codedeploy.InstanceTagSet({ stage: ['production'], application: ['orders'] }) }),
    }),
    Deploy.codeDeploy('Stores', {
      instanceRole,
      deploymentGroup: servers('Stores', { onPremiseInstanceTags: new codedeploy.InstanceTagSet({ place: ['store'], application: ['orders'] }) }),
    }),
  ],
});

app.synth();
