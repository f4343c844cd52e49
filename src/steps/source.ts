import { Annotations, Resource, Token } from 'aws-cdk-lib';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ProviderStep } from './provider-step';
import { Step } from './step';
import { Permission } from '../catalog/provider';
import { CODECOMMIT_SOURCE, CONNECTION_SOURCE, ECR_SOURCE, S3_SOURCE } from '../catalog/sources';
import { GitTrigger } from '../conditions/git-trigger';
import { refuse } from '../refuse';

/** What every source takes. */
export interface SourceProps {
  /**
   * The action's name, and the name of its artifact.
   * @default 'Source'
   */
  readonly name?: string;
}

/** What a source that CodeBuild can clone takes. */
export interface GitSourceProps extends SourceProps {
  /**
   * The branch.
   * @default 'main'
   */
  readonly branch?: string;
  /**
   * Hands builds a full git clone in place of a zip: they see the history.
   * @default false
   */
  readonly fullClone?: boolean;
}

/** What a source behind a connection takes. */
export interface ConnectionSourceProps extends GitSourceProps {
  /**
   * The ARN of the connection (CodeConnections), made once by hand in the console: it needs a person's consent.
   */
  readonly connectionArn: string;
  /**
   * Starts the pipeline on every push to the branch.
   * @default true
   */
  readonly startOnPush?: boolean;
  /**
   * The pushes and pull requests that start the pipeline, in place of every push to the branch: at most three of each.
   * @default - every push to the branch
   */
  readonly triggers?: GitTrigger[];
}

/** What an S3 source takes. */
export interface S3SourceProps extends SourceProps {
  /** The bucket: versioned. For one that is not made in this app, turn on its events to EventBridge. */
  readonly bucket: s3.IBucket;
  /** The key of the zip that a release is. */
  readonly objectKey: string;
}

/** What an ECR source takes. */
export interface EcrSourceProps extends SourceProps {
  /** The repository: private, in the pipeline's account and region. */
  readonly repository: ecr.IRepository;
  /**
   * The tag to follow.
   * @default 'latest'
   */
  readonly imageTag?: string;
}

const CLONE = 'CODEBUILD_CLONE_REF';

/** The key under which an artifact that is cloned tells what a build must be allowed to do. */
export const CLONE_PERMISSION = 'cdk-conveyor:clone-permission';

/** Says on the source's artifact what a build that clones it needs. */
function cloned(step: Step, permission: Permission | undefined): Step {
  if (permission) step.primaryOutput?.setMetadata(CLONE_PERMISSION, permission);
  return step;
}

/** Where a pipeline begins. Every source starts the pipeline by an event; none is polled. */
export class Source {
  /**
   * A repository on GitHub.
   *
   * @param repository `owner/name`
   */
  static gitHub(repository: string, props: ConnectionSourceProps): Step {
    return connection(repository, props);
  }

  /**
   * A repository on a GitHub Enterprise Server of your own.
   *
   * @param repository `owner/name`
   */
  static gitHubEnterpriseServer(repository: string, props: ConnectionSourceProps): Step {
    return connection(repository, props);
  }

  /**
   * A repository on Bitbucket Cloud.
   *
   * @param repository `workspace/name`
   */
  static bitbucket(repository: string, props: ConnectionSourceProps): Step {
    return connection(repository, props);
  }

  /**
   * A repository on GitLab.
   *
   * @param repository `group/name`, with as many subgroups as there are
   */
  static gitLab(repository: string, props: ConnectionSourceProps): Step {
    return connection(repository, props);
  }

  /**
   * A repository on a GitLab of your own.
   *
   * @param repository `group/name`, with as many subgroups as there are
   */
  static gitLabSelfManaged(repository: string, props: ConnectionSourceProps): Step {
    return connection(repository, props);
  }

