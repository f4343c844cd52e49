/** Build and Test by CodeBuild: the project comes from the template, the buildspec runs in bash on this machine. */

import { existsSync, readFileSync, realpathSync } from 'node:fs';
import * as path from 'node:path';
import { isObject, type ResourcePlan } from '../../plan';
import { BuildspecError, parseBuildspec, type Buildspec } from '../buildspec';
import { EngineError } from '../engine-error';
import { build, unpackInputs, type BuildVariable } from './build-run';
import type { ActionContext, ActionOutcome, ProviderRunner } from './provider-runner';
import { stub } from './stubbed';

/** A buildspec that has such a value somewhere inside can still run. */
const WHOLLY_UNRESOLVED = /^\{unresolved:[^{}]*\}$/;

export const CODEBUILD: ProviderRunner = { fidelity: 'real', run };

async function run(context: ActionContext): Promise<ActionOutcome> {
  const { configuration } = context.action;
  const name = configuration.ProjectName ?? '';
  const project = context.resources.find('AWS::CodeBuild::Project', name, context.pipeline.stackName);
  const inputs = unpackInputs(context);
  const named = configuration.BuildspecOverride || text(objectIn(project, 'Source').BuildSpec);
  if (!project) {
    context.log(`the project ${name} is not in the template, so its environment and its buildspec are not known`);
    // a project from elsewhere most often runs the buildspec of the source that it gets
    if (!named && !existsSync(path.join(inputs.workspace, 'buildspec.yml'))) return stub(context, `run the project ${name}, which is not in the template`);
  }
  if (configuration.BatchEnabled === 'true') context.log('a batch was asked for; the buildspec runs once here, as a single build');
  const outcome = await build(context, {
    buildspec: buildspecFrom(named, inputs.workspace, project?.logicalId ?? name),
    inputs,
    project: name,
    image: text(objectIn(project, 'Environment').Image),
    variables: [...projectVariables(project), ...actionVariables(configuration.EnvironmentVariables)],
    timeoutMinutes: Number(project?.properties.TimeoutInMinutes) || undefined,
  });
  return project && configuration.BatchEnabled !== 'true' ? outcome : { ...outcome, fidelity: 'emulated' };
}

/** Inline text, or a file in the source; `buildspec.yml` when the project says nothing. */
function buildspecFrom(named: string | undefined, workspace: string, project: string): Buildspec {
  if (named !== undefined && WHOLLY_UNRESOLVED.test(named)) throw new EngineError(`the buildspec of ${project} is not known before deployment: ${named}`);
  if (named !== undefined && (named.includes('\n') || named.trimStart().startsWith('{'))) return parsed(named, `buildspec of ${project}`);
  const file = named || 'buildspec.yml';
  if (file.startsWith('arn:')) throw new EngineError(`the buildspec of ${project} lies in S3 (${file}), which is not read here`);
  const absolute = path.resolve(workspace, file);
  if (!existsSync(absolute)) throw new EngineError(`${file} is not in the source: add it, or give the project an inline buildspec`);
  if (!realpathSync(absolute).startsWith(realpathSync(workspace) + path.sep)) throw new EngineError(`${file} leads outside the source`);
  return parsed(readFileSync(absolute, 'utf8'), file);
}

function parsed(content: string, where: string): Buildspec {
  try {
    return parseBuildspec(content, where);
  } catch (error) {
    if (error instanceof BuildspecError) throw new EngineError(error.message);
    throw error;
  }
}

function projectVariables(project: ResourcePlan | undefined): BuildVariable[] {
  const list = objectIn(project, 'Environment').EnvironmentVariables;
  return Array.isArray(list) ? list.filter(isObject).map(item => ({ name: String(item.Name), value: text(item.Value) ?? '', type: text(item.Type) })) : [];
}

/** @throws EngineError when the action's EnvironmentVariables is no list of variables */
function actionVariables(json: string | undefined): BuildVariable[] {
  if (!json) return [];
  try {
    const list: unknown = JSON.parse(json);
    if (Array.isArray(list)) return list.filter(isObject).map(item => ({ name: String(item.name), value: text(item.value) ?? '', type: text(item.type) }));
  } catch {
    // said below, with the other shapes that it must not have
  }
  throw new EngineError(`EnvironmentVariables must be a JSON list of {"name", "value", "type"}, and it is ${json}`);
}

function objectIn(project: ResourcePlan | undefined, key: string): Readonly<Record<string, unknown>> {
  const value = project?.properties[key];
  return isObject(value) ? value : {};
}

function text(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : typeof value === 'object' ? JSON.stringify(value) : String(value);
}
