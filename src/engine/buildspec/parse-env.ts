import { BuildspecEnv } from './buildspec';
import { secretReference } from './secret-reference';
import { Section } from './section';
import { ENV, keysOf, RESERVED_PREFIX, type SHELLS as KNOWN } from '../../catalog/buildspec';

const SHELLS: Readonly<Record<typeof KNOWN.linux[number], 'bash' | 'sh'>> = { 'bash': 'bash', '/bin/bash': 'bash', 'sh': 'sh', '/bin/sh': 'sh' };
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;

export function parseEnv(env: Section): BuildspecEnv {
  env.warnOfOthers(keysOf(ENV));
  for (const kind of ['variables', 'parameter-store', 'secrets-manager']) {
    const section = env.section(kind);
    for (const name of section.keys()) refuseBadName(section, name);
  }
  const secretsManager = env.texts('secrets-manager');
  for (const [name, reference] of Object.entries(secretsManager)) {
    const { versionStage, versionId } = secretReference(reference);
    if (versionStage && versionId) {
      throw env.section('secrets-manager').error(
        name, `"${reference}" names both a version stage and a version id; leave one of them out, as in "id:json-key:AWSCURRENT"`);
    }
  }
  return {
    shell: parseShell(env),
    variables: env.texts('variables'),
    parameterStore: env.texts('parameter-store'),
    secretsManager,
    exportedVariables: parseExported(env),
  };
}

function parseShell(env: Section): 'bash' | 'sh' | undefined {
  const shell = env.text('shell');
  if (shell === undefined) return undefined;
  if (isKnown(shell)) return SHELLS[shell];
  throw env.error('shell', `"env.shell" is "${shell}"; on Linux it must be bash or /bin/sh`);
}

function isKnown(shell: string): shell is keyof typeof SHELLS {
  return Object.hasOwn(SHELLS, shell);
}

function refuseBadName(section: Section, name: string): void {
  if (name.startsWith(RESERVED_PREFIX)) {
    throw section.error(name, `"${name}" is reserved: names that start with ${RESERVED_PREFIX} belong to CodeBuild; choose another name`);
  }
  if (!VARIABLE.test(name)) {
    throw section.error(name, `"${name}" cannot name a variable; use letters, digits and "_", and do not start with a digit`);
  }
}

function parseExported(env: Section): string[] {
  const names = env.list('exported-variables') ?? [];
  const bad = names.findIndex((name) => !VARIABLE.test(name));
  if (bad >= 0) {
    const path = [...env.path, 'exported-variables', bad];
    throw env.document.error(path, `"${names[bad]}" cannot name a variable; list names such as IMAGE_TAG, without "$"`);
  }
  return [...new Set(names)];
}
