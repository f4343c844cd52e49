/**
 * What a buildspec may say. Sources: CodeBuild's user guide, build-spec-ref and batch-build-buildspec.
 *
 * INFERRED: the shells "sh" and "/bin/bash" are as good as "/bin/sh" and "bash"; those of a Mac; and that a flag may be
 * written as YAML writes one ("true", "on"), where the guide has "yes" and "no" alone.
 */

/** What stands at a place of a buildspec. All of it reads as texts, lists and maps: `version: 0.2` is the text "0.2". */
export type Grammar = (
  | { readonly is: 'text'; readonly oneOf?: readonly string[]; readonly form?: RegExp }
  /** yes or no */
  | { readonly is: 'flag' }
  /** a list of texts, or one text alone */
  | { readonly is: 'texts'; readonly each: TextGrammar }
  | { readonly is: 'list'; readonly each: Grammar }
  /** a map of names that its writer chooses */
  | { readonly is: 'names'; readonly each: Grammar; readonly named?: RegExp }
  | MapGrammar
  /** what has a grammar of its own, which is not told here */
  | { readonly is: 'any' }
  /** what CodeBuild knows in another place alone */
  | { readonly is: 'misplaced' }
) & More;

export type TextGrammar = Extract<Grammar, { is: 'text' }>;

/** A map of keys that CodeBuild knows. */
export interface MapGrammar extends More {
  readonly is: 'map';
  readonly keys: Readonly<Record<string, Grammar>>;
  /** of each of these, one key must be there */
  readonly needs?: readonly (readonly string[])[];
  /** of these, only one may be there */
  readonly either?: readonly string[];
  /** whether another key is refused, and not only without effect */
  readonly isClosed?: boolean;
}

interface More {
  /** whether it must hold something once it is there */
  readonly isFilled?: boolean;
  /** how many items, or names, it may have */
  readonly most?: number;
  /** what to write, where the rest does not tell */
  readonly mend?: string;
}

const text: TextGrammar = { is: 'text' };
const flag: Grammar = { is: 'flag' };
const texts: Grammar = { is: 'texts', each: text };
const filledTexts: Grammar = { ...texts, isFilled: true };
const oneOf = (...values: readonly string[]): TextGrammar => ({ is: 'text', oneOf: values });
const formed = (form: RegExp, mend: string): TextGrammar => ({ is: 'text', form, mend });
const names = (each: Grammar): Grammar => ({ is: 'names', each });
const map = (keys: MapGrammar['keys'], more?: Partial<MapGrammar>): MapGrammar => ({ is: 'map', keys, ...more });

export const YES = ['yes', 'true', 'on'];
export const NO = ['no', 'false', 'off'];

export const REPORT_FORMATS = [
  'JUNITXML', 'CUCUMBERJSON', 'NUNITXML', 'NUNIT3XML', 'TESTNGXML', 'VISUALSTUDIOTRX', 'CLOVERXML', 'COBERTURAXML', 'JACOCOXML', 'SIMPLECOV',
] as const;
export const MOST_REPORT_GROUPS = 5;
export const CACHE_ACTIONS = ['restore', 'save'] as const;
export const MOST_FALLBACK_KEYS = 5;
export const MOST_RETRIES = 100;
export const BUILDSPEC_PHASES = ['install', 'pre_build', 'build', 'post_build'] as const;
/** Names that belong to CodeBuild. */
export const RESERVED_PREFIX = 'CODEBUILD_';

/** The shells of a build, by what it runs on. */
export const SHELLS = {
  linux: ['bash', '/bin/sh', 'sh', '/bin/bash'],
  windows: ['powershell.exe', 'cmd.exe'],
  mac: ['bash', '/bin/sh', 'sh', '/bin/bash', 'zsh', '/bin/zsh'],
} as const;

/** What the type of a project's environment runs on. */
export function platformOf(type: string | undefined): keyof typeof SHELLS | undefined {
  const [, family] = /^(LINUX|ARM|WINDOWS|MAC)_/.exec(type ?? '') ?? [];
  if (family === undefined) return undefined;
  return family === 'WINDOWS' ? 'windows' : family === 'MAC' ? 'mac' : 'linux';
}

/** The runtimes of CodeBuild's own standard images, of all versions of them. */
export const RUNTIMES = ['android', 'docker', 'dotnet', 'golang', 'java', 'nodejs', 'php', 'python', 'ruby'];
export const STANDARD_IMAGE = /^aws\/codebuild\/(?:amazonlinux2?-(?:x86_64|aarch64)-)?standard:\d/;

const parameter = formed(/^(?!arn:[^:]*:secretsmanager:)\S+$/, 'Write the name of a parameter, such as "/shop/token".');
const secret = formed(
  /^(?:arn:[^:]*:secretsmanager:[^:]*:[^:]*:secret:[^:]+|(?!arn:)[^:]+)(?::[^:]*(?::[^:]*:?|::[^:]*)?)?$/,
  'Write secret-id:json-key:version-stage:version-id with one of version-stage and version-id, and leave out from the end what is not needed.',
);

