/**
 * A CDK app that delivers itself: one run synthesizes it, keeps its pipeline up to date and publishes the assets; then the
 * stacks are deployed, to two regions at once and to production behind. Production waits for a person only when a change
 * broadens what IAM or security groups allow.
 */
import { App } from 'aws-cdk-lib';
import { DeliveryStack } from './delivery-stack';

const app = new App();
new DeliveryStack(app, 'Delivery', {
  ireland: { account: '222222222222', region: 'eu-west-1' },
  frankfurt: { account: '222222222222', region: 'eu-central-1' },
  production: { account: '333333333333', region: 'eu-west-1' },
}, { env: { account: '111111111111', region: 'eu-west-1' } });

app.synth();
