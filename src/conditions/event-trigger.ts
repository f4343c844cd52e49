import * as events from 'aws-cdk-lib/aws-events';

/** Something outside of the sources that starts the pipeline. Made by `Trigger.schedule`, `Trigger.event` and `Trigger.pipeline`. */
export class EventTrigger {
  /** @internal */
  public static _of(id: string, what: Pick<EventTrigger, '_pattern' | '_schedule'>): EventTrigger {
    return new EventTrigger(id, what._pattern, what._schedule);
  }

  private constructor(
    /** The name of the rule's construct: one of its own for each trigger of a pipeline. */
    public readonly name: string,
    /** @internal */
    public readonly _pattern?: events.EventPattern,
    /** @internal */
    public readonly _schedule?: events.Schedule,
  ) {}
}
