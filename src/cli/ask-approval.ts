/** How an approval is decided: by an option, or by the person at the terminal. */

import type { Ask } from '../engine';
import type { PipelinePlan } from '../plan';
import type { Io } from './io';
import { UsageError } from './usage-error';

export interface ApprovalOptions {
  readonly approve?: boolean;
  readonly reject?: boolean;
  /** events are written as JSON: a question between them would break whoever reads them */
  readonly json?: boolean;
}

/** @throws UsageError when the pipeline has an approval that nobody could decide: before its builds rather than after them */
export function askApproval(pipeline: PipelinePlan, options: ApprovalOptions, io: Io): Ask {
  const { approve, reject, json } = options;
  if (approve || reject) {
    const by = `${approve ? '--approve' : '--reject'}, asked nobody`;
    return async () => ({ approved: Boolean(approve), by, fidelity: 'emulated' });
  }
  const question = json ? undefined : io.question;
  const approvals = pipeline.stages.flatMap(stage => stage.actions.filter(action => action.category === 'Approval').map(action => `${stage.name}/${action.name}`));
  if (!question && approvals.length > 0) {
    const why = json ? 'with --json nobody is asked' : 'there is no terminal to ask';
    const waits = approvals.length === 1 ? 'waits' : 'wait';
    throw new UsageError(`${approvals.join(', ')} ${waits} for approval, and ${why}: run with --approve (or --reject), or in a terminal`);
  }
  // approvals that stand side by side ask one after another
  let before: Promise<unknown> = Promise.resolve();
  return async ({ stage, action }, signal) => {
    const answer = before.then(async () => question?.(`Approve ${stage}/${action}? [y/N] `, signal) ?? '');
    before = answer.catch(() => undefined);
    return { approved: /^y(es)?$/i.test((await answer).trim()), by: 'a person at the terminal' };
  };
}
