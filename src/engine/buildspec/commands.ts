import { Buildspec } from './buildspec';

export interface CommandsOptions {
  /** the variables that later actions may read; at most 15 */
  readonly outputVariables?: readonly string[];
  /** the files of the output artifact; none without an output artifact */
  readonly files?: readonly string[];
}

/**
 * What CodePipeline's Commands action does, as a buildspec: the commands run in one shell, and one that fails stops
 * the rest.
 *
 * @param commands one line each
 */
export function buildspecOfCommands(commands: readonly string[], options: CommandsOptions = {}): Buildspec {
  const files = options.files ?? [];
  return {
    version: '0.2',
    env: { variables: {}, parameterStore: {}, secretsManager: {}, exportedVariables: options.outputVariables ?? [] },
    phases: { build: { runtimeVersions: {}, commands, finally: [], onFailure: { action: 'ABORT' } } },
    artifacts: files.length > 0 ? { files, excludePaths: [], discardPaths: false, enableSymlinks: false } : undefined,
    secondaryArtifacts: {},
    reports: [],
    warnings: [],
  };
}
