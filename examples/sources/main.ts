/** Every kind of source, each in a pipeline of its own that publishes it to a bucket. */
import { App, SecretValue, Stack } from 'aws-cdk-lib';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Approval, ConnectionSource, DeliveryPipeline, Deploy, Source, Step } from 'cdk-conveyor';

const app = new App();
const stack = new Stack(app, 'Sources', { env: { account: '111111111111', region: 'eu-west-1' } });

const site = s3.Bucket.fromBucketName(stack, 'Site', 'acme-docs');
const publish = (name: string, source: Step, release: string) => {
  const pipeline = new DeliveryPipeline(stack, name, { source });
  pipeline.addEnvironment('Production', {
    approval: Approval.manual({ message: `Publish ${release}?` }),
    deploy: [Deploy.s3('Site', { bucket: site, objectKey: name.toLowerCase() })],
  });
};

/** Connections are made once in the console: somebody must agree at the other end. */
const connectionArn = 'arn:aws:codeconnections:eu-west-1:111111111111:connection/0c5b32f6-6a0f-4d5e-9d6a-5c1a3f0f6a11';
const connected = (name: string, source: ConnectionSource) => publish(name, source, `${source.variables.commitId} of ${source.variables.branchName}`);
connected('GitHub', Source.gitHub('acme/docs', { connectionArn }));
connected('GitHubEnterpriseServer', Source.gitHubEnterpriseServer('acme/docs', { connectionArn, branch: 'stable' }));
connected('Bitbucket', Source.bitbucket('acme/docs', { connectionArn }));
connected('GitLab', Source.gitLab('acme/web/docs', { connectionArn }));
connected('GitLabSelfManaged', Source.gitLabSelfManaged('acme/web/docs', { connectionArn }));
connected('AzureDevOps', Source.azureDevOps('web/docs', { connectionArn }));

const commits = Source.codeCommit(codecommit.Repository.fromRepositoryName(stack, 'Docs', 'docs'));
publish('CodeCommit', commits, commits.variables.commitId);

const releases = Source.s3({ bucket: s3.Bucket.fromBucketName(stack, 'Releases', 'acme-releases'), objectKey: 'docs.zip' });
publish('Bucket', releases, `version ${releases.variables.versionId}`);

const images = Source.ecr({ repository: ecr.Repository.fromRepositoryName(stack, 'Images', 'docs'), imageTag: 'stable' });
publish('Image', images, images.variables.imageUri);

/** The old way: a token, and a webhook that GitHub signs with a secret of its own. */
const old = Source.gitHubOAuth('acme/docs', {
  token: SecretValue.secretsManager('github', { jsonField: 'token' }),
  webhookSecret: SecretValue.secretsManager('github', { jsonField: 'webhook' }),
});
publish('GitHubOAuth', old, old.variables.commitUrl);

app.synth();
