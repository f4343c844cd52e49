/** Runs one pipeline on this machine, from its plan. */

import { randomUUID } from 'node:crypto';
import type { ActionPlan, PipelinePlan, ResourceIndex, StagePlan } from '../plan';
import { judge } from './conditions';
import { EngineError } from './engine-error';
import type { ActionFinished, PipelineStatus, StageStatus } from './events';
import { openExecution, type Execution, type RunOptions } from './execution';
import { missingSources } from './providers/source';
import { rollbackTarget } from './rollback-target';
import { runAction } from './run-action';
import { runStage } from './schedule';

export interface ExecutionResult {
  readonly status: PipelineStatus;
  readonly executionId: string;
  /** the execution's folder */
  readonly folder: string;
  readonly durationMs: number;
  readonly message?: string;
}

/**
 * @param resources what the pipeline's actions refer to: projects, connections
 * @throws EngineError before anything has run, when a source or a variable is missing or unknown
 */
export async function runPipeline(pipeline: PipelinePlan, resources: ResourceIndex, options: RunOptions): Promise<ExecutionResult> {
  const [problem] = missingSources(pipeline, options.sources ?? {});
  if (problem) throw new EngineError(problem);
  const values = pipelineVariables(pipeline, options.variables ?? {});
  const executionId = randomUUID();
  const execution = openExecution(pipeline, resources, executionId, options);
  const { emit, workspace, variables } = execution;
  const started = performance.now();
  try {
    variables.set('codepipeline', { PipelineExecutionId: executionId });
    variables.set('variables', values);
    const { name, account, region } = pipeline;
    emit({ type: 'pipeline-started', pipeline: name, executionId, account, region, folder: workspace.folder, variables: values });
    let status: PipelineStatus = 'Succeeded';
    let message: string | undefined;
    for (const stage of pipeline.stages) {
      if (status !== 'Succeeded') {
        notRun(execution, stage.name, stage.actions);
        emit({ type: 'stage-finished', stage: stage.name, status: 'NotRun', durationMs: 0 });
        continue;
      }
      const end = await oneStage(execution, stage);
      if (end.status === 'Stopped') [status, message] = ['Stopped', stopReason(execution.signal)];
      if (end.status === 'Failed') [status, message] = ['Failed', end.message];
    }
    const durationMs = Math.round(performance.now() - started);
    emit({ type: 'pipeline-finished', status, durationMs, message });
    return { status, executionId, folder: workspace.folder, durationMs, message };
  } finally {
    await execution.close();
  }
}

/** A signal that was aborted without a reason has an error for one. */
function stopReason({ reason }: AbortSignal): string {
  return `stopped by ${typeof reason === 'string' ? reason : 'a person'}`;
}

/** Values of the pipeline's own variables. @throws EngineError when one has no value, or a given one is unknown */
function pipelineVariables(pipeline: PipelinePlan, given: Readonly<Record<string, string>>): Record<string, string> {
  const names = pipeline.variables.map(variable => variable.name);
  for (const name of Object.keys(given)) {
    if (!name.includes('.') && !names.includes(name)) throw new EngineError(`the pipeline has no variable ${name}; it has ${names.join(', ') || 'none'}`);
  }
  return Object.fromEntries(pipeline.variables.map(({ name, defaultValue }) => {
    const value = Object.hasOwn(given, name) ? given[name] : defaultValue;
    if (value === undefined) throw new EngineError(`the variable ${name} has no default, so every run must give it: --variable ${name}=value`);
    return [name, value];
  }));
}

interface StageEnd { readonly status: StageStatus; readonly message?: string }

async function oneStage(execution: Execution, stage: StagePlan): Promise<StageEnd> {
  const { emit, signal } = execution;
  const started = performance.now();
  emit({ type: 'stage-started', stage: stage.name, attempt: 1 });
  const finish = (end: StageEnd): StageEnd => {
    if (end.status === 'Failed' && stage.onFailure?.result === 'ROLLBACK') rollBack(execution, stage);
    emit({ type: 'stage-finished', stage: stage.name, status: end.status, durationMs: Math.round(performance.now() - started) });
    return end;
  };
  const entry = judgeHook(execution, stage, 'beforeEntry');
  if (!entry.holds) {
    notRun(execution, stage.name, stage.actions);
    return finish(entry.result === 'SKIP' ? { status: 'Skipped' } : { status: 'Failed', message: `stage ${stage.name}: ${entry.message}` });
  }
  const failures = new Map<string, ActionFinished>();
  const { status, notRun: never } = await runStage(stage, {
    run: async (action, attempt) => {
      const finished = await runAction(execution, stage.name, action, attempt);
      if (finished.status === 'Failed') failures.set(action.name, finished); else failures.delete(action.name);
      return finished.status as 'Succeeded' | 'Failed' | 'Abandoned';
    },
    retrying: actions => emit({ type: 'stage-retried', stage: stage.name, actions: actions.map(action => action.name) }),
    stopped: () => signal.aborted,
  });
  notRun(execution, stage.name, never);
  if (status !== 'Succeeded') {
    const [first] = failures.values();
    return finish({ status, message: first && `${stage.name}/${first.action}: ${execution.mask.of(first.message ?? 'failed')}` });
  }
  const exit = judgeHook(execution, stage, 'onSuccess');
  if (exit.holds) return finish({ status });
  if (exit.result === 'ROLLBACK') rollBack(execution, stage);
  return finish({ status: 'Failed', message: `stage ${stage.name}: ${exit.message}` });
}

function judgeHook({ emit, variables }: Execution, stage: StagePlan, hook: 'beforeEntry' | 'onSuccess') {
  return judge(hook, stage[hook] ?? [], variables, judged => emit({ type: 'rule-judged', stage: stage.name, ...judged }));
}

function rollBack({ emit, options, pipeline, workspace }: Execution, stage: StagePlan): void {
  const toExecution = rollbackTarget(options.home, pipeline.name, stage.name, workspace.executionId);
  const message = toExecution
    ? `AWS would deploy the stage again with the artifacts of execution ${toExecution}; nothing was rolled back here`
    : 'AWS would roll back, but the stage has never succeeded on this machine, so there is nothing to go back to';
  emit({ type: 'stage-rollback', stage: stage.name, fidelity: 'emulated', toExecution, message });
}

function notRun({ emit, workspace }: Execution, stage: string, actions: readonly ActionPlan[]): void {
  for (const { name, category, provider } of actions) {
    emit({
      type: 'action-finished',
      stage,
      action: name,
      category,
      provider,
      status: 'NotRun',
      fidelity: 'skipped',
      durationMs: 0,
      variables: {},
      artifacts: [],
      landings: [],
      logFile: workspace.log(stage, name),
    });
  }
}
