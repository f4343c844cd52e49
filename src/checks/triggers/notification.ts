import { near } from '../../catalog/nearest';
import { MOST_NOTIFICATION_TARGETS, NOTIFICATION_DETAILS, NOTIFICATION_EVENTS } from '../../catalog/notification-events';
import type { Declared } from '../../plan';
import { type Check, type Problem } from '../check';
import { lacks, shown } from '../known';
import { resourceOf } from './starters';

export const NOTIFICATION: Check = {
  id: 'conveyor:notification',
  severity: 'error',
  title: 'A notification rule tells of events that a pipeline does not have, or does not name the pipeline by its ARN',
  why: 'The notification rule is refused, and the deployment fails.',
  mend: 'Name events such as codepipeline-pipeline-pipeline-execution-failed, and the pipeline by its ARN: `!Sub arn:${AWS::Partition}:codepipeline:${AWS::Region}:${AWS::AccountId}:${Pipeline}`.',
  source: 'https://docs.aws.amazon.com/dtconsole/latest/userguide/concepts.html#events-ref-pipeline',
  * find(pipeline, plan) {
    const name = resourceOf(pipeline, plan)?.name;
    for (const { declared } of plan.resources.ofType('AWS::CodeStarNotifications::NotificationRule', pipeline.file)) {
      const resource = declared.at('Resource');
      if (name === undefined) continue;
      if (resource.written === name) yield { at: resource, wrong: 'The notification rule has the name of the pipeline, not its ARN.' };
      else if (resource.written?.endsWith(`:${name}`) && resource.written.startsWith('arn:')) yield* wrongRule(declared);
    }
  },
};

function* wrongRule(rule: Declared): Generator<Problem> {
  const [events, detail, targets] = ['EventTypeIds', 'DetailType', 'Targets'].map(key => rule.at(key));
  for (const key of ['Name', 'DetailType', 'EventTypeIds', 'Targets']) if (lacks(rule, key)) yield { at: rule, wrong: `The notification rule has no ${key}.`, mend: `Add ${key}.` };
  if (events.isList && events.items.length === 0) yield { at: events, wrong: 'The notification rule names no event.' };
  for (const event of events.items) {
    if (event.text === undefined || NOTIFICATION_EVENTS.includes(event.text)) continue;
    const meant = near(event.text, NOTIFICATION_EVENTS);
    yield { at: event, wrong: `A pipeline has no event ${shown(event.text)}.`, mend: meant && `Did you mean ${meant}?` };
  }
  if (detail.text !== undefined && !NOTIFICATION_DETAILS.includes(detail.text)) yield { at: detail, wrong: `The DetailType is ${shown(detail.text)}.`, mend: `Use ${NOTIFICATION_DETAILS.join(' or ')}.` };
  if (targets.items.length > MOST_NOTIFICATION_TARGETS) yield { at: targets, wrong: `The notification rule has ${targets.items.length} targets.`, mend: `Use ${MOST_NOTIFICATION_TARGETS} at most; one topic can have many subscribers.` };
}
