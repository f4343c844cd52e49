import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 10;

/**
 * Ends whatever is left of a process group: SIGTERM, and SIGKILL for what is still there after the grace.
 * Costs nothing when nothing is left.
 */
export async function endProcessGroup(leader: number, graceMs: number): Promise<void> {
  if (!send(leader, 'SIGTERM')) return;
  const until = Date.now() + graceMs;
  while (Date.now() < until) {
    await sleep(POLL_MS);
    if (!send(leader, 0)) return;
  }
  send(leader, 'SIGKILL');
}

/** Whether there was anybody to receive the signal. */
function send(leader: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-leader, signal);
  } catch {
    return false;
  }
}
