import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 10;
const LONGEST_POLL_MS = 80;

/**
 * Ends whatever is left of a process group: SIGTERM, and SIGKILL for what is still there after the grace.
 * Costs nothing when nothing is left.
 */
export async function endProcessGroup(leader: number, graceMs: number): Promise<void> {
  if (!send(leader, 'SIGTERM')) return;
  const until = Date.now() + graceMs;
  for (let poll = POLL_MS; Date.now() < until; poll = Math.min(2 * poll, LONGEST_POLL_MS)) {
    await sleep(Math.min(poll, until - Date.now()));
    if (!send(leader, 0) || !isAnyRunning(leader)) return;
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

/**
 * Whether any process of a group is more than a zombie. Zombies receive signals, too, and in a container they stay for
 * as long as the first process asks nobody how they ended.
 */
function isAnyRunning(group: number): boolean {
  const states = statesOf(group);
  return states === undefined || states.length === 0 || states.some((state) => state !== 'Z' && state !== 'X');
}

/** The states of a group's processes; undefined where the system does not tell. */
function statesOf(group: number): string[] | undefined {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
      // `<pid> (<name>) <state> <parent> <group> …`, and a name may have parentheses in it
      const [state, , itsGroup] = statOf(pid).replace(/^.*\) /s, '').split(' ');
      return Number(itsGroup) === group ? [state] : [];
    });
  } catch {
    return undefined; // no such folder: not Linux
  }
}

function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return ''; // it ended in between
  }
}
