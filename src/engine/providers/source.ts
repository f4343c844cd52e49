/** Every Source action: a folder, a git repository or (for S3) a zip file on this disk stands for the remote. */

import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { ActionPlan, PipelinePlan } from '../../plan';
import { EngineError } from '../engine-error';
import type { ArtifactLocation } from '../events';
import type { GitState } from '../git';
import { filesOf } from '../source-files';
import { eachEntry } from '../zip-read';
import { emulatedImage } from './ecr-source';
import type { ActionContext, ActionOutcome, ProviderRunner } from './provider-runner';
import { sourceVariables } from './source-variables';

export const SOURCE: ProviderRunner = { fidelity: 'real', run };

/** Why the sources of a pipeline cannot be had: a line for each, empty when all is well. */
export function missingSources(pipeline: PipelinePlan, sources: Readonly<Record<string, string>>): string[] {
  const actions = pipeline.stages.flatMap(stage => stage.actions).filter(action => action.category === 'Source');
  const names = actions.map(action => action.name);
  const unknown = Object.keys(sources).filter(name => !names.includes(name));
  return [
    ...unknown.map(name => `the pipeline has no source action ${name}; it has ${names.join(', ') || 'none'}`),
    ...actions.flatMap(action => missing(action, sources[action.name])),
  ];
}

function missing(action: ActionPlan, source: string | undefined): string[] {
  if (source === undefined) {
    return action.provider === 'ECR' ? [] : [`the source ${action.name} (${action.provider}) needs a folder on this machine: --source ${action.name}=path`];
  }
  const stats = statSync(source, { throwIfNoEntry: false });
  if (!stats) return [`the source ${action.name} does not exist at ${source}: --source ${action.name}=path`];
  if (stats.isDirectory() || (action.provider === 'S3' && source.endsWith('.zip'))) return [];
  return [`the source ${action.name} is no folder: ${source}`];
}

async function run(context: ActionContext): Promise<ActionOutcome> {
  const { action } = context;
  const problems = missing(action, context.sources[action.name]);
  if (problems.length > 0) throw new EngineError(problems[0]);
  const source = context.sources[action.name];
  if (source === undefined) return emulatedImage(context);
  const output = action.outputs[0]?.name ?? action.name;
  const isArchive = statSync(source).isFile();
  const { location, git, count } = isArchive
    ? { location: context.store.putArchive(output, source), git: undefined, count: undefined }
    : await packed(context, source, output);
  // without git the content itself is the revision: the same files, the same id
  const variables = sourceVariables(context, git, git?.commit?.id ?? digest(context.store.file(location)));
  context.memory.set(`revision ${output}`, { id: variables.CommitId ?? variables.VersionId, ...(git?.remote && { url: git.remote }) });
  return {
    status: 'Succeeded',
    variables,
    artifacts: [location],
    message: count === undefined
      ? `a file on this machine: ${context.shown(source)}`
      : `${counted(count)} from a folder on this machine: ${context.shown(source)}${describe(git)}`,
  };
}

interface Packed { readonly location: ArtifactLocation; readonly git?: GitState; readonly count: number }

async function packed(context: ActionContext, source: string, output: string): Promise<Packed> {
  const { files: listed, git } = await filesOf(source, context.environment, [context.home, context.out]);
  const { location, leftOut } = context.store.put(output, listed);
  for (const link of leftOut) context.log(`left out: the link ${link} points outside the source`);
  if (git?.changed) context.log('uncommitted changes are part of the artifact; CommitId is the last commit');
  const branch = context.action.configuration.BranchName ?? context.action.configuration.Branch;
  if (git?.branch && branch && git.branch !== branch) context.log(`the branch on disk is ${git.branch}; AWS would take ${branch}`);
  if (context.action.configuration.OutputArtifactFormat === 'CODEBUILD_CLONE_REF') {
    context.log('a full clone was asked for; the artifact here has the files without the .git folder');
  }
  return { location, git, count: listed.length };
}

/** Of names, modes and contents, not of the archive, which also has times in it. */
function digest(archive: string): string {
  const hash = createHash('sha1');
  eachEntry(archive, entry => hash.update(`${entry.mode} ${entry.size} ${entry.name}\0`).update(entry.read()));
  return hash.digest('hex');
}

function counted(count: number): string {
  return `${count} file${count === 1 ? '' : 's'}`;
}

function describe(git: GitState | undefined): string {
  if (!git) return ', without git';
  if (!git.commit) return ', no commit yet';
  return `, ${git.branch ?? 'detached'} at ${git.commit.id.slice(0, 8)}${git.changed ? ' with uncommitted changes' : ''}`;
}
