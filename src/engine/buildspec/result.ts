import { Buildspec, ReportFormat } from './buildspec';

export type BuildStatus = 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'STOPPED';

export type PhaseName = 'DOWNLOAD_SOURCE' | 'INSTALL' | 'PRE_BUILD' | 'BUILD' | 'POST_BUILD' | 'UPLOAD_ARTIFACTS';

/** What one build needs to know. Nothing else of the machine reaches the commands. */
export interface BuildRequest {
  readonly buildspec: Buildspec;
  /** absolute folder, already holding the primary source: CODEBUILD_SRC_DIR */
  readonly workspace: string;
  /** the whole base environment: PATH, HOME, CODEBUILD_… */
  readonly environment: Readonly<Record<string, string>>;
  /** variables of the project and the action, which win over the buildspec's */
  readonly variables: Readonly<Record<string, string>>;
  /** variables of the project and the action that came from a secret store: masked in every line, and never exported */
  readonly secrets?: Readonly<Record<string, string>>;
  /**
   * The value behind a reference, JSON key and version included (see `secretReference`); undefined, or an error that
   * says what to do, fails the build in DOWNLOAD_SOURCE.
   */
  readonly resolveSecret?: (kind: SecretKind, reference: string) => Promise<string | undefined>;
  /** of the whole build; none by default */
  readonly timeoutMs?: number;
  /** ends the build as STOPPED */
  readonly signal?: AbortSignal;
  /** One line of the log, secrets already masked. `build` lines are what CodeBuild itself would say; `routine` ones, too, and they are for a log file rather than for a screen. */
  readonly onLine: (line: string, from: LineSource) => void;
  /** called as each phase ends */
  readonly onPhase?: (phase: PhaseResult) => void;
}

export type SecretKind = 'secrets-manager' | 'parameter-store';
export type LineSource = 'command' | 'build' | 'routine';

export interface PhaseResult {
  readonly name: PhaseName;
  readonly status: BuildStatus;
  readonly durationMs: number;
  /** 1, or more when `on-failure: RETRY` started the build again */
  readonly attempt: number;
  /** a code and what happened, as in `COMMAND_EXECUTION_ERROR: command "npm test" exited with 1` */
  readonly message?: string;
}

export interface BuildResult {
  readonly status: BuildStatus;
  /** in the order in which they ran, those of earlier attempts included */
  readonly phases: readonly PhaseResult[];
  readonly exportedVariables: Readonly<Record<string, string>>;
  /** the primary artifact, when the buildspec declares one and files were found for it */
  readonly artifacts?: CollectedArtifact;
  /** by identifier */
  readonly secondaryArtifacts: Readonly<Record<string, CollectedArtifact>>;
  readonly reports: readonly CollectedReport[];
  /** the first thing that went wrong */
  readonly failure?: { readonly phase: PhaseName; readonly message: string };
}

export interface CollectedArtifact {
  /** as the shell evaluated it */
  readonly name?: string;
  /** sorted by path */
  readonly files: readonly CollectedFile[];
  readonly warnings: readonly string[];
}

export interface CollectedFile {
  /** inside the artifact, separated by `/` */
  readonly path: string;
  /** absolute */
  readonly from: string;
  /** with `enable-symlinks`: where the link points, to be stored as a link */
  readonly link?: string;
}

export interface CollectedReport {
  readonly group: string;
  readonly format: ReportFormat;
  /** absolute */
  readonly files: readonly string[];
  /** of JUnit XML files that could be read */
  readonly tests?: TestCounts;
  /** what failed or broke in those files, in their order */
  readonly failed?: readonly FailedTest[];
  readonly warnings: readonly string[];
}

export interface FailedTest {
  readonly name: string;
  /** what was wrong, in a few lines; undefined when the report does not say */
  readonly message?: string;
}

export interface TestCounts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}
