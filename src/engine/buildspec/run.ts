import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { AttemptResult, runAttempt } from './attempt';
import { BuildLog } from './build-log';
import { BuildspecPhase } from './buildspec';
import { BuildEnvironment, buildEnvironment, MissingSecret } from './environment';
import { evaluate, Evaluated } from './evaluate';
import { requireExecutable } from './executable';
import { Interruption } from './interruption';
import { Mask } from './mask';
import { OutputChannel } from './output-channel';
import { OutputTail } from './output-tail';
import { PhaseRecord } from './phase-record';
import { withPrivateFolder } from './private-folder';
import { BuildRequest, BuildResult } from './result';
import { describeRuntimes } from './runtimes';
import { Shell } from './shell';
import { collectAll, Upload } from './upload';

const SECONDARY_SOURCE = 'CODEBUILD_SRC_DIR_';

/**
 * Runs a buildspec in bash, in a folder of this machine.
 *
 * A build that fails is a result, not an error. It rejects only when this machine cannot run builds at all, as when it
 * has no bash.
 */
export async function runBuildspec(request: BuildRequest): Promise<BuildResult> {
  const interruption = new Interruption(request.timeoutMs, request.signal);
  try {
    return await new Build(request, interruption).run();
  } finally {
    interruption.dispose();
  }
}

class Build {
  private readonly record: PhaseRecord;
  private readonly tail = new OutputTail();
  private log: BuildLog;
  private environment: BuildEnvironment = { variables: {}, secretNames: new Set(), secretValues: [] };

  constructor(private readonly request: BuildRequest, private readonly interruption: Interruption) {
    this.record = new PhaseRecord(request.onPhase, interruption);
    this.log = new BuildLog(request.onLine, new Mask(Object.values(request.secrets ?? {})));
  }

  async run(): Promise<BuildResult> {
    const source = await this.record.run('DOWNLOAD_SOURCE', this.log, async () => this.prepare());
    if (source.status !== 'SUCCEEDED') return this.result({ secondaryArtifacts: {}, reports: [] }, {});
    this.log = new BuildLog(this.request.onLine, new Mask(this.environment.secretValues));
    this.logWarnings();
    return withPrivateFolder(this.request.environment.TMPDIR, async (folder) => this.runIn(folder));
  }

  private async prepare(): Promise<string | undefined> {
    const { workspace } = this.request;
    const isFolder = await stat(workspace).then((found) => found.isDirectory(), () => false);
    if (!isFolder) return `CLIENT_ERROR: the source folder ${workspace} does not exist`;
    if (this.interruption.status) return undefined;
    try {
      this.environment = await buildEnvironment(this.request, this.interruption);
      return undefined;
    } catch (cause) {
      // What the caller's resolver threw says why; both are about a secret that is not to be had.
      return `${cause instanceof MissingSecret ? 'MISSING_SECRET' : 'SECRET_ERROR'}: ${(cause as Error).message}`;
    }
  }

  private logWarnings(): void {
    const { buildspec } = this.request;
    const here = currentUser();
    const users = [buildspec.runAs, ...Object.values(buildspec.phases).map((phase) => phase.runAs)];
    for (const warning of buildspec.warnings) this.log.build(`Warning: ${warning}`);
    for (const user of new Set(users)) {
      if (user !== undefined && user !== here) this.log.build(`Warning: run-as ${user} is not possible here; commands run as ${here}`);
    }
    if (buildspec.cache) this.log.build('cache is not used here: the workspace keeps what it has');
    if (buildspec.batch !== undefined) this.log.build('Warning: batch is not run here; this is a single build');
  }

  private async runIn(folder: string): Promise<BuildResult> {
    const { PATH } = this.environment.variables;
    const channel = await OutputChannel.open(folder, PATH, this.log.mask, (line) => this.command(line));
    try {
      const { shell, succeeding } = await this.runAttempts(folder, channel);
      const evaluated = await this.afterCommands(shell, folder, succeeding);
      return this.result(await this.upload(evaluated), evaluated.exported);
    } finally {
      channel.close();
    }
  }

