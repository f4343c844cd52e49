import { ChildProcess, spawn } from 'node:child_process';
import { readFileSync, renameSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { Interruption } from './interruption';
import { OutputChannel } from './output-channel';
import { endProcessGroup } from './process-group';
import { commandScript, preamble, StateFiles, stateFilesIn, tracingOf, WHOLE } from './shell-script';

const INTERRUPTED_GRACE_MS = 2000;
const LEFTOVER_GRACE_MS = 100;

export interface ShellOptions {
  /** the absolute path of bash */
  readonly bash: string;
  /** the name bash is called by: as `sh` it behaves as on CodeBuild's Amazon Linux images */
  readonly name: 'bash' | 'sh';
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** whether what a command sets is there for the next one */
  readonly carriesState: boolean;
  /** a private folder for state files */
  readonly privateFolder: string;
  readonly channel: OutputChannel;
  readonly interruption: Interruption;
}

interface Running {
  readonly bash: ChildProcess;
  /** the exit code, as `$?` would have it */
  readonly gone: Promise<number>;
  exited: boolean;
}

/**
 * The shell of a build: one long-lived bash that is handed commands one at a time.
 *
 * When a command ends that bash (`exit`, errexit, `exec`, a crash) the next command gets a new one with the state of
 * the old: variables, functions, folder, options, aliases, traps.
 */
export class Shell {
  private readonly files: StateFiles;
  private readonly groups: number[] = [];
  private running?: Running;
  /** `$-` after the last command */
  private flags = '';

  constructor(private readonly options: ShellOptions) {
    this.files = stateFilesIn(options.privateFolder);
    for (const file of Object.values(this.files)) rmSync(file, { force: true });
  }

  /** Runs one command and gives its exit code once all its output has been logged. */
  async run(command: string, succeeding: boolean): Promise<number> {
    return this.execute(command, true, succeeding);
  }

  /** Runs a command that is none of the build's own: tracing does not show it. */
  async ask(command: string, succeeding: boolean): Promise<number> {
    return this.execute(command, false, succeeding);
  }

  /** Lets the shell exit, ends what it left behind, and waits until all output has been logged. */
  async end(): Promise<void> {
    const { channel, interruption } = this.options;
    await this.leave();
    const graceMs = interruption.status ? INTERRUPTED_GRACE_MS : LEFTOVER_GRACE_MS;
    await Promise.all(this.groups.map(async (leader) => endProcessGroup(leader, graceMs)));
    await channel.drain();
  }

  private async execute(command: string, traced: boolean, succeeding: boolean): Promise<number> {
    const { channel, carriesState } = this.options;
    if (!this.running || this.running.exited) this.running = this.start();
    const { bash, gone } = this.running;
    const done = channel.mark('done');
    bash.stdin?.write(commandScript(command, traced ? this.flags : '', succeeding));
    try {
      const mark = await this.interruptible(bash, Promise.race([done.arrived, gone]));
      if (typeof mark === 'number') {
        await channel.drain();
        return mark;
      }
      this.flags = carriesState ? mark[2] ?? '' : '';
      if (!carriesState) await this.leave();
      return Number(mark[1]);
    } finally {
      done.forget();
    }
  }

  private async leave(): Promise<void> {
    if (!this.running) return;
    const { bash, gone } = this.running;
    bash.stdin?.end();
    await this.interruptible(bash, gone);
  }

  private async interruptible<T>(bash: ChildProcess, promise: Promise<T>): Promise<T> {
    const forget = this.options.interruption.whenInterrupted(() => {
      if (bash.pid !== undefined) void endProcessGroup(bash.pid, INTERRUPTED_GRACE_MS);
    });
    return promise.finally(forget);
  }

  private start(): Running {
    const { folder, environment, channel } = this.options;
    const restored = this.options.carriesState && this.findState();
    const bash = spawn(this.options.bash, ['--noprofile', '--norc', '-s'], {
      argv0: this.options.name,
      cwd: folder,
      // the state holds all variables that bash can name, and not those that were unset
      env: restored ? beyondBash(environment) : environment,
      stdio: ['pipe', channel.writing, channel.writing],
      detached: true, // a process group of its own
    });
    const gone = new Promise<number>((resolve, reject) => {
      bash.once('error', reject);
      bash.once('exit', (code, signal) => {
        running.exited = true;
        resolve(code ?? 128 + constants.signals[signal ?? 'SIGKILL']);
      });
    });
    gone.catch(() => undefined); // whoever waits for it hears of it
    const running: Running = { bash, gone, exited: false };
    if (bash.pid !== undefined) this.groups.push(bash.pid);
    bash.stdin?.on('error', () => undefined); // it exited before it had read all: `gone` says so
    bash.stdin?.write(preamble(this.files, channel.token, restored));
    return running;
  }

  /** Puts the newest state that a shell before left where the next one looks for it; false when there is none. */
  private findState(): boolean {
    const { afterCommand, atExit } = this.files;
    const left = wholeState(atExit);
    if (left === undefined) return wholeState(afterCommand) !== undefined;
    this.flags = tracingOf(left);
    renameSync(atExit, afterCommand);
    return true;
  }
}

/** Variables that bash hands on to its children without knowing them, such as those of artifacts with a hyphen in their name. */
function beyondBash(environment: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)));
}

function wholeState(file: string): string | undefined {
  try {
    const state = readFileSync(file, 'latin1');
    return state.endsWith(`${WHOLE}\n`) ? state : undefined;
  } catch {
    return undefined; // the shell was gone before it could write one
  }
}
