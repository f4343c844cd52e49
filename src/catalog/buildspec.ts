/** The keys of a buildspec. Source: CodeBuild's user guide, build-spec-ref. */

export const BUILDSPEC_VERSIONS = ['0.1', '0.2'];
export const BUILDSPEC_KEYS = ['version', 'run-as', 'env', 'proxy', 'batch', 'phases', 'reports', 'artifacts', 'cache'];
export const BUILDSPEC_PHASES = ['install', 'pre_build', 'build', 'post_build'];
export const BUILDSPEC_PHASE_KEYS = ['run-as', 'on-failure', 'runtime-versions', 'commands', 'finally', 'steps'];
/** What `on-failure` takes: `RETRY-count`, `RETRY-regex` and `RETRY-count-regex`, too. */
export const BUILDSPEC_ON_FAILURE = ['ABORT', 'CONTINUE', 'RETRY'];
export const BUILDSPEC_ENV_KEYS = ['shell', 'variables', 'parameter-store', 'secrets-manager', 'exported-variables', 'git-credential-helper'];
export const BUILDSPEC_ARTIFACT_KEYS = ['files', 'name', 'discard-paths', 'base-directory', 'exclude-paths', 'enable-symlinks', 's3-prefix', 'secondary-artifacts'];
export const BUILDSPEC_REPORT_KEYS = ['files', 'base-directory', 'discard-paths', 'file-format'];
export const BUILDSPEC_CACHE_KEYS = ['paths', 'key', 'fallback-keys', 'action'];

export const REPORT_FORMATS = [
  'JUNITXML', 'CUCUMBERJSON', 'NUNITXML', 'NUNIT3XML', 'TESTNGXML', 'VISUALSTUDIOTRX', 'CLOVERXML', 'COBERTURAXML', 'JACOCOXML', 'SIMPLECOV',
];
export const MOST_REPORT_GROUPS = 5;
