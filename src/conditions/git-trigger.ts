import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';

/** Which pushes start a pipeline: all that is given must match. */
export interface PushTriggerProps {
  /** Names of branches. @default - any branch, unless `tags` is given */
  readonly branches?: string[];
  /** Names of branches that do not count. @default - none */
  readonly excludeBranches?: string[];
  /** Names of tags. Not together with branches or files. @default - pushes of tags do not count */
  readonly tags?: string[];
  /** Names of tags that do not count. @default - none */
  readonly excludeTags?: string[];
  /** Paths of changed files. Together with branches. @default - any file */
  readonly filePaths?: string[];
  /** Paths of files that do not count. @default - none */
  readonly excludeFilePaths?: string[];
}

/** Which pull requests start a pipeline: all that is given must match. */
export interface PullRequestTriggerProps {
  /** What happened to it. @default - opened, updated or closed */
  readonly events?: PullRequestEvent[];
  /** Names of the branches that it goes to. @default - any */
  readonly branches?: string[];
  /** Names of branches that do not count. @default - none */
  readonly excludeBranches?: string[];
  /** Paths of changed files. @default - any file */
  readonly filePaths?: string[];
  /** Paths of files that do not count. @default - none */
  readonly excludeFilePaths?: string[];
}

/** What may happen to a pull request. */
export enum PullRequestEvent {
  /** It is new. */
  OPENED = 'OPEN',
  /** It has new commits. */
  UPDATED = 'UPDATED',
  /** It is closed, merged or not. */
  CLOSED = 'CLOSED',
}

/** A kind of change in a repository that starts the pipeline. Made by `Trigger.push` and `Trigger.pullRequest`. */
export class GitTrigger {
  /** @internal */
  public static _push(props: PushTriggerProps): GitTrigger {
    return new GitTrigger({
      branches: globs(props.branches, props.excludeBranches),
      tags: globs(props.tags, props.excludeTags),
      filePaths: globs(props.filePaths, props.excludeFilePaths),
    });
  }

  /** @internal */
  public static _pullRequest(props: PullRequestTriggerProps): GitTrigger {
    return new GitTrigger(undefined, {
      events: props.events,
      branches: globs(props.branches, props.excludeBranches),
      filePaths: globs(props.filePaths, props.excludeFilePaths),
    });
  }

  private constructor(
    /** @internal */
    public readonly _pushFilter?: codepipeline.CfnPipeline.GitPushFilterProperty,
    /** @internal */
    public readonly _pullRequestFilter?: codepipeline.CfnPipeline.GitPullRequestFilterProperty,
  ) {}
}

function globs(includes?: string[], excludes?: string[]) {
  return includes || excludes ? { includes, excludes } : undefined;
}
