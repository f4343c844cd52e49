/** A run as it happens: every line says which action it belongs to. */

import type { ActionFinished, StageFinished, Stamped } from '../engine';
import type { PipelinePlan } from '../plan';
import { titleOf } from './choose-pipeline';
import { duration } from './durations';
import { lessThanReal } from './fidelities';
import { oneLine } from './one-line';
import type { Colour, Painter } from './paint';

const COLOURS: readonly Colour[] = ['cyan', 'magenta', 'blue', 'yellow', 'green'];

/** @returns turns an event into the text to show; empty for events that are not shown */
export function liveOutput(pipeline: PipelinePlan, paint: Painter): (event: Stamped) => string {
  const labels = pipeline.stages.flatMap(stage => stage.actions.map(action => `${stage.name}/${action.name}`));
  const width = Math.min(32, Math.max(0, ...labels.map(label => label.length)));
  const prefix = (stage: string, action: string) => {
    const label = `${stage}/${action}`;
    return paint(COLOURS[Math.max(0, labels.indexOf(label)) % COLOURS.length], label.padEnd(width));
  };
  const line = (event: { stage: string; action: string }, mark: string, text: string) => `${`${prefix(event.stage, event.action)} ${mark} ${text}`.trimEnd()}\n`;
  // of each stage, so that its end does not claim more than its actions do
  const fidelities = new Map<string, string[]>();
  return event => {
    switch (event.type) {
      case 'pipeline-started': return `${paint('bold', titleOf(pipeline))}  ${paint('dim', `execution ${event.executionId}`)}\n`;
      case 'stage-started': return `${paint('bold', `Stage ${event.stage}`)}\n`;
      case 'stage-retried': return `${paint('yellow', `Stage ${event.stage}: once more, ${event.actions.join(', ')}`)}\n`;
      case 'stage-rollback': return `${paint('yellow', `Stage ${event.stage}: rollback (${event.fidelity}): ${event.message}`)}\n`;
      case 'rule-judged': return `${paint(event.status === 'Failed' ? 'red' : 'dim', `Stage ${event.stage}: ${event.hook}: ${event.rule} (${event.provider}), ${event.fidelity}: ${event.message}`)}\n`;
      case 'stage-finished': return stageEnd(event, fidelities.get(event.stage) ?? [], paint);
      // every line of a build is in its log file; what it says of each phase is only there
      case 'log': return event.from === 'routine' ? '' : line(event, paint('dim', '|'), event.from === 'command' || event.line === '' ? event.line : paint('dim', event.line));
      case 'approval-needed': return line(event, paint('yellow', '?'), `needs approval${event.message ? `: ${event.message}` : ''}${event.link ? ` (${event.link})` : ''}`);
      case 'action-finished':
        if (event.status === 'NotRun') return '';
        if (event.status === 'Succeeded') fidelities.set(event.stage, [...fidelities.get(event.stage) ?? [], event.fidelity]);
        return line(event, ...ending(event, paint));
      default: return '';
    }
  };
}

function stageEnd({ stage, status, durationMs }: StageFinished, fidelities: readonly string[], paint: Painter): string {
  if (status === 'NotRun') return '';
  if (status === 'Skipped') return `${paint('yellow', `Stage ${stage} skipped`)}\n`;
  const colour = status === 'Failed' ? 'red' : status === 'Stopped' ? 'yellow' : 'green';
  return `${paint(colour, `Stage ${stage} ${status.toLowerCase()}`)} ${paint('dim', `(${[duration(durationMs), ...lessThanReal(fidelities)].join(', ')})`)}\n`;
}

function ending(event: ActionFinished, paint: Painter): [string, string] {
  const message = event.message ? `: ${oneLine(event.message)}` : '';
  const time = paint('dim', `(${duration(event.durationMs)})`);
  if (event.status === 'Failed') return [paint('red', '✗'), `failed${message} ${time}`];
  if (event.status === 'Abandoned') return [paint('yellow', '✗'), `stopped${message} ${time}`];
  if (event.fidelity === 'real') return [paint('green', '✓'), `succeeded${message} ${time}`];
  return [paint('yellow', '✓'), `${event.fidelity}${message} ${time}`];
}
