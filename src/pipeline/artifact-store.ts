import { Aws, BootstraplessSynthesizer, DefaultStackSynthesizer, Duration, Names, RemovalPolicy, Stack, Stage, Token } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct, IConstruct } from 'constructs';
import { ArtifactBucket } from './artifact-bucket';
import { artifactPrefix, PIPELINE_PREFIX_LENGTH } from '../catalog/artifact-access';
import { refuse } from '../refuse';

/** How artifacts are kept. */
export interface ArtifactStoreProps {
  /**
   * A bucket that exists, encrypted with a customer-managed key: used as it is. A bucket or key that is not made in this app
   * must let the pipelines' roles in by its own policy: those under `role/conveyor/`, and those of other accounts; and its key
   * `codestar-notifications.amazonaws.com`, where people are told by e-mail.
   * @default - one is made
   */
  readonly bucket?: s3.IBucket;
  /**
   * Where requests to the store's bucket are logged: a bucket of the store's own account and region. Replicas in other regions,
   * which only CodePipeline copies to, have no log.
   * @default - not logged
   */
  readonly serverAccessLogsBucket?: s3.IBucket;
  /**
   * How long an artifact is kept: whole days. A rollback needs the artifacts of the execution that it goes back to.
   * @default Duration.days(30)
   */
  readonly expiration?: Duration;
  /**
   * What becomes of bucket and key when the store is removed from its stack.
   * @default RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE: kept, except where making them failed
   */
  readonly removalPolicy?: RemovalPolicy;
}

/**
 * Where pipelines keep their artifacts: one private, versioned bucket encrypted with one rotating key, and a replica of
 * both in every further region that actions work in. Each pipeline, and each of its actions, reaches only the
 * pipeline's own artifacts.
 *
 * All pipelines of an app in one account and region share one, which stands in the stack of the first. Give the
 * pipelines a store of a stack of its own where that stack may go before the others.
 */
export class ArtifactStore extends Construct {
  /**
   * The store that the pipelines of an app share: made on first use.
   *
   * @param scope a construct of the stack that would hold it
   */
  static shared(scope: Construct): ArtifactStore {
    const stack = Stack.of(scope);
    const stage = Stage.of(scope) ?? refuse(scope, 'The pipeline stands outside of any app.', 'Put its stack into an App.');
    const stores = sharedStores(stage);
    const place = `${stack.account}/${stack.region}`;
    const store = stores.get(place) ?? new ArtifactStore(stack, 'Artifacts');
    stores.set(place, store);
    return store;
  }

  private readonly primary: ArtifactBucket;
  private readonly replicas = new Map<string, ArtifactBucket>();
  private readonly pipelines = new Map<string, IConstruct>();
  private readonly settings: { expiration: Duration; removalPolicy: RemovalPolicy };

  constructor(scope: Construct, id: string, props: ArtifactStoreProps = {}) {
    super(scope, id);
    this.settings = {
      expiration: props.expiration ?? Duration.days(30),
      removalPolicy: props.removalPolicy ?? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    };
    if (props.bucket && !props.bucket.encryptionKey) {
      refuse(this, 'The bucket of the store has no key that is known here.', 'Take a bucket that is encrypted with a customer-managed key; import it with its `encryptionKey`.');
    }
    if (props.bucket && props.serverAccessLogsBucket) {
      refuse(this, 'The store has both a bucket that exists and one for the log of its requests.', 'A bucket that exists is used as it is: say there where its requests are logged.');
    }
    this.primary = new ArtifactBucket(this, 'Store', { ...this.settings, bucket: props.bucket, serverAccessLogsBucket: props.serverAccessLogsBucket });
  }

  /** The bucket, in the store's own region. */
  get bucket(): s3.IBucket {
    return this.primary.bucket;
  }

  /** The key, in the store's own region. */
  get key(): kms.IKey {
    return this.primary.key;
  }

