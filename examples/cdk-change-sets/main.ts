/** A CDK app whose changes a person reads before they are made. A function of it is an image, which the pipeline publishes. */
import * as path from 'node:path';
import { App, Stack, Stage } from 'aws-cdk-lib';
import * as assets from 'aws-cdk-lib/aws-ecr-assets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Build, DeliveryPipeline, Deploy, Source } from 'cdk-conveyor';

const app = new App();
const stack = new Stack(app, 'Delivery', { env: { account: '111111111111', region: 'eu-west-1' } });

/** A queue, and a function that works through it: its code is an image. */
const mail = new Stage(app, 'Mail', { env: { account: '222222222222', region: 'eu-west-1' } });
const queues = new Stack(mail, 'Queues');
const queue = { enforceSSL: true, encryption: sqs.QueueEncryption.SQS_MANAGED };
const undelivered = new sqs.Queue(queues, 'Undelivered', queue);
const letters = new sqs.Queue(queues, 'Letters', { ...queue, deadLetterQueue: { queue: undelivered, maxReceiveCount: 3 } });
const service = new Stack(mail, 'Service');
const role = new iam.Role(service, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
letters.grantConsumeMessages(role);
const image = new assets.DockerImageAsset(service, 'Image', { directory: path.join(__dirname, 'image') });
const sender = new lambda.CfnFunction(service, 'Sender', { packageType: 'Image', code: { imageUri: image.imageUri }, role: role.roleArn });
new lambda.CfnEventSourceMapping(service, 'Work', { functionName: sender.ref, eventSourceArn: letters.queueArn });

const pipeline = new DeliveryPipeline(stack, 'Letters', {
  source: Source.gitHub('acme/letters', { connectionArn: 'arn:aws:codeconnections:eu-west-1:111111111111:connection/0c5b32f6-6a0f-4d5e-9d6a-5c1a3f0f6a11' }),
  builds: [Build.synth('Synth', { commands: ['npm ci', 'npx cdk synth'], privileged: true })],
});
pipeline.addEnvironment('Mail', {
  env: { account: '222222222222', region: 'eu-west-1' },
  deploy: [Deploy.cdk(mail, { approveChanges: { notify: ['release@acme.com'] } })],
  rollback: false,
});

app.synth();
