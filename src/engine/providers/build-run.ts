/** What CodeBuild and Commands actions have in common: inputs on disk, a build, its artifacts and variables. */

import { mkdirSync } from 'node:fs';
import * as path from 'node:path';
import { isUnresolved } from '../../plan';
import { buildEnvironment } from '../build-environment';
import { runBuildspec, type BuildResult, type Buildspec, type CollectedArtifact } from '../buildspec';
import { EngineError } from '../engine-error';
import type { ArtifactLocation } from '../events';
import { fileName } from '../file-name';
import { secretValue } from '../secrets';
import type { ActionContext, ActionOutcome } from './provider-runner';
import { describeTests, testResults } from './test-results';

export interface BuildInputs {
  /** CODEBUILD_SRC_DIR */
  readonly workspace: string;
  readonly primary?: string;
  /** folder by artifact */
  readonly secondary: Readonly<Record<string, string>>;
}

/** A variable of a project or an action; the type decides where its value comes from. */
export interface BuildVariable {
  readonly name: string;
  readonly value: string;
  readonly type?: string;
}

/** Unpacks the input artifacts: the primary one becomes the working folder, the others lie beside it. */
export function unpackInputs(context: ActionContext): BuildInputs {
  const { inputs, configuration } = context.action;
  const primary = configuration.PrimarySource || inputs[0];
  if (primary !== undefined && !inputs.includes(primary)) {
    throw new EngineError(`PrimarySource is ${primary}, which is no input of the action; its inputs are ${inputs.join(', ') || 'none'}`);
  }
  const workspace = path.join(context.folder, 'src');
  mkdirSync(workspace, { recursive: true });
  const secondary: Record<string, string> = {};
  for (const artifact of new Set(inputs)) {
    const folder = artifact === primary ? workspace : path.join(context.folder, 'inputs', fileName(artifact));
    context.store.unpack(artifact, folder);
    if (artifact !== primary) secondary[artifact] = folder;
  }
  return { workspace, primary, secondary };
}

export interface BuildPlan {
  readonly buildspec: Buildspec;
  readonly inputs: BuildInputs;
  /** project name, or what stands for it */
  readonly project: string;
  readonly image?: string;
  /** later ones win over earlier ones */
  readonly variables: readonly BuildVariable[];
  readonly timeoutMinutes?: number;
}

/** Runs a build and makes its artifacts the action's. */
export async function build(context: ActionContext, plan: BuildPlan): Promise<ActionOutcome> {
  const { stage, action, mask } = context;
  const { variables, secrets } = valuesOf(context, plan.variables);
  const result = await runBuildspec({
    buildspec: plan.buildspec,
    workspace: plan.inputs.workspace,
    environment: buildEnvironment(context, { ...plan, ...plan.inputs }),
    variables,
    secrets,
    resolveSecret: async (kind, reference) => secretValue(context.secrets, kind, reference, mask),
    timeoutMs: plan.timeoutMinutes === undefined ? undefined : plan.timeoutMinutes * 60_000,
    signal: context.signal,
    onLine: (line, from) => context.log(line, from),
    onPhase: phase => context.emit({ type: 'build-phase', stage, action: action.name, phase: phase.name, status: phase.status, attempt: phase.attempt }),
  });
  return outcomeOf(context, result);
}

function valuesOf(context: ActionContext, list: readonly BuildVariable[]): { variables: Record<string, string>; secrets: Record<string, string> } {
  const last = new Map(list.map(variable => [variable.name, variable]));
  const variables: Record<string, string> = {};
  const secrets: Record<string, string> = {};
  for (const { name, value, type } of last.values()) {
    if (type === 'SECRETS_MANAGER') secrets[name] = secretValue(context.secrets, 'secrets-manager', value, context.mask);
    else if (type === 'PARAMETER_STORE') secrets[name] = secretValue(context.secrets, 'parameter-store', value, context.mask);
    else variables[name] = value;
    if (isUnresolved(value)) context.log(`${name} is ${value}: only a deployed stack knows it`);
  }
  return { variables, secrets };
}

function outcomeOf(context: ActionContext, result: BuildResult): ActionOutcome {
  if (result.status === 'STOPPED') return { status: 'Abandoned' };
  const { exportedVariables: variables } = result;
  const tests = testResults(result);
  const told = tests && describeTests(tests);
  if (result.status !== 'SUCCEEDED') {
    const { phase, message } = result.failure ?? { phase: 'BUILD', message: result.status };
    const failedTests = tests && tests.failed > 0 ? `${told}; ` : '';
    return { status: 'Failed', message: `${failedTests}${phase}: ${message}`, variables, tests };
  }
  return { status: 'Succeeded', variables, artifacts: outputsOf(context, result), message: told, tests };
}

/** One output is the primary artifact; where there are several, each is the secondary artifact of its name. */
function outputsOf(context: ActionContext, result: BuildResult): ArtifactLocation[] {
  const { outputs } = context.action;
  return outputs.map(({ name }) => {
    const secondary = Object.hasOwn(result.secondaryArtifacts, name) ? result.secondaryArtifacts[name] : undefined;
    const collected = secondary ?? (outputs.length === 1 ? result.artifacts : undefined);
    if (!collected) {
      const names = Object.keys(result.secondaryArtifacts);
      throw new EngineError(outputs.length === 1
        ? `the action gives the artifact ${name}, and the build has made none: add "artifacts" to the buildspec`
        : `the action gives the artifact ${name}, and the buildspec has no secondary artifact of that name (it has ${names.join(', ') || 'none'})`);
    }
    return stored(context, name, collected);
  });
}

function stored(context: ActionContext, name: string, collected: CollectedArtifact): ArtifactLocation {
  const files = collected.files.map(file => ({ path: file.path, from: file.from, follow: file.link === undefined }));
  const { location, leftOut } = context.store.put(name, files);
  for (const link of leftOut) context.log(`left out: the link ${link} points outside the artifact ${name}`);
  context.log(`artifact ${name}: ${collected.files.length} file${collected.files.length === 1 ? '' : 's'}`);
  return location;
}
