import { temporaryFolder } from './temporary-folder';
import { BuildRequest, BuildResult, Buildspec, LineSource, parseBuildspec, PhaseResult, runBuildspec } from '../../../src/engine/buildspec';

export interface BuildRun extends BuildResult {
  /** what the commands said */
  readonly output: string[];
  /** what the build itself said, routine included */
  readonly log: string[];
  readonly seen: PhaseResult[];
  readonly workspace: string;
}

/** Runs a buildspec in a folder of its own, with nothing of this process in its environment but the PATH. */
export async function aBuild(buildspec: string | Buildspec, request: Partial<BuildRequest> = {}): Promise<BuildRun> {
  const lines: Record<Exclude<LineSource, 'routine'>, string[]> = { command: [], build: [] };
  const seen: PhaseResult[] = [];
  const workspace = request.workspace ?? temporaryFolder();
  const result = await runBuildspec({
    buildspec: typeof buildspec === 'string' ? parseBuildspec(buildspec, 'buildspec.yml') : buildspec,
    workspace,
    environment: { PATH: process.env.PATH ?? '', HOME: workspace },
    variables: {},
    onLine: (line, from) => lines[from === 'routine' ? 'build' : from].push(line),
    onPhase: (phase) => seen.push(phase),
    ...request,
  });
  return { ...result, output: lines.command, log: lines.build, seen, workspace };
}

/** A buildspec whose build phase runs these commands. */
export function building(...commands: string[]): string {
  return JSON.stringify({ version: '0.2', phases: { build: { commands } } });
}

/** `NAME STATUS` of each phase that has something to say: those that ran no commands are left out. */
export function course(run: BuildRun, ...names: string[]): string[] {
  return run.phases.filter(({ name }) => names.length === 0 || names.includes(name)).map(({ name, status }) => `${name} ${status}`);
}
