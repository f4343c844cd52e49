import { Environment as AwsEnvironment, Stack, StackProps } from 'aws-cdk-lib';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import { Approval, Build, DeliveryPipeline, Deploy, EntryResult, Environment, Notification, Source } from 'cdk-conveyor';
import { Construct } from 'constructs';
import { PlatformStage } from './platform-stage';

/** Where the application runs. */
export interface Places {
  readonly ireland: AwsEnvironment;
  readonly frankfurt: AwsEnvironment;
  readonly production: AwsEnvironment;
}

/** The pipeline: it stands in the app that it delivers, and keeps itself up to date. */
export class DeliveryStack extends Stack {
  constructor(app: Construct, id: string, places: Places, props: StackProps) {
    super(app, id, props);
    const synth = Build.synth('Synth', { commands: ['npm ci', 'npx cdk synth'] });
    const pipeline = new DeliveryPipeline(this, 'Platform', {
      source: Source.codeCommit(codecommit.Repository.fromRepositoryName(this, 'Repository', 'platform'), { branch: 'main' }),
      builds: [synth],
      notifications: [Notification.email('release@acme.com')],
    });

    const europe = (name: string, env: AwsEnvironment) => Environment.of(name, { env, deploy: [Deploy.cdk(new PlatformStage(app, name, { env }))] });
    pipeline.addWave('Europe', [europe('Ireland', places.ireland), europe('Frankfurt', places.frankfurt)]);

    const production = new PlatformStage(app, 'Production', { env: places.production });
    pipeline.addStage('Broadening', {
      steps: [Approval.manual({ notify: ['security@acme.com'], message: 'The change broadens permissions in production: the log of the synth run says which.' })],
      entry: [synth.broadens(production)],
      entryResult: EntryResult.SKIP,
    });
    pipeline.addEnvironment('Production', { env: places.production, deploy: [Deploy.cdk(production)] });
  }
}
