import { near } from '../../catalog/nearest';
import { PIPELINE_EVENTS } from '../../catalog/pipeline-events';
import type { Declared } from '../../plan';
import type { Check, Problem } from '../check';
import { isFirstOfTemplate } from '../first-of-template';
import { shown } from '../known';

export const EVENT_NEVER: Check = {
  id: 'conveyor:event-never',
  severity: 'error',
  title: 'A rule waits for an event of pipelines that never comes',
  why: 'CodePipeline tells of no such event, or of no such state: the rule is made, and nothing ever comes of it.',
  mend: `The events are ${Object.keys(PIPELINE_EVENTS).join(', ')}.`,
  source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/detect-state-changes-cloudwatch-events.html',
  * find(pipeline, plan) {
    if (!isFirstOfTemplate(pipeline, plan)) return;
    for (const rule of plan.resources.ofType('AWS::Events::Rule', pipeline.file)) {
      const pattern = rule.declared.at('EventPattern');
      const sources = textsOf(pattern.at('source'));
      if (sources?.join() !== 'aws.codepipeline' || plan.varies(rule.file, (_, logicalId) => logicalId === rule.logicalId)) continue;
      yield* never(pattern.at('detail-type'), Object.keys(PIPELINE_EVENTS));
      const types = textsOf(pattern.at('detail-type'))?.filter(type => Object.hasOwn(PIPELINE_EVENTS, type)) ?? Object.keys(PIPELINE_EVENTS);
      if (types.length) yield* never(pattern.at('detail', 'state'), [...new Set(types.flatMap(type => PIPELINE_EVENTS[type]))]);
    }
  },
};

/** A list of which nothing can be: where one of several can, the rule has its use. */
function* never(list: Declared, known: readonly string[]): Generator<Problem> {
  const texts = textsOf(list);
  if (!texts?.length || texts.some(text => known.includes(text))) return;
  const meant = near(texts[0], known);
  yield { at: list.items[0], wrong: `There is no ${shown(texts[0])} among the events of the rule.`, mend: meant ? `Did you mean "${meant}"?` : `Use ${known.join(', ')}.` };
}

/** The texts of a list; undefined where there is something else in it, or it is not there. */
function textsOf(list: Declared): string[] | undefined {
  const texts = list.items.map(({ text }) => text);
  return list.isWhole && texts.every(text => text !== undefined) ? texts : undefined;
}
