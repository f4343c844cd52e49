import { findingsAfter, idsAfter, type Json } from '../fixture';
import { MAIN, many, trigger } from './git';

const GIT = ['Resources', 'Pipeline', 'Properties', 'Triggers', 0, 'GitConfiguration'];
const TAGS = { Tags: { Includes: ['v*'] } };

test.each<[string, Json, string, (string | number)[], string?]>([
  ['four filters for pushes', { Push: many(4, () => MAIN) }, 'The trigger has 4 filters for pushes.', ['Push']],
  ['four filters for pull requests', { PullRequest: many(4, () => MAIN) }, 'The trigger has 4 filters for pull requests.', ['PullRequest']],
  ['an empty filter', { Push: [{}] }, 'The filter is empty.', ['Push', 0]],
  ['an empty filter for pull requests', { PullRequest: [MAIN, {}] }, 'The filter is empty.', ['PullRequest', 1]],
  ['tags with branches', { Push: [{ ...TAGS, ...MAIN }] }, 'The filter names tags together with branches.', ['Push', 0]],
  ['tags with files', { Push: [{ ...TAGS, FilePaths: { Includes: ['a/**'] } }] }, 'The filter names tags together with file paths.', ['Push', 0]],
  ['an event that is none', { PullRequest: [{ ...MAIN, Events: ['OPEN', 'OPENED'] }] }, '"OPENED" is no event of a pull request.', ['PullRequest', 0, 'Events', 1], 'Did you mean OPEN?'],
  ['a merge', { PullRequest: [{ ...MAIN, Events: ['MERGED'] }] }, '"MERGED" is no event of a pull request.', ['PullRequest', 0, 'Events', 0]],
  ['an empty list for pushes', { Push: [], PullRequest: [MAIN] }, 'The list of filters under Push is empty.', ['Push'], 'Add a filter, or leave Push out.'],
  ['four events', { PullRequest: [{ ...MAIN, Events: ['OPEN', 'OPEN', 'UPDATED', 'CLOSED'] }] }, 'The filter names 4 events.', ['PullRequest', 0, 'Events']],
  ['no event', { PullRequest: [{ ...MAIN, Events: [] }] }, 'The filter names no event.', ['PullRequest', 0, 'Events']],
])('%s is found', (_, git, message, path, mend = '') => {
  const found = findingsAfter(pipeline => { pipeline.Triggers = [trigger(git)]; });
  expect(found).toEqual([expect.objectContaining({ id: 'conveyor:trigger-filter', severity: 'error', message, path: [...GIT, ...path], ...(mend && { mend }) })]);
});

test.each<[string, Json]>([
  ['no filter', {}],
  ['tags beside branches, each in a filter', { Push: [TAGS, MAIN, { Branches: { Excludes: ['wip/**'] }, FilePaths: { Includes: ['a/**'] } }] }],
  ['pushes and pull requests', { Push: many(3, () => MAIN), PullRequest: many(3, () => ({ ...MAIN, Events: ['OPEN', 'UPDATED', 'CLOSED'] })) }],
  ['a filter that a transform makes', { Push: [{ 'Fn::Transform': { Name: 'Filter' } }] }],
  ['an event from a parameter', { PullRequest: [{ ...MAIN, Events: [{ Ref: 'Event' }] }] }],
])('%s is not', (_, git) => {
  expect(idsAfter((pipeline, template) => {
    template.Parameters = { Event: { Type: 'String', Default: 'MERGED' } };
    pipeline.Triggers = [trigger(git)];
  })).toEqual([]);
});
