/**
 * What a buildspec says, once read: plain data, with every default of the format filled in.
 * `parseBuildspec` makes it from text, `buildspecOfCommands` from a list of commands.
 */

import { BUILDSPEC_PHASES, type CACHE_ACTIONS, type REPORT_FORMATS } from '../../catalog/buildspec';

/** The phases that a buildspec may give commands for, in the order in which they run. */
export const PHASE_KEYS = BUILDSPEC_PHASES;
export type PhaseKey = typeof PHASE_KEYS[number];

export interface Buildspec {
  /** `0.2`: one shell for the whole build. `0.1`: a new shell for every command. */
  readonly version: '0.1' | '0.2';
  /** the Linux user of all phases that name no other */
  readonly runAs?: string;
  readonly env: BuildspecEnv;
  readonly phases: Readonly<Partial<Record<PhaseKey, BuildspecPhase>>>;
  /** the primary artifact; absent when the buildspec lists no `files` for it */
  readonly artifacts?: ArtifactSpec;
  /** by identifier, which is the name of the action's output artifact */
  readonly secondaryArtifacts: Readonly<Record<string, ArtifactSpec>>;
  readonly reports: readonly ReportSpec[];
  readonly cache?: CacheSpec;
  /** the batch section as it was written; one build takes no notice of it */
  readonly batch?: unknown;
  /** what is odd about the text but does not stop a build */
  readonly warnings: readonly string[];
}

export interface BuildspecEnv {
  /** `sh` is what CodeBuild calls `/bin/sh`; undefined means the default shell */
  readonly shell?: 'bash' | 'sh';
  /** literal values: nothing in them is expanded */
  readonly variables: Readonly<Record<string, string>>;
  /** variable → name of a parameter */
  readonly parameterStore: Readonly<Record<string, string>>;
  /** variable → `secret-id:json-key:version-stage:version-id` */
  readonly secretsManager: Readonly<Record<string, string>>;
  readonly exportedVariables: readonly string[];
}

export interface BuildspecPhase {
  readonly runAs?: string;
  /** runtime → version, as asked for */
  readonly runtimeVersions: Readonly<Record<string, string>>;
  readonly commands: readonly string[];
  /** run after the commands, also when one of them failed */
  readonly finally: readonly string[];
  readonly onFailure?: OnFailure;
}

/** What happens when a phase fails; without one, the order of phases decides. */
export type OnFailure =
  | { readonly action: 'ABORT' }
  | { readonly action: 'CONTINUE' }
  | { readonly action: 'RETRY'; readonly count: number; readonly pattern?: RegExp };

/** Which files make an artifact, and how. */
export interface ArtifactSpec {
  readonly files: readonly string[];
  /** evaluated by the shell at the end of the build */
  readonly name?: string;
  readonly baseDirectory?: string;
  readonly excludePaths: readonly string[];
  readonly discardPaths: boolean;
  readonly enableSymlinks: boolean;
}

export interface ReportSpec {
  /** the name or ARN of the report group */
  readonly group: string;
  readonly files: readonly string[];
  readonly baseDirectory?: string;
  readonly discardPaths: boolean;
  readonly format: ReportFormat;
}

export type ReportFormat = typeof REPORT_FORMATS[number];

export interface CacheSpec {
  readonly paths: readonly string[];
  readonly key?: string;
  readonly fallbackKeys: readonly string[];
  readonly action?: typeof CACHE_ACTIONS[number];
}