  /** A branch of a CodeCommit repository. */
  static codeCommit(repository: codecommit.IRepository, props: GitSourceProps = {}): Step {
    const branch = props.branch ?? 'main';
    return cloned(new ProviderStep({
      stepName: props.name ?? 'Source',
      row: CODECOMMIT_SOURCE,
      hasOutput: true,
      configure: () => ({
        configuration: {
          RepositoryName: repository.repositoryName,
          BranchName: branch,
          PollForSourceChanges: 'false',
          OutputArtifactFormat: props.fullClone ? CLONE : undefined,
        },
        startsOn: {
          source: ['aws.codecommit'],
          detailType: ['CodeCommit Repository State Change'],
          resources: [repository.repositoryArn],
          detail: { event: ['referenceCreated', 'referenceUpdated'], referenceType: ['branch'], referenceName: [branch] },
        },
      }),
    }), props.fullClone ? { actions: ['codecommit:GitPull'], resources: [repository.repositoryArn] } : undefined);
  }

  /** A zip in a bucket. */
  static s3(props: S3SourceProps): Step {
    return new ProviderStep({
      stepName: props.name ?? 'Source',
      row: S3_SOURCE,
      hasOutput: true,
      configure: scope => {
        sendEvents(props.bucket);
        if (Token.isUnresolved(props.objectKey)) refuse(scope, 'The key of an S3 source is only known when it is deployed.', 'Give it literally: the event that starts the pipeline names it.');
        return {
          configuration: { S3Bucket: props.bucket.bucketName, S3ObjectKey: props.objectKey, PollForSourceChanges: 'false' },
          arns: props.bucket.encryptionKey && { sourceKey: [props.bucket.encryptionKey.keyArn] },
          startsOn: {
            source: ['aws.s3'],
            detailType: ['Object Created'],
            detail: { bucket: { name: [props.bucket.bucketName] }, object: { key: [props.objectKey] } },
          },
        };
      },
    });
  }

  /** An image in a private ECR repository. Its artifact holds `imageDetail.json`. */
  static ecr(props: EcrSourceProps): Step {
    return new ProviderStep({
      stepName: props.name ?? 'Source',
      row: ECR_SOURCE,
      hasOutput: true,
      configure: () => ({
        configuration: { RepositoryName: props.repository.repositoryName, ImageTag: props.imageTag },
        startsOn: {
          source: ['aws.ecr'],
          detailType: ['ECR Image Action'],
          detail: {
            'action-type': ['PUSH'],
            'result': ['SUCCESS'],
            'repository-name': [props.repository.repositoryName],
            'image-tag': [props.imageTag ?? 'latest'],
          },
        },
      }),
    });
  }
}

function connection(repository: string, props: ConnectionSourceProps): Step {
  if (!Token.isUnresolved(repository) && !/^[^/\s:@]+(\/[^/\s:@]+)+$/.test(repository)) {
    refuse(props.name ?? 'Source', `"${repository}" is not a repository.`, 'Give its owner and its name: "acme/shop".');
  }
  return cloned(new ProviderStep({
    stepName: props.name ?? 'Source',
    row: CONNECTION_SOURCE,
    hasOutput: true,
    configure: () => ({
      configuration: {
        ConnectionArn: props.connectionArn,
        FullRepositoryId: repository,
        BranchName: props.branch ?? 'main',
        OutputArtifactFormat: props.fullClone ? CLONE : undefined,
        DetectChanges: props.startOnPush === false ? 'false' : undefined,
      },
      triggers: props.triggers,
    }),
  }), props.fullClone
    ? { actions: ['codeconnections:UseConnection', 'codestar-connections:UseConnection'], resources: [props.connectionArn] }
    : undefined);
}

/** A bucket tells EventBridge of its objects only when asked to; CloudFormation can ask without a function of its own. */
function sendEvents(bucket: s3.IBucket) {
  const resource = bucket.node.defaultChild;
  if (Resource.isOwnedResource(bucket as s3.Bucket) && resource instanceof s3.CfnBucket) {
    if (!resource.versioningConfiguration) refuse(bucket, 'The bucket of the source keeps no versions, and CodePipeline reads a version.', 'Make it `versioned: true`.');
    resource.addPropertyOverride('NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled', true);
  } else {
    Annotations.of(bucket).addInfo('This bucket is not made in this app: turn on its events to EventBridge, or uploads will not start the pipeline.');
  }
}
