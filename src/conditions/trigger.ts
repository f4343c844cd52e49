import { Token } from 'aws-cdk-lib';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as events from 'aws-cdk-lib/aws-events';
import { EventTrigger } from './event-trigger';
import { GitTrigger, PullRequestTriggerProps, PushTriggerProps } from './git-trigger';
import { SCHEDULE_FORM, scheduleProblem } from '../catalog/schedule';
import { refuse } from '../refuse';

/** When a pipeline starts, beside what its sources do by themselves. */
export class Trigger {
  /**
   * Pushes to a repository behind a connection; to be given to the source.
   * Tags stand alone; branches and files go together.
   */
  static push(props: PushTriggerProps): GitTrigger {
    return GitTrigger._push(props);
  }

  /** Pull requests (or merge requests) of a repository behind a connection; to be given to the source. */
  static pullRequest(props: PullRequestTriggerProps = {}): GitTrigger {
    return GitTrigger._pullRequest(props);
  }

  /**
   * Times; to be given to the pipeline.
   *
   * @param name a name for it, one of its own for each trigger of the pipeline
   * @param schedule in UTC
   */
  static schedule(name: string, schedule: events.Schedule): EventTrigger {
    const expression = schedule.expressionString;
    const wrong = Token.isUnresolved(expression) ? undefined : scheduleProblem(expression, 'rule');
    if (wrong) refuse(`Trigger ${name}`, `The schedule "${expression}" ${wrong}.`, `Write ${SCHEDULE_FORM.rule}.`);
    return EventTrigger._of(name, { _schedule: schedule });
  }

  /**
   * Any event of EventBridge's default bus; to be given to the pipeline.
   *
   * @param name a name for it, one of its own for each trigger of the pipeline
   */
  static event(name: string, pattern: events.EventPattern): EventTrigger {
    return EventTrigger._of(name, { _pattern: pattern });
  }

  /**
   * The success of another pipeline of the same account and region; to be given to the pipeline.
   *
   * @param name a name for it, one of its own for each trigger of the pipeline
   */
  static pipeline(name: string, pipeline: codepipeline.IPipeline): EventTrigger {
    return EventTrigger._of(name, {
      _pattern: {
        source: ['aws.codepipeline'],
        detailType: ['CodePipeline Pipeline Execution State Change'],
        detail: { pipeline: [pipeline.pipelineName], state: ['SUCCEEDED'] },
      },
    });
  }
}
