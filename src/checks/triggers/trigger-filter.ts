import { near } from '../../catalog/nearest';
import type { Declared } from '../../plan';
import { type Check, GUIDE, type Problem } from '../check';
import { isClosed, shown } from '../known';
import { filterLists, filtersOf, KINDS, type Filter } from './filters';

const MOST_FILTERS = 3;
const EVENTS = ['OPEN', 'UPDATED', 'CLOSED'];

export const TRIGGER_FILTER: Check = {
  id: 'conveyor:trigger-filter',
  severity: 'error',
  title: 'A filter of a trigger says nothing, or more than goes together',
  why: 'CodePipeline refuses the pipeline. A trigger has at most 3 filters for pushes and 3 for pull requests; a push is filtered by its tag, or by its branch and files.',
  mend: 'Give each filter tags, or branches, or branches and file paths.',
  source: `${GUIDE}/pipelines-filter.html`,
  * find(pipeline) {
    for (const { of, list } of filterLists(pipeline)) {
      if (list.isList && list.items.length === 0) yield { at: list, wrong: `The list of filters under ${of} is empty.`, mend: `Add a filter, or leave ${of} out.` };
      if (list.items.length > MOST_FILTERS) {
        yield { at: list, wrong: `The trigger has ${list.items.length} filters for ${of === 'Push' ? 'pushes' : 'pull requests'}.`, mend: 'A trigger has at most 3 of a kind: put several patterns into one filter.' };
      }
    }
    for (const filter of filtersOf(pipeline)) {
      yield* wrongKinds(filter);
      if (filter.of === 'PullRequest') yield* wrongEvents(filter.declared.at('Events'));
    }
  },
};

function* wrongKinds({ of, declared }: Filter): Generator<Problem> {
  const given = KINDS.filter(kind => declared.at(kind).given);
  if (isClosed(declared) && !given.length && !(of === 'PullRequest' && declared.at('Events').given)) yield { at: declared, wrong: 'The filter is empty.' };
  if (of === 'Push' && given.includes('Tags') && given.length > 1) yield { at: declared, wrong: `The filter names tags together with ${given.includes('Branches') ? 'branches' : 'file paths'}.`, mend: 'Make two filters: a push is of a tag or of a branch.' };
}

function* wrongEvents(events: Declared): Generator<Problem> {
  if (events.isList && !events.items.length) yield { at: events, wrong: 'The filter names no event.', mend: `Name some of ${EVENTS.join(', ')}, or leave Events out.` };
  if (events.items.length > EVENTS.length) yield { at: events, wrong: `The filter names ${events.items.length} events.`, mend: `There are ${EVENTS.length}: ${EVENTS.join(', ')}.` };
  for (const event of events.items) {
    if (event.text === undefined || EVENTS.includes(event.text)) continue;
    const meant = near(event.text, EVENTS);
    yield { at: event, wrong: `${shown(event.text)} is no event of a pull request.`, mend: meant ? `Did you mean ${meant}?` : `Use ${EVENTS.join(', ')}.` };
  }
}