  /**
   * Lets a role use the store's key that no pipeline has made: say, that of a build project which exists.
   * What it may do in the bucket is up to its own policies.
   *
   * @param roleArn the ARN of a role of the store's account
   */
  admitRole(roleArn: string): void {
    this.primary.admitToKey(roleArn, { writes: true, away: false });
  }

  /** Lets the policies of a role of the store's account say whether it uses the key. @internal */
  public _admitByItsPolicies(roleArn: string) {
    this.primary.admitToKeyByItsPolicies(roleArn);
  }

  /** Takes a pipeline in: no two may have the same prefix. @internal */
  public _register(pipeline: IConstruct, pipelineName: string) {
    const prefix = artifactPrefix(pipelineName);
    const other = this.pipelines.get(prefix);
    if (other) {
      refuse(pipeline, `The pipelines at "${other.node.path}" and "${pipeline.node.path}" share a store, and their names begin with the same ${PIPELINE_PREFIX_LENGTH} characters, "${prefix}".`,
        `CodePipeline keeps artifacts under those ${PIPELINE_PREFIX_LENGTH} characters, so each could read the other's: give one another name, or a store of its own.`);
    }
    this.pipelines.set(prefix, pipeline);
  }

  /** The bucket of a region, made when it is not there yet. @internal */
  public _in(region: string, asker: IConstruct): ArtifactBucket {
    const home = Stack.of(this);
    if (region === home.region) return this.primary;
    const existing = this.replicas.get(region);
    if (existing) return existing;
    if (Token.isUnresolved(home.region) || Token.isUnresolved(home.account)) {
      refuse(asker, `An action works in ${region}, and the pipeline's own account and region are only known when it is deployed.`,
        'Give the pipeline\'s stack an `env` with account and region.');
    }
    const id = `${Names.uniqueResourceName(this, { maxLength: 80, separator: '-' })}-${region}`;
    const stack = new Stack(Stage.of(this)!, id, {
      stackName: id,
      description: `Replica of an artifact store of ${home.region}`,
      env: { account: home.account, region },
      synthesizer: withoutBootstrap(home),
    });
    const replica = new ArtifactBucket(stack, 'Replica', this.settings);
    new kms.Alias(replica, 'Alias', { aliasName: replicaAlias(id), targetKey: replica.key });
    this.replicas.set(region, replica);
    return replica;
  }

  /** The store as the pipeline's declaration names it. @internal */
  public _declaration(region: string) {
    const home = Stack.of(this);
    const at = this._in(region, this);
    const keyId = at === this.primary
      ? this.primary.key.keyArn
      // another region's key is only known by its alias before it is deployed
      : `arn:${Aws.PARTITION}:kms:${region}:${home.account}:${replicaAlias(Stack.of(at).stackName)}`;
    return { type: 'S3', location: at.bucket.bucketName, encryptionKey: { type: 'KMS', id: keyId } };
  }

  /** The key for topics that tell of pipelines. @internal */
  public get _topicKey(): kms.IKey {
    this.primary.serveTopics();
    return this.primary.key;
  }
}

const replicaAlias = (stackName: string) => `alias/conveyor/${stackName}`;

const SHARED = Symbol.for('cdk-conveyor.shared-artifact-stores');

/** The shared stores of an app stand on the app itself: there is no state in this module. */
function sharedStores(stage: Stage): Map<string, ArtifactStore> {
  const holder = stage as unknown as Record<symbol, Map<string, ArtifactStore> | undefined>;
  return holder[SHARED] ??= new Map();
}

/** A region that only holds artifacts need not be bootstrapped. */
function withoutBootstrap(stack: Stack) {
  return stack.synthesizer instanceof DefaultStackSynthesizer
    ? new BootstraplessSynthesizer({
      deployRoleArn: stack.synthesizer.deployRoleArn,
      cloudFormationExecutionRoleArn: stack.synthesizer.cloudFormationExecutionRoleArn,
    })
    : undefined;
}
