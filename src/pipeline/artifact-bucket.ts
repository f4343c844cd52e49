import { Aws, Duration, Names, RemovalPolicy, Resource, Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { ArtifactKey, KEY_READ, KEY_USE, topicStatement } from './artifact-key';
import { ArtifactLocation, objectAccess } from '../catalog/artifact-access';
import { acknowledge } from '../operations/acknowledge';

interface ArtifactBucketProps {
  readonly expiration: Duration;
  readonly removalPolicy: RemovalPolicy;
  readonly bucket?: s3.IBucket;
  readonly serverAccessLogsBucket?: s3.IBucket;
}

/** A bucket of artifacts with its key: private, versioned, TLS only; artifacts expire. */
export class ArtifactBucket extends Construct {
  readonly bucket: s3.IBucket;
  readonly key: kms.IKey;
  /** the key's policy, where the key is ours */
  readonly policy?: ArtifactKey;
  private readonly admissions = new Map<string, { statement: iam.PolicyStatement; roles: Set<string> }>();

  constructor(scope: Construct, id: string, props: ArtifactBucketProps) {
    super(scope, id);
    if (props.bucket) {
      this.bucket = props.bucket;
      this.key = props.bucket.encryptionKey!;
      return;
    }
    this.key = this.policy = new ArtifactKey(this, 'Key', props.removalPolicy);
    this.bucket = new s3.Bucket(this, 'Bucket', {
      bucketName: bucketName(this),
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [{
        id: 'Expire',
        expiration: props.expiration,
        noncurrentVersionExpiration: props.expiration,
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      }],
      serverAccessLogsBucket: props.serverAccessLogsBucket,
      removalPolicy: props.removalPolicy,
    });
    if (!props.serverAccessLogsBucket) {
      acknowledge(this.bucket.node.defaultChild!, 'AwsSolutions-S1', 'Only the roles of pipelines are let at the artifacts, and the executions tell which '
        + 'action read and wrote what. Where requests must be logged too, `serverAccessLogsBucket` of the artifact store takes them.');
    }
  }

  /** Lets a role at the artifacts of one pipeline that has no policy of ours: one of another account, or one that exists. */
  admit(roleArn: string, pipelineName: string, how: { reads: boolean; writes: boolean; away: boolean }) {
    // one statement for all that may do the same, on bucket and objects at once: a bucket's policy has 20 KB
    const access = objectAccess({ bucketArn: this.bucket.bucketArn, pipelineName }, how.reads, how.writes);
    const [actions, resources] = [access.flatMap(one => one.actions), access.flatMap(one => one.resources)];
    const same = JSON.stringify([actions, resources]);
    const admission = this.admissions.get(same) ?? { statement: new iam.PolicyStatement({ actions, resources }), roles: new Set<string>() };
    if (!admission.roles.has(roleArn)) admission.statement.addArnPrincipal(roleArn);
    admission.roles.add(roleArn);
    if (!this.admissions.has(same)) this.bucket.addToResourcePolicy(admission.statement);
    this.admissions.set(same, admission);
    this.admitToKey(roleArn, how);
  }

  /** Lets a role use the key, by the key's own policy. */
  admitToKey(roleArn: string, { writes, away }: { writes: boolean; away: boolean }) {
    if (!this.policy) {
      this.key.addToResourcePolicy(new iam.PolicyStatement({
        principals: [new iam.ArnPrincipal(roleArn)],
        actions: writes ? KEY_USE : KEY_READ,
        resources: ['*'],
        conditions: { StringEquals: { 'kms:ViaService': `s3.${Aws.REGION}.amazonaws.com` } },
      }));
    } else if (away) {
      this.policy.admitForeign(roleArn, writes);
    } else {
      this.policy.admit(roleArn, writes);
    }
  }

  /** Lets the policies of a role of the bucket's account say whether it uses the key. */
  admitToKeyByItsPolicies(roleArn: string) {
    if (this.policy) this.policy.admitByItsPolicies(roleArn);
    else this.admitToKey(roleArn, { writes: true, away: false });
  }

  /** Lets topics be encrypted with the key: the service that tells of events must be able to write to them. */
  serveTopics() {
    if (this.policy) this.policy.serveTopics();
    else this.key.addToResourcePolicy(topicStatement());
  }

  /** The stacks whose policies name the roles that are admitted: its own, and those of a bucket and a key that are there already. */
  get stacks(): Stack[] {
    return [this, ...[this.bucket, this.key].filter(one => Resource.isOwnedResource(one))].map(one => Stack.of(one));
  }

  /**
   * Where an action finds the bucket. From another account or region its name is known and its key's ARN is not.
   *
   * @param region the bucket's own
   */
  locationFrom(elsewhere: boolean, region: string, pipeline: { account: string; pipelineName: string }): ArtifactLocation {
    return {
      bucketArn: elsewhere ? `arn:${Aws.PARTITION}:s3:::${this.bucket.bucketName}` : this.bucket.bucketArn,
      pipelineName: pipeline.pipelineName,
      region,
      ...(elsewhere
        ? { keyArn: `arn:${Aws.PARTITION}:kms:${region}:${pipeline.account}:key/*`, keyIsPattern: true }
        : { keyArn: this.key.keyArn }),
    };
  }
}

/**
 * Where account and region are known, the bucket is named from the first: other accounts and regions know it by its name, and
 * to name it when the first of these is added would replace it, with every artifact in it. (Where they are not, none is added.)
 */
function bucketName(scope: Construct): string | undefined {
  const { account, region } = Stack.of(scope);
  if (Token.isUnresolved(account) || Token.isUnresolved(region)) return undefined;
  const place = `-${account}-${region}`;
  return Names.uniqueResourceName(scope, { maxLength: 63 - place.length, separator: '-' }).toLowerCase() + place;
}
