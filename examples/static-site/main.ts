/** A static site: built, tested, shown on a staging bucket, approved, and brought to production. */
import { App, Stack, Validations } from 'aws-cdk-lib';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Approval, Build, DeliveryPipeline, Deploy, Notification, Report, Source, Test } from 'cdk-conveyor';

const app = new App();
const stack = new Stack(app, 'Site');

const website = (id: string) => {
  const bucket = new s3.Bucket(stack, id, {
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL, enforceSSL: true, encryption: s3.BucketEncryption.S3_MANAGED, versioned: true,
  });
  Validations.of(bucket).acknowledge({ id: 'AwsSolutions-S1', reason: 'Visitors do not come here: what shows them the site keeps the log of their requests.' });
  return bucket;
};

const pipeline = new DeliveryPipeline(stack, 'StaticSite', {
  source: Source.codeCommit(codecommit.Repository.fromRepositoryName(stack, 'Repository', 'static-site')),
  builds: [Build.codeBuild('Build', { commands: ['npm run build'], output: 'dist' })],
  tests: [
    Test.codeBuild('Unit', { commands: ['npm test'], reports: [Report.junit('reports/*.xml')] }),
    Test.codeBuild('Links', { commands: ['npm run build', 'npm run check-links'] }),
  ],
  notifications: [Notification.email('web@acme.com')],
});
pipeline.addEnvironment('Staging', { deploy: [Deploy.s3('Site', { bucket: website('StagingSite') })] });
pipeline.addEnvironment('Production', {
  approval: Approval.manual({ message: 'Does the site on staging look right?' }),
  deploy: [Deploy.s3('Site', { bucket: website('ProductionSite'), cacheControl: 'public, max-age=300' })],
});

app.synth();
