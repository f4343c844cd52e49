import { type Check, GUIDE } from '../check';
import { lacks } from '../known';
import { actionsOf } from '../parts';

/** What tells of a change in place of asking for it. */
const EVENTS: Readonly<Record<string, string>> = {
  S3: 'Set PollForSourceChanges to false, let the bucket send its events to EventBridge, and start the pipeline with a rule for "Object Created".',
  CodeCommit: 'Set PollForSourceChanges to false, and start the pipeline with an EventBridge rule for the repository\'s "CodeCommit Repository State Change".',
  GitHub: 'Take the code through a connection (CodeStarSourceConnection), which tells of changes by itself; or set PollForSourceChanges to false and declare an AWS::CodePipeline::Webhook.',
};

export const POLLING_SOURCE: Check = {
  id: 'conveyor:polling-source',
  severity: 'warning',
  title: 'A source asks for changes again and again in place of being told',
  why: 'Asking starts a pipeline late, and a second time where an event starts it too; an account may have 300 polling pipelines a region, and '
    + 'CodePipeline disables those that saw no change for 30 days. S3, CodeCommit and GitHub (OAuth) sources ask unless PollForSourceChanges is false.',
  mend: 'Set PollForSourceChanges to false, and let an event start the pipeline.',
  source: `${GUIDE}/PollForSourceChanges-defaults.html`,
  * find(pipeline) {
    for (const { action, row } of actionsOf(pipeline)) {
      if (row?.category !== 'Source' || !('PollForSourceChanges' in row.configuration)) continue;
      const configuration = action.declared.at('Configuration');
      const poll = configuration.at('PollForSourceChanges');
      const mend = EVENTS[row.provider];
      if (lacks(configuration, 'PollForSourceChanges')) yield { at: configuration, wrong: `The source "${action.name}" polls: PollForSourceChanges is not given, and true by default.`, mend };
      else if (poll.text?.toLowerCase() === 'true') yield { at: poll, wrong: `The source "${action.name}" polls: PollForSourceChanges is true.`, mend };
    }
  },
};
