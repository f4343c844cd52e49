import { createHash } from 'node:crypto';
import { Aws, CfnResource, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { ArtifactStore } from './artifact-store';
import { rolePath } from './pipeline-role';
import { policyDocument, trustDocument } from './policy';
import { supportStack } from './support-stack';
import { artifactAccess } from '../catalog/artifact-access';
import { IStepHost } from '../steps/step-context';

/** What a pipeline's steps share: log group, build roles, topics; made when they are first asked for. */
export class PipelineHost extends Construct implements IStepHost {
  readonly artifactBucket: s3.IBucket;
  readonly rolePath: string;
  readonly account: string;
  readonly region: string;
  private logs?: CfnResource;
  private readonly buildRoles = new Map<string, string>();
  private readonly topics = new Map<string, sns.ITopic>();

  constructor(scope: Construct, readonly pipelineName: string, private readonly store: ArtifactStore) {
    super(scope, 'Shared');
    const stack = Stack.of(scope);
    this.rolePath = rolePath(pipelineName);
    this.account = stack.account;
    this.region = stack.region;
    this.artifactBucket = store.bucket;
  }

  logGroup(): string {
    // the name that the service gives it for Commands: made here, for the service would keep the logs for ever
    // and by its type alone, for aws-logs takes longer to load than all of this pipeline takes to make
    this.logs ??= new CfnResource(this, 'Logs', {
      type: 'AWS::Logs::LogGroup',
      properties: { LogGroupName: `/aws/codepipeline/${this.pipelineName}`, RetentionInDays: 90 },
    });
    return this.logs.ref;
  }

  buildRole(statements: iam.PolicyStatement[]): string {
    const further = statements.map(statement => statement.toStatementJson());
    const need = JSON.stringify(Stack.of(this).resolve(further));
    const existing = this.buildRoles.get(need);
    if (existing) return existing;
    const group = `arn:${Aws.PARTITION}:logs:${this.region}:${this.account}:log-group:${this.logGroup()}`;
    const permissions = policyDocument([
      { actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [`${group}:*`] },
      ...artifactAccess({ bucketArn: this.store.bucket.bucketArn, keyArn: this.store.key.keyArn, pipelineName: this.pipelineName }, true, true),
    ]);
    const role = new iam.CfnRole(this, further.length ? `BuildRole${shortHash(need)}` : 'BuildRole', {
      path: this.rolePath,
      description: `Builds of ${this.pipelineName}`,
      assumeRolePolicyDocument: trustDocument({ Service: 'codebuild.amazonaws.com' }, { StringEquals: { 'aws:SourceAccount': this.account } }),
      policies: [{ policyName: 'Build', policyDocument: { ...permissions, Statement: [...permissions.Statement, ...further] } }],
    });
    // spelt out: aws-cdk-lib's validation takes the ARN attribute of a role with a path for its name (E3050)
    const arn = `arn:${Aws.PARTITION}:iam::${this.account}:role${this.rolePath}${role.ref}`;
    this.buildRoles.set(need, arn);
    return arn;
  }

  admitRole(roleArn: string) {
    this.store.admitRole(roleArn);
  }

  admitReader(role: iam.IRole, account: string, region: string) {
    const away = account !== this.account;
    const bucket = this.store._in(region, this);
    for (const { actions, resources, conditions } of artifactAccess(bucket.locationFrom(away || region !== this.region, region, this), true, false)) {
      role.addToPrincipalPolicy(new iam.PolicyStatement({ actions: [...actions], resources: [...resources], conditions }));
    }
    if (away) bucket.admit(role.roleArn, this.pipelineName, { reads: true, writes: false, away });
  }

  emailTopic(addresses: string[]): sns.ITopic {
    const who = [...new Set(addresses)].sort();
    const existing = this.topics.get(who.join());
    if (existing) return existing;
    const topic = new sns.Topic(this, `Topic${shortHash(who.join())}`, {
      displayName: this.pipelineName, masterKey: this.topicKey(), enforceSSL: true,
    });
    for (const address of who) topic.addSubscription(new EmailSubscription(address));
    this.topics.set(who.join(), topic);
    return topic;
  }

  /** The store's key, which is told of the topics; by its ARN, so that no topic widens its policy further. */
  private topicKey(): kms.IKey {
    return this.node.tryFindChild('TopicKey') as kms.IKey | undefined ?? kms.Key.fromKeyArn(this, 'TopicKey', this.store._topicKey.keyArn);
  }

  supportScope(account: string): Construct {
    return account === this.account ? this : supportStack(this, account);
  }
}

/** Ids follow from what a thing is, not from how many came before it: adding one leaves the others as they are. */
function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
