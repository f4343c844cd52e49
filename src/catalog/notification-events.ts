/** What a notification rule can tell of a pipeline. Source: the Developer Tools console's guide, concepts: events for notifications. */

const PREFIX = 'codepipeline-pipeline';

/** The events by their groups. */
const EVENTS: Readonly<Record<string, readonly string[]>> = {
  'pipeline-execution': ['failed', 'canceled', 'started', 'resumed', 'succeeded', 'superseded'],
  'stage-execution': ['started', 'succeeded', 'resumed', 'canceled', 'failed'],
  'action-execution': ['succeeded', 'failed', 'canceled', 'started'],
  'manual-approval': ['failed', 'needed', 'succeeded'],
};

export const NOTIFICATION_EVENTS: readonly string[] = Object.entries(EVENTS).flatMap(([group, ends]) => ends.map(end => `${PREFIX}-${group}-${end}`));
export const NOTIFICATION_DETAILS = ['BASIC', 'FULL'];
export const MOST_NOTIFICATION_TARGETS = 10;
