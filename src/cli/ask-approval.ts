/** How an approval is decided: by an option, by the person at the terminal, or not at all. */

import { EngineError, type Ask } from '../engine';
import type { Io } from './io';

export interface ApprovalOptions {
  readonly approve?: boolean;
  readonly reject?: boolean;
}

export function askApproval(options: ApprovalOptions, io: Io): Ask {
  // approvals that stand side by side ask one after another
  let before: Promise<unknown> = Promise.resolve();
  return async ({ stage, action }, signal) => {
    if (options.approve) return { approved: true, summary: 'by --approve' };
    if (options.reject) return { approved: false, summary: 'by --reject' };
    const { question } = io;
    if (!question) throw new EngineError(`${stage}/${action} waits for approval, and there is no terminal to ask: run with --approve (or --reject), or in a terminal`);
    const answer = before.then(async () => question(`Approve ${stage}/${action}? [y/N] `, signal));
    before = answer.catch(() => undefined);
    const text = (await answer).trim();
    return { approved: /^y(es)?$/i.test(text), summary: 'at the terminal' };
  };
}
