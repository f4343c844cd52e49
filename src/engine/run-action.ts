/** One attempt of one action: variables resolved, the provider's runner called, its end reported. */

import type { ActionPlan } from '../plan';
import type { ActionFinished } from './events';
import type { Execution } from './execution';
import type { ActionOutcome, ProviderRunner } from './providers/provider-runner';
import { runnerOf } from './providers/table';
import { shownPath } from './shown-path';

export async function runAction(execution: Execution, stage: string, plan: ActionPlan, attempt: number): Promise<ActionFinished> {
  const { emit, variables } = execution;
  const runner = runnerOf(plan);
  const logFile = execution.workspace.log(stage, plan.name);
  const who = { stage, action: plan.name, category: plan.category, provider: plan.provider, logFile };
  emit({ type: 'action-started', ...who, fidelity: runner.fidelity, attempt });
  const started = performance.now();
  const workspaceFolder = execution.workspace.action(stage, plan.name, attempt);
  const outcome = await attemptAction(execution, stage, plan, runner, workspaceFolder);
  if (outcome.status === 'Succeeded' && plan.namespace) variables.set(plan.namespace, outcome.variables ?? {});
  const finished: ActionFinished = {
    type: 'action-finished',
    ...who,
    status: outcome.status,
    fidelity: outcome.fidelity ?? runner.fidelity,
    durationMs: Math.round(performance.now() - started),
    message: outcome.message,
    variables: outcome.variables ?? {},
    artifacts: outcome.artifacts ?? [],
    landings: outcome.landings ?? [],
    tests: outcome.tests,
  };
  emit(finished);
  // what failed stays on disk to be looked at; what succeeded lives on in its artifacts
  if (outcome.status === 'Succeeded' && !execution.options.keepFolders) execution.discard(workspaceFolder);
  return finished;
}

async function attemptAction(execution: Execution, stage: string, plan: ActionPlan, runner: ProviderRunner, folder: string): Promise<ActionOutcome> {
  const { options, pipeline, workspace, mask, emit } = execution;
  try {
    return await runner.run({
      pipeline,
      stage,
      action: resolved(plan, execution),
      executionId: workspace.executionId,
      resources: execution.resources,
      store: execution.store,
      folder,
      home: options.home,
      out: execution.out,
      environment: options.environment,
      sources: options.sources ?? {},
      secrets: options.secrets ?? {},
      mask,
      memory: execution.memory,
      ask: options.ask,
      signal: execution.signal,
      now: () => new Date(),
      shown: file => shownPath(file, options.shownFrom),
      log: (line, from = 'engine') => emit({ type: 'log', stage, action: plan.name, line, from }),
      emit,
    });
  } catch (error) {
    if (execution.signal.aborted) return { status: 'Abandoned' };
    // whatever one action runs into, its siblings and the pipeline go on by the rules
    return { status: 'Failed', message: (error as Error).message };
  }
}

/** The plan with every `#{…}` replaced. @throws EngineError naming the first that cannot be */
function resolved(plan: ActionPlan, { variables }: Execution): ActionPlan {
  return {
    ...plan,
    configuration: Object.fromEntries(Object.entries(plan.configuration).map(([key, value]) => [key, variables.resolveConfiguration(value)])),
    commands: plan.commands.map(command => variables.resolve(command)),
    environmentVariables: plan.environmentVariables.map(variable => ({ ...variable, value: variables.resolve(variable.value) })),
  };
}