  private async runAttempts(folder: string, channel: OutputChannel): Promise<AttemptResult & { shell: Shell }> {
    for (;;) {
      const shell = this.newShell(folder, channel);
      const attempt = await this.endOnError(shell, runAttempt({
        buildspec: this.request.buildspec,
        shell,
        log: this.log,
        record: this.record,
        interruption: this.interruption,
        tail: this.tail,
        retriesLeft: (count) => this.record.attempt <= count,
        beforeCommands: async (phase) => this.logRuntimes(phase),
      }));
      if (!attempt.retry) return { ...attempt, shell };
      await shell.end();
      this.log.build(`Starting the build again because ${attempt.retry.phase} failed: retry ${this.record.attempt} of ${attempt.retry.count}`);
      this.record.attempt++;
    }
  }

  private async afterCommands(shell: Shell, folder: string, succeeding: boolean): Promise<Evaluated> {
    const { buildspec } = this.request;
    if (this.interruption.status) {
      await shell.end();
      return { buildspec, exported: {} };
    }
    const evaluated = await this.endOnError(shell, evaluate(buildspec, this.exportable(), shell, folder, succeeding));
    await shell.end(); // so that nothing is still writing the files that are collected
    return evaluated;
  }

  private async upload({ buildspec }: Evaluated): Promise<Upload> {
    let upload: Upload = { secondaryArtifacts: {}, reports: [] };
    if (this.record.phases.some(({ status }) => status === 'TIMED_OUT' || status === 'STOPPED')) return upload;
    const { variables } = this.environment;
    const others = Object.keys(variables).filter((name) => name.startsWith(SECONDARY_SOURCE)).map((name) => variables[name]);
    await this.record.run('UPLOAD_ARTIFACTS', this.log, async () => {
      if (this.interruption.status) return undefined;
      upload = await collectAll(buildspec, { workspace: this.request.workspace, others }, this.log);
      return upload.failure;
    });
    return upload;
  }

  /** Secrets and AWS_ names stay inside the build. */
  private exportable(): string[] {
    return this.request.buildspec.env.exportedVariables.filter((name) => {
      const kept = this.environment.secretNames.has(name) ? 'it is a secret' : name.startsWith('AWS_') && 'names that start with AWS_ cannot be';
      if (kept) this.log.build(`Warning: ${name} is not exported: ${kept}`);
      return !kept;
    });
  }

  private newShell(folder: string, channel: OutputChannel): Shell {
    const { buildspec, workspace } = this.request;
    return new Shell({
      bash: requireExecutable('bash', this.environment.variables.PATH),
      name: buildspec.env.shell ?? 'bash',
      folder: workspace,
      environment: this.environment.variables,
      carriesState: buildspec.version === '0.2',
      privateFolder: folder,
      channel,
      interruption: this.interruption,
    });
  }

  /** What `work` gives; a shell that is left running must not outlive an error. */
  private async endOnError<T>(shell: Shell, work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (cause) {
      await shell.end().catch(() => undefined); // the first error says more
      throw cause;
    }
  }

  private async logRuntimes(phase: BuildspecPhase): Promise<void> {
    for (const line of await describeRuntimes(phase.runtimeVersions, this.environment.variables)) this.log.build(line);
  }

  private command(line: string): void {
    this.tail.add(line);
    this.log.command(line);
  }

  private result(upload: Upload, exportedVariables: Readonly<Record<string, string>>): BuildResult {
    const { phases, attempt } = this.record;
    const failed = phases.find((phase) => phase.status !== 'SUCCEEDED' && (phase.attempt === attempt));
    return {
      status: this.interruption.status ?? (failed ? 'FAILED' : 'SUCCEEDED'),
      phases,
      exportedVariables,
      artifacts: upload.artifacts,
      secondaryArtifacts: upload.secondaryArtifacts,
      reports: upload.reports,
      ...(failed ? { failure: { phase: failed.name, message: failed.message ?? '' } } : {}),
    };
  }
}

function currentUser(): string {
  try {
    return userInfo().username;
  } catch {
    return 'the user of this process'; // one without a name, as containers have
  }
}
