import { createHash } from 'node:crypto';
import { Aws, CfnResource, Lazy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { ArtifactStore } from './artifact-store';
import { managedPolicies } from './managed-policies';
import { rolePath } from './pipeline-role';
import { policyDocument, Statement, statementsOf, trustDocument } from './policy';
import { INLINE_SIZE, sizeOf } from './policy-size';
import { spread } from './spread';
import { supportStack } from './support-stack';
import { artifactAccess } from '../catalog/artifact-access';
import { LOG_STREAMS } from '../catalog/grants';
import { Permission } from '../catalog/provider';
import { acknowledgeAdded, acknowledgeWildcards } from '../operations/acknowledge';
import { refuse } from '../refuse';
import { permissionOf } from '../steps/explained-statement';
import { LateStatement } from '../steps/late-statement';
import { IStepHost } from '../steps/step-context';

interface BuildRole {
  readonly arn: string;
  /** whether one of its builds writes artifacts */
  writes: boolean;
}

/** What a pipeline's steps share: log group, build roles, topics; made when they are first asked for. */
export class PipelineHost extends Construct implements IStepHost {
  readonly artifactBucket: s3.IBucket;
  readonly rolePath: string;
  readonly account: string;
  readonly region: string;
  private logs?: CfnResource;
  private readonly buildRoles = new Map<string, BuildRole>();
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
    if (this.pipelineName.includes('@')) {
      refuse(this, `The pipeline name "${this.pipelineName}" has an @, and what runs commands keeps its logs under it: log groups have none in their names.`,
        `Use another name: pipelineName: "${this.pipelineName.replaceAll('@', '-')}".`);
    }
    this.logs ??= new CfnResource(this, 'Logs', {
      type: 'AWS::Logs::LogGroup',
      properties: { LogGroupName: `/aws/codepipeline/${this.pipelineName}`, RetentionInDays: 90 },
    });
    return this.logs.ref;
  }

  buildRole(statements: iam.PolicyStatement[], writes = true): string {
    const further = statements.map(statement => statement.toStatementJson() as Statement);
    const need = JSON.stringify(Stack.of(this).resolve(further));
    const existing = this.buildRoles.get(need);
    if (existing) {
      existing.writes ||= writes;
      return existing.arn;
    }
    const group = `arn:${Aws.PARTITION}:logs:${this.region}:${this.account}:log-group:${this.logGroup()}`;
    const own = [
      { actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [`${group}:*`], why: LOG_STREAMS },
      ...artifactAccess({
        bucketArn: this.store.bucket.bucketArn, keyArn: this.store.key.keyArn, pipelineName: this.pipelineName, region: this.region,
      }, true, true),
    ];
    const id = further.length ? `BuildRole${shortHash(need)}` : 'BuildRole';
    const named = { path: this.rolePath, description: `Builds of ${this.pipelineName}` };
    const allowed = [...own, ...statements.map(permissionOf)];
    const made = { arn: '', writes };
    const policies = spread(this, [...untilItWrites(own, made), ...further]);
    const role = new iam.CfnRole(this, id, {
      ...named,
      assumeRolePolicyDocument: trustDocument({ Service: 'codebuild.amazonaws.com' }, { StringEquals: { 'aws:SourceAccount': this.account } }),
      policies: [{ policyName: 'Build', policyDocument: policies.own }],
      managedPolicyArns: managedPolicies(this, id, named, policies.managed, allowed),
    });
    acknowledgeWildcards(role, () => allowed, policies.managed.length ? () => policies.own : undefined);
    const late = statements.filter(one => one instanceof LateStatement);
    if (late.length) role.node.addValidation({ validate: () => outgrown(sizeOf(policies.own), late.flatMap(one => one.named())) });
    // spelt out: aws-cdk-lib's validation takes the ARN attribute of a role with a path for its name (E3050)
    made.arn = `arn:${Aws.PARTITION}:iam::${this.account}:role${this.rolePath}${role.ref}`;
    this.buildRoles.set(need, made);
    return made.arn;
  }

  admitRole(roleArn: string) {
    this.store._admitByItsPolicies(roleArn);
  }

  admitReader(role: iam.IRole, account: string, region: string) {
    const away = account !== this.account;
    const bucket = this.store._in(region, this);
    const access = artifactAccess(bucket.locationFrom(away || region !== this.region, region, this), true, false);
    const resource = role.node.defaultChild;
    if (resource instanceof iam.CfnRole && Array.isArray(resource.policies)) {
      // in the role itself: who works with it may be there before a policy beside it is
      const reading = policyDocument(access);
      resource.policies = [...resource.policies as iam.CfnRole.PolicyProperty[], { policyName: 'Artifacts', policyDocument: reading }];
      acknowledgeWildcards(resource, () => access, () => reading);
    } else {
      for (const { actions, resources, conditions } of access) {
        role.addToPrincipalPolicy(new iam.PolicyStatement({ actions: [...actions], resources: [...resources], conditions }));
      }
      acknowledgeAdded(role, access);
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

/** Only when all builds are known is it known whether one of them writes. */
function untilItWrites(permissions: readonly Permission[], role: BuildRole): Statement[] {
  return permissions.map(({ actions, ...rest }) => {
    const [all] = statementsOf([{ actions, ...rest }]);
    const [reading] = statementsOf([{ actions: actions.filter(action => !WRITES.has(action)), ...rest }]);
    return actions.some(action => WRITES.has(action))
      ? { ...all, Action: Lazy.uncachedAny({ produce: () => (role.writes ? all : reading).Action }) }
      : all;
  });
}

const WRITES: ReadonlySet<string> = new Set(['s3:PutObject', 'kms:GenerateDataKey']);

/** What is known only when the whole app is there cannot be spread over further policies. */
function outgrown(size: number, late: readonly string[]): string[] {
  return size + sizeOf(late) > INLINE_SIZE
    ? [`The run that makes the cloud assembly is to take on ${late.length} roles, more than its role's policies hold.\n`
      + '  mend:  Deliver fewer accounts and regions by one pipeline, or publish the assets elsewhere (`publishAssets: false`).']
    : [];
}

/** Ids follow from what a thing is, not from how many came before it: adding one leaves the others as they are. */
function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
