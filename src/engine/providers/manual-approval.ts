/** Approval by a person. */

import type { ActionContext, ActionOutcome, ProviderRunner } from './provider-runner';
import { isUnresolved } from '../../plan';

/** CodePipeline waits seven days for an answer. */
const DEFAULT_MINUTES = 7 * 24 * 60;

/** in milliseconds: node's timers take no more */
const LONGEST_TIMER = 2 ** 31 - 1;

export const MANUAL_APPROVAL: ProviderRunner = { fidelity: 'real', run };

async function run(context: ActionContext): Promise<ActionOutcome> {
  const { action, stage, pipeline, signal } = context;
  const { CustomData: message, ExternalEntityLink: link, NotificationArn: topic } = action.configuration;
  if (topic) context.log(`AWS would tell ${isUnresolved(topic) ? 'a topic' : topic}; nobody was told here`);
  context.emit({ type: 'approval-needed', stage, action: action.name, message, link });
  const minutes = action.timeoutMinutes ?? DEFAULT_MINUTES;
  const waiting = new AbortController();
  const giveUp = () => waiting.abort();
  const deadline = setTimeout(giveUp, Math.min(minutes * 60_000, LONGEST_TIMER));
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    const answer = await context.ask({ pipeline: pipeline.name, stage, action: action.name, message, link }, waiting.signal);
    context.emit({ type: 'approval-given', stage, action: action.name, ...answer });
    const { approved, by, fidelity, summary } = answer;
    const decision = `${approved ? 'approved' : 'rejected'}${by ? ` by ${by}` : ''}${summary ? `: ${summary}` : ''}`;
    return { status: approved ? 'Succeeded' : 'Failed', fidelity, message: decision };
  } catch (error) {
    if (signal.aborted) return { status: 'Abandoned', message: 'while it waited for approval' };
    if (waiting.signal.aborted) return { status: 'Failed', message: `nobody approved within ${minutes} minutes` };
    throw error;
  } finally {
    clearTimeout(deadline);
    signal.removeEventListener('abort', giveUp);
  }
}
