/** Approval by a person. */

import type { ActionContext, ActionOutcome, ProviderRunner } from './provider-runner';
import { isUnresolved } from '../../plan';

/** CodePipeline waits seven days for an answer. */
const DEFAULT_MINUTES = 7 * 24 * 60;

export const MANUAL_APPROVAL: ProviderRunner = { fidelity: 'real', run };

async function run(context: ActionContext): Promise<ActionOutcome> {
  const { action, stage, pipeline, signal } = context;
  const { CustomData: message, ExternalEntityLink: link, NotificationArn: topic } = action.configuration;
  if (topic) context.log(`AWS would tell ${isUnresolved(topic) ? 'a topic' : topic}; nobody was told here`);
  context.emit({ type: 'approval-needed', stage, action: action.name, message, link });
  const minutes = action.timeoutMinutes ?? DEFAULT_MINUTES;
  const deadline = AbortSignal.timeout(Math.min(minutes * 60_000, 2 ** 31 - 1));
  const waiting = AbortSignal.any([signal, deadline]);
  try {
    const answer = await context.ask({ pipeline: pipeline.name, stage, action: action.name, message, link }, waiting);
    context.emit({ type: 'approval-given', stage, action: action.name, ...answer });
    const summary = answer.summary ? `: ${answer.summary}` : '';
    return answer.approved
      ? { status: 'Succeeded', message: `approved${summary}` }
      : { status: 'Failed', message: `rejected${summary}` };
  } catch (error) {
    if (signal.aborted) return { status: 'Abandoned', message: 'stopped while waiting for approval' };
    if (deadline.aborted) return { status: 'Failed', message: `nobody approved within ${minutes} minutes` };
    throw error;
  }
}
