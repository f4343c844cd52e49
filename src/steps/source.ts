import { Token } from 'aws-cdk-lib';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import { ProviderStep } from './provider-step';
import { refuse } from '../refuse';
import { CodeCommitSource } from './sources/codecommit';
import { EcrSource, EcrSourceProps } from './sources/ecr';
import { GitHubOAuthSource, GitHubOAuthSourceProps } from './sources/github-oauth';
import { S3Source, S3SourceProps } from './sources/s3';
import { CLONE, cloned, GitSourceProps } from './sources/source-props';
import { ConnectionVariables } from './variables';
import { CONNECTION_SOURCE } from '../catalog/sources';
import { GitTrigger } from '../conditions/git-trigger';

export { CLONE_PERMISSION } from './sources/source-props';

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

/** A repository behind a connection, as a step. The factories of `Source` make it. */
export class ConnectionSource extends ProviderStep {
  constructor(repository: string, props: ConnectionSourceProps) {
    const stepName = props.name ?? 'Source';
    if (!Token.isUnresolved(repository) && !/^[^/\s:@]+(\/[^/\s:@]+)+$/.test(repository)) {
      refuse(stepName, `"${repository}" is not a repository.`, 'Give its owner and its name: "acme/shop".');
    }
    checkTriggers(stepName, props.triggers ?? []);
    super({
      stepName,
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
    });
    if (props.fullClone) {
      cloned(this, { actions: ['codeconnections:UseConnection', 'codestar-connections:UseConnection'], resources: [props.connectionArn] });
    }
  }

  /** What the source tells of the change. */
  get variables(): ConnectionVariables {
    return new ConnectionVariables(this);
  }
}

function checkTriggers(stepName: string, triggers: readonly GitTrigger[]) {
  for (const [what, filters] of [
    ['pushes', triggers.flatMap(trigger => trigger._pushFilter ?? [])], ['pull requests', triggers.flatMap(trigger => trigger._pullRequestFilter ?? [])],
  ] as const) {
    if (filters.length > 3) refuse(stepName, `The source has ${filters.length} triggers for ${what}.`, 'CodePipeline takes at most 3: put several patterns into one.');
    if (new Set(filters.map(filter => JSON.stringify(filter))).size < filters.length) refuse(stepName, `Two triggers for ${what} are the same.`, 'Keep one of them.');
  }
}

/** Where a pipeline begins. Every source starts the pipeline by an event; none is polled. */
export class Source {
  /**
   * A repository on GitHub.
   *
   * @param repository `owner/name`
   */
  static gitHub(repository: string, props: ConnectionSourceProps): ConnectionSource {
    return new ConnectionSource(repository, props);
  }

  /**
   * A repository on a GitHub Enterprise Server of your own.
   *
   * @param repository `owner/name`
   */
  static gitHubEnterpriseServer(repository: string, props: ConnectionSourceProps): ConnectionSource {
    return new ConnectionSource(repository, props);
  }

  /**
   * A repository on Bitbucket Cloud.
   *
   * @param repository `workspace/name`
   */
  static bitbucket(repository: string, props: ConnectionSourceProps): ConnectionSource {
    return new ConnectionSource(repository, props);
  }

  /**
   * A repository on GitLab.
   *
   * @param repository `group/name`, with as many subgroups as there are
   */
  static gitLab(repository: string, props: ConnectionSourceProps): ConnectionSource {
    return new ConnectionSource(repository, props);
  }

  /**
   * A repository on a GitLab of your own.
   *
   * @param repository `group/name`, with as many subgroups as there are
   */
  static gitLabSelfManaged(repository: string, props: ConnectionSourceProps): ConnectionSource {
    return new ConnectionSource(repository, props);
  }

  /**
   * A repository on Azure DevOps.
   *
   * @param repository `project/name`: the organization is the connection's
   */
  static azureDevOps(repository: string, props: ConnectionSourceProps): ConnectionSource {
    return new ConnectionSource(repository, props);
  }

  /**
   * A repository on GitHub by a personal access token: the old way, which reaches every repository that its owner
   * reaches. `Source.gitHub` does it better, with a connection.
   *
   * @param repository `owner/name`
   */
  static gitHubOAuth(repository: string, props: GitHubOAuthSourceProps): GitHubOAuthSource {
    return new GitHubOAuthSource(repository, props);
  }

  /** A branch of a CodeCommit repository. */
  static codeCommit(repository: codecommit.IRepository, props: GitSourceProps = {}): CodeCommitSource {
    return new CodeCommitSource(repository, props);
  }

  /** A zip in a bucket. */
  static s3(props: S3SourceProps): S3Source {
    return new S3Source(props);
  }

  /** An image in a private ECR repository. Its artifact holds `imageDetail.json`. */
  static ecr(props: EcrSourceProps): EcrSource {
    return new EcrSource(props);
  }
}
