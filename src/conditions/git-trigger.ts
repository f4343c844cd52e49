import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import { refuse } from '../refuse';

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
    const { branches, excludeBranches, tags, excludeTags, filePaths, excludeFilePaths } = props;
    if ((tags || excludeTags) && (branches || excludeBranches || filePaths || excludeFilePaths)) {
      refuse('Trigger.push', 'The trigger names tags together with branches or files.', 'Make two triggers: a push is of a tag or of a branch.');
    }
    if (!(branches || excludeBranches || tags || excludeTags || filePaths || excludeFilePaths)) {
      refuse('Trigger.push', 'The trigger names nothing.', 'Name branches, tags or files; without a trigger the source starts the pipeline on every push to its branch.');
    }
    const files = filePaths ?? excludeFilePaths;
    return new GitTrigger({
      // the service wants branches beside files: all of them, where none is named
      branchesIncludes: globs('branches', branches ?? (files && !excludeBranches ? ['**'] : undefined)),
      branchesExcludes: globs('excludeBranches', excludeBranches),
      tagsIncludes: globs('tags', tags),
      tagsExcludes: globs('excludeTags', excludeTags),
      filePathsIncludes: globs('filePaths', filePaths),
      filePathsExcludes: globs('excludeFilePaths', excludeFilePaths),
    });
  }

  /** @internal */
  public static _pullRequest(props: PullRequestTriggerProps): GitTrigger {
    return new GitTrigger(undefined, {
      events: props.events as codepipeline.GitPullRequestEvent[] | undefined,
      // the service wants branches: all of them, where none is named
      branchesIncludes: globs('branches', props.branches ?? (props.excludeBranches ? undefined : ['**'])),
      branchesExcludes: globs('excludeBranches', props.excludeBranches),
      filePathsIncludes: globs('filePaths', props.filePaths),
      filePathsExcludes: globs('excludeFilePaths', props.excludeFilePaths),
    });
  }

  private constructor(
    /** @internal */
    public readonly _pushFilter?: codepipeline.GitPushFilter,
    /** @internal */
    public readonly _pullRequestFilter?: codepipeline.GitPullRequestFilter,
  ) {}
}

function globs(what: string, patterns?: string[]): string[] | undefined {
  if (patterns && (patterns.length < 1 || patterns.length > 8)) refuse(`Trigger ${what}`, `The trigger has ${patterns.length} patterns.`, 'CodePipeline takes 1 to 8 of a kind.');
  for (const pattern of patterns ?? []) {
    if (pattern.length < 1 || pattern.length > 255) refuse(`Trigger ${what}`, `The pattern "${pattern.slice(0, 20)}…" has ${pattern.length} characters.`, 'CodePipeline takes 1 to 255.');
  }
  const twice = patterns?.find((pattern, at) => patterns.indexOf(pattern) !== at);
  if (twice !== undefined) refuse(`Trigger ${what}`, `The pattern "${twice}" is there twice.`, 'Name it once: CloudFormation takes no pattern twice.');
  return patterns;
}
