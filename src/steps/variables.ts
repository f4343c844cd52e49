import { Step } from './step';

/*
 * The variables that actions give, by name: what a step's `variables` answers with. Each is an expression that
 * CodePipeline resolves right before the action that uses it starts.
 */

/** The variables of a source behind a connection. Which of them have a value depends on what started the pipeline. */
export class ConnectionVariables {
  constructor(private readonly step: Step) {}

  /** When the commit was authored, as ISO 8601. */
  get authorDate(): string { return this.step.variable('AuthorDate'); }
  /** The author's name as shown. */
  get authorDisplayName(): string { return this.step.variable('AuthorDisplayName'); }
  /** The author's e-mail address. */
  get authorEmail(): string { return this.step.variable('AuthorEmail'); }
  /** The author's id at the provider. */
  get authorId(): string { return this.step.variable('AuthorId'); }
  /** The branch; after a push or a tag. */
  get branchName(): string { return this.step.variable('BranchName'); }
  /** The full id of the commit. */
  get commitId(): string { return this.step.variable('CommitId'); }
  /** The commit's message. */
  get commitMessage(): string { return this.step.variable('CommitMessage'); }
  /** The ARN of the connection. */
  get connectionArn(): string { return this.step.variable('ConnectionArn'); }
  /** The branch that a pull request is to go to; after a pull request. */
  get destinationBranchName(): string { return this.step.variable('DestinationBranchName'); }
  /** The repository: `owner/name`. */
  get fullRepositoryName(): string { return this.step.variable('FullRepositoryName'); }
  /** The provider, for example `GitHub`. */
  get providerType(): string { return this.step.variable('ProviderType'); }
  /** The pull request's number; after a pull request. */
  get pullRequestId(): string { return this.step.variable('PullRequestId'); }
  /** The pull request's title; after a pull request. */
  get pullRequestTitle(): string { return this.step.variable('PullRequestTitle'); }
  /** The branch that a pull request comes from; after a pull request. */
  get sourceBranchName(): string { return this.step.variable('SourceBranchName'); }
  /** The tag; after a tag. */
  get tagName(): string { return this.step.variable('TagName'); }
}

/** The variables of a CodeCommit source. */
export class CodeCommitVariables {
  constructor(private readonly step: Step) {}

  /** When the commit was authored. */
  get authorDate(): string { return this.step.variable('AuthorDate'); }
  /** The branch. */
  get branchName(): string { return this.step.variable('BranchName'); }
  /** The full id of the commit. */
  get commitId(): string { return this.step.variable('CommitId'); }
  /** The commit's message. */
  get commitMessage(): string { return this.step.variable('CommitMessage'); }
  /** When the commit was made. */
  get committerDate(): string { return this.step.variable('CommitterDate'); }
  /** The repository's name. */
  get repositoryName(): string { return this.step.variable('RepositoryName'); }
}

/** The variables of an S3 source. */
export class S3SourceVariables {
  constructor(private readonly step: Step) {}

  /** The bucket's name. */
  get bucketName(): string { return this.step.variable('BucketName'); }
  /** The object's ETag. */
  get eTag(): string { return this.step.variable('ETag'); }
  /** The object's key. */
  get objectKey(): string { return this.step.variable('ObjectKey'); }
  /** The object's version. */
  get versionId(): string { return this.step.variable('VersionId'); }
}

/** The variables of an ECR source. */
export class EcrSourceVariables {
  constructor(private readonly step: Step) {}

  /** The image's digest: `sha256:…`. */
  get imageDigest(): string { return this.step.variable('ImageDigest'); }
  /** The tag. */
  get imageTag(): string { return this.step.variable('ImageTag'); }
  /** The image with its registry and digest, as `docker pull` takes it. */
  get imageUri(): string { return this.step.variable('ImageURI'); }
  /** The registry: an account, twelve digits. */
  get registryId(): string { return this.step.variable('RegistryId'); }
  /** The repository's name. */
  get repositoryName(): string { return this.step.variable('RepositoryName'); }
}

/** The variables of a GitHub source by a token. */
export class GitHubOAuthVariables {
  constructor(private readonly step: Step) {}

  /** When the commit was authored. */
  get authorDate(): string { return this.step.variable('AuthorDate'); }
  /** The branch. */
  get branchName(): string { return this.step.variable('BranchName'); }
  /** The full id of the commit. */
  get commitId(): string { return this.step.variable('CommitId'); }
  /** The commit's message. */
  get commitMessage(): string { return this.step.variable('CommitMessage'); }
  /** When the commit was made. */
  get committerDate(): string { return this.step.variable('CommitterDate'); }
  /** The commit's page on GitHub. */
  get commitUrl(): string { return this.step.variable('CommitUrl'); }
  /** The repository's name, without its owner. */
  get repositoryName(): string { return this.step.variable('RepositoryName'); }
}

/** The variables of an image that was built and pushed. */
export class ImageVariables {
  constructor(private readonly step: Step) {}

  /** The image's digest: `sha256:…`. */
  get imageDigest(): string { return this.step.variable('ECRImageDigestId'); }
  /** The repository's name. */
  get repositoryName(): string { return this.step.variable('ECRRepositoryName'); }
}

/** The variables of a run of a state machine. */
export class StepFunctionsVariables {
  constructor(private readonly step: Step) {}

  /** The ARN of the execution. */
  get executionArn(): string { return this.step.variable('ExecutionArn'); }
  /** The ARN of the state machine. */
  get stateMachineArn(): string { return this.step.variable('StateMachineArn'); }
}

/** The variables of a scan by Amazon Inspector. */
export class InspectorVariables {
  constructor(private readonly step: Step) {}

  /** The worst that was found: `CRITICAL`, `HIGH`, `MEDIUM`, `LOW`, or that there is nothing. */
  get highestScannedSeverity(): string { return this.step.variable('HighestScannedSeverity'); }
}