export const ENV = map({
  'shell': text,
  'variables': names(text),
  'parameter-store': names({ ...parameter, isFilled: true }),
  'secrets-manager': names({ ...secret, isFilled: true }),
  'exported-variables': texts,
  'git-credential-helper': flag,
});

const onFailure = formed(
  new RegExp(`^(?:ABORT|CONTINUE|RETRY(?:-(?!\\d+(?:-|$))[^]+|-0*(?:\\d\\d?|${MOST_RETRIES})(?:-[^]*)?)?)$`),
  `Write ABORT, CONTINUE, RETRY, or RETRY with a count from 0 to ${MOST_RETRIES} ("RETRY-3"), with a pattern ("RETRY-.*timeout.*"), or with both.`,
);
const commands: Grammar = { ...texts, mend: 'Put the whole command in quotes: a ": " in it makes an object of it.' };
const phase = (runtimes: Grammar, more?: Partial<MapGrammar>) => map(
  { 'run-as': text, 'on-failure': onFailure, 'runtime-versions': runtimes, commands, 'finally': commands, 'steps': { is: 'any' } },
  { mend: 'Put the list of commands into "commands" of the phase.', ...more },
);

export const INSTALL = phase(names(text));
export const PHASE = phase(
  { is: 'misplaced', mend: 'Put it into "phases: install".' },
  { needs: [['commands', 'steps']], isFilled: true },
);
export const PHASES = map({ install: INSTALL, pre_build: PHASE, build: PHASE, post_build: PHASE }, { isClosed: true, isFilled: true });

const artifact = {
  'files': filledTexts, 'name': text, 'discard-paths': flag, 'base-directory': text, 'exclude-paths': texts, 'enable-symlinks': flag, 's3-prefix': text,
};
export const SECONDARY_ARTIFACT = map(artifact, { needs: [['files']], isFilled: true });
export const ARTIFACTS = map({ ...artifact, 'files': texts, 'secondary-artifacts': names(SECONDARY_ARTIFACT) });

/** A name, or the ARN of a report group that there is. */
const REPORT_GROUP = /^(?!arn:)|^arn:[^:]*:codebuild:[^:]*:[^:]*:report-group\/./;

export const REPORT = map(
  { 'files': filledTexts, 'base-directory': text, 'discard-paths': flag, 'file-format': oneOf(...REPORT_FORMATS) },
  { needs: [['files']], isFilled: true },
);

export const CACHE = map({ 'paths': texts, 'key': text, 'fallback-keys': { ...texts, most: MOST_FALLBACK_KEYS }, 'action': oneOf(...CACHE_ACTIONS) });

const identifier = formed(/^[A-Za-z0-9_]{1,127}$/, 'Use letters, digits and "_", fewer than 128.');
const computeType = formed(/^(?:BUILD_[A-Z0-9_]+|ATTRIBUTE_BASED_COMPUTE|CUSTOM_INSTANCE_TYPE)$/, 'Write a compute type, such as BUILD_GENERAL1_SMALL.');
const environmentType = formed(/^(?:LINUX|ARM|WINDOWS|MAC)_[A-Z0-9_]+$/, 'Write the type of an environment, such as LINUX_CONTAINER.');
const machine = { 'compute-type': computeType, 'fleet': text, 'image': text, 'privileged-mode': flag, 'type': environmentType, 'variables': names(text) };
const task = { identifier, 'buildspec': text, 'debug-session': flag, 'env': map(machine, { either: ['compute-type', 'fleet'] }), 'ignore-failure': flag };
const dynamic = map({
  ...machine, 'compute-type': { is: 'texts', each: computeType }, 'fleet': texts, 'image': texts, 'privileged-mode': { is: 'any' }, 'type': { is: 'texts', each: environmentType }, 'variables': names(texts),
});

export const BATCH = map({
  'fast-fail': flag,
  'build-list': { is: 'list', each: map(task) },
  'build-graph': { is: 'list', each: map({ ...task, 'depend-on': texts }, { needs: [['identifier']] }) },
  'build-matrix': map({
    static: map({ 'debug-session': flag, 'env': map(machine), 'ignore-failure': flag }),
    dynamic: map({ buildspec: texts, env: dynamic }),
  }),
  'build-fanout': map(
    { 'parallelism': formed(/^[1-9]\d*$/, 'Write a number of builds, such as 5.'), 'ignore-failure': flag },
    { needs: [['parallelism']] },
  ),
});

export const BUILDSPEC = map(
  {
    'version': { ...oneOf('0.1', '0.2'), mend: 'Write "version: 0.2".' },
    'run-as': text,
    'env': ENV,
    'proxy': map({ 'upload-artifacts': flag, 'logs': flag }),
    'batch': BATCH,
    'phases': PHASES,
    'reports': { is: 'names', each: REPORT, named: REPORT_GROUP, most: MOST_REPORT_GROUPS },
    'artifacts': ARTIFACTS,
    'cache': CACHE,
  },
  // a batch may have all its commands in the buildspecs of its builds
  { needs: [['version'], ['phases', 'batch']] },
);

/** The keys that a map may have. */
export function keysOf({ keys }: MapGrammar): string[] {
  return Object.keys(keys).filter(key => keys[key].is !== 'misplaced');
}
