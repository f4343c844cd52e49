/** The lines before a failure: kept while a run goes on, a few of each action. */

import type { Stamped } from '../engine';

const LINES = 40;
/** A line of megabytes is in the log. */
const WIDTH = 1000;

interface Heard {
  readonly lines: string[];
  /** of the build in the action: `on-failure: RETRY` starts it again */
  attempt: number;
  /** the lines as they were when the first phase of this attempt failed */
  untilFailure?: readonly string[];
}

export class FailureExcerpts {
  private readonly actions = new Map<string, Heard>();

  hear(event: Stamped): void {
    if (event.type === 'action-started') this.actions.set(keyOf(event), { lines: [], attempt: 1 });
    if (event.type !== 'log' && event.type !== 'build-phase') return;
    const heard = this.actions.get(keyOf(event));
    if (!heard) return;
    if (event.type === 'log') {
      if (event.from === 'routine') return;
      heard.lines.push(event.line.length > WIDTH ? `${event.line.slice(0, WIDTH)}…` : event.line);
      if (heard.lines.length > LINES) heard.lines.shift();
      return;
    }
    if (event.attempt !== heard.attempt) Object.assign(heard, { attempt: event.attempt, untilFailure: undefined });
    if (event.status !== 'SUCCEEDED') heard.untilFailure ??= [...heard.lines];
  }

  /** The last lines of an action, up to the end of the phase that failed; empty for one that failed before it said a word. */
  of(action: ActionRef): string[] {
    const heard = this.actions.get(keyOf(action));
    const text = (heard?.untilFailure ?? heard?.lines ?? []).join('\n');
    // without the empty lines at both ends
    const trimmed = text.replace(/^(\s*\n)+/, '').trimEnd();
    return trimmed === '' ? [] : trimmed.split('\n');
  }
}

interface ActionRef { readonly stage: string; readonly action: string }

function keyOf({ stage, action }: ActionRef): string {
  return `${stage}/${action}`;
}
