import { BuildLog } from './build-log';
import { Buildspec, BuildspecPhase, PHASE_KEYS, PhaseKey } from './buildspec';
import { Interruption } from './interruption';
import { OutputTail } from './output-tail';
import { PhaseRecord } from './phase-record';
import { PhaseName } from './result';
import { Shell } from './shell';

const NAMES: Readonly<Record<PhaseKey, PhaseName>> = { install: 'INSTALL', pre_build: 'PRE_BUILD', build: 'BUILD', post_build: 'POST_BUILD' };

export interface AttemptContext {
  readonly buildspec: Buildspec;
  readonly shell: Shell;
  readonly log: BuildLog;
  readonly record: PhaseRecord;
  readonly interruption: Interruption;
  readonly tail: OutputTail;
  readonly retriesLeft: (count: number) => boolean;
  readonly beforeCommands: (phase: BuildspecPhase) => Promise<void>;
}

export interface AttemptResult {
  readonly succeeding: boolean;
  /** the phase that asks for the build to start again, and how often it may */
  readonly retry?: { readonly phase: PhaseName; readonly count: number };
}

/** Runs the phases of the buildspec once, in the order that their failures leave. */
export async function runAttempt(context: AttemptContext): Promise<AttemptResult> {
  const { buildspec, log, record, interruption } = context;
  let succeeding = true;
  for (const key of PHASE_KEYS) {
    const spec = buildspec.phases[key];
    let said = '';
    const { status, message } = await record.run(NAMES[key], log, async () => {
      if (!spec) return undefined;
      await context.beforeCommands(spec);
      const failure = await runPhase(context, spec, succeeding);
      said = failure?.output ?? '';
      return failure?.message;
    });
    if (interruption.status) return { succeeding: false };
    if (status === 'SUCCEEDED') continue;
    succeeding = false;
    const { onFailure } = spec ?? {};
    if (onFailure?.action === 'RETRY' && context.retriesLeft(onFailure.count) && (onFailure.pattern?.test(`${message}\n${said}`) ?? true)) {
      return { succeeding, retry: { phase: NAMES[key], count: onFailure.count } };
    }
    if (!goesOn(key, spec)) break;
  }
  return { succeeding };
}

/** Without `on-failure`, only a failed build phase is followed by the next one. */
function goesOn(key: PhaseKey, spec: BuildspecPhase | undefined): boolean {
  if (spec?.onFailure?.action === 'CONTINUE') return true;
  return key === 'build' && spec?.onFailure?.action !== 'ABORT';
}

interface Failure {
  readonly message: string;
  readonly output: string;
}

/** The commands until one fails, then the `finally` commands; the first failure counts. */
async function runPhase(context: AttemptContext, spec: BuildspecPhase, succeeding: boolean): Promise<Failure | undefined> {
  const failure = await runCommands(context, spec.commands, succeeding);
  const afterwards = await runCommands(context, spec.finally, succeeding && !failure);
  return failure ?? afterwards;
}

async function runCommands(context: AttemptContext, commands: readonly string[], succeeding: boolean): Promise<Failure | undefined> {
  const { shell, log, interruption, tail } = context;
  for (const command of commands) {
    if (interruption.status) return undefined;
    const shown = command.trim();
    log.build(`Running command ${shown}`);
    tail.start();
    const code = await shell.run(command, succeeding);
    const output = tail.stop();
    if (code === 0 || interruption.status) continue;
    log.routine(`Command did not exit successfully ${shown} exit status ${code}`);
    return { message: `COMMAND_EXECUTION_ERROR: command "${shown}" exited with ${code}`, output };
  }
  return undefined;
}
