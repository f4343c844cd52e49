import { Interruption } from './interruption';
import { BuildRequest, SecretKind } from './result';

/** The variables that a build starts with. */
export interface BuildEnvironment {
  readonly variables: Readonly<Record<string, string>>;
  /** the names of those that hold secrets */
  readonly secretNames: ReadonlySet<string>;
  readonly secretValues: readonly string[];
}

/** A secret that is not to be had; the build fails in DOWNLOAD_SOURCE. */
export class MissingSecret extends Error {}

/**
 * The base environment, under the buildspec's variables, under those of the project and the action.
 * Nothing in a value is expanded. A secret that a stronger variable hides is not asked for.
 */
export async function buildEnvironment(request: BuildRequest, interruption: Interruption): Promise<BuildEnvironment> {
  const { env } = request.buildspec;
  const given = { ...request.variables, ...request.secrets };
  const wanted = [
    ...Object.entries(env.parameterStore).map(([name, reference]) => ({ name, reference, kind: 'parameter-store' as const })),
    ...Object.entries(env.secretsManager).map(([name, reference]) => ({ name, reference, kind: 'secrets-manager' as const })),
  ].filter(({ name }) => !Object.hasOwn(given, name));
  const resolved = await interruption.race(Promise.all(wanted.map(async ({ name, reference, kind }) =>
    [name, await resolve(request, name, kind, reference)] as const)));
  const secrets = { ...Object.fromEntries(resolved ?? []), ...request.secrets };
  return {
    variables: {
      ...request.environment,
      CODEBUILD_SRC_DIR: request.workspace,
      PWD: request.workspace,
      ...env.variables,
      ...secrets,
      ...given,
    },
    secretNames: new Set(Object.keys(secrets)),
    secretValues: Object.values(secrets),
  };
}

async function resolve(request: BuildRequest, name: string, kind: SecretKind, reference: string): Promise<string> {
  const value = await request.resolveSecret?.(kind, reference);
  if (value !== undefined) return value;
  const what = kind === 'secrets-manager' ? 'secret' : 'parameter';
  throw new MissingSecret(`no value is known here for the ${what} "${reference}", which the variable ${name} takes from ${kind}; `
    + `give this run a value for it, or set ${name} among the variables of the project or the action`);
}
