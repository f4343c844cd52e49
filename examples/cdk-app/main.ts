/**
 * A CDK app that delivers itself: one run synthesizes it, keeps this pipeline up to date and publishes the assets; then the
 * stacks are deployed, to two regions at once and to production behind. Production waits for a person only when a change
 * broadens what IAM or security groups allow.
 */
import { App, Stack } from 'aws-cdk-lib';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import { Approval, Build, DeliveryPipeline, Deploy, EntryResult, Environment, Notification, Source } from 'cdk-conveyor';
import { PlatformStage } from './platform-stage';

const tools = { account: '111111111111', region: 'eu-west-1' };
const ireland = { account: '222222222222', region: 'eu-west-1' };
const frankfurt = { account: '222222222222', region: 'eu-central-1' };
const live = { account: '333333333333', region: 'eu-west-1' };

const app = new App();
const stack = new Stack(app, 'Platform', { env: tools });
const repository = codecommit.Repository.fromRepositoryName(stack, 'Repository', 'platform');

const synth = Build.synth('Synth', { commands: ['npm ci', 'npx cdk synth'] });
const pipeline = new DeliveryPipeline(stack, 'Platform', {
  source: Source.codeCommit(repository, { branch: 'main' }),
  builds: [synth],
  notifications: [Notification.email('release@acme.com')],
});
pipeline.addWave('Europe', [
  Environment.of('Ireland', { env: ireland, deploy: [Deploy.cdk(new PlatformStage(app, 'Ireland', { env: ireland }))] }),
  Environment.of('Frankfurt', { env: frankfurt, deploy: [Deploy.cdk(new PlatformStage(app, 'Frankfurt', { env: frankfurt }))] }),
]);

const production = new PlatformStage(app, 'Production', { env: live });
pipeline.addStage('Broadening', {
  steps: [Approval.manual({ notify: ['security@acme.com'], message: 'The change broadens permissions in production: see the log of the synth run.' })],
  entry: [synth.broadens(production)],
  entryResult: EntryResult.SKIP,
});
pipeline.addEnvironment('Production', { env: live, deploy: [Deploy.cdk(production)] });

app.synth();
