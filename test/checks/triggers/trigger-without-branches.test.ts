import { findingsAfter, idsAfter, type Json } from '../fixture';
import { MAIN, trigger } from './git';

const FILES = { FilePaths: { Includes: ['services/shop/**'] } };

test.each<[string, Json, string]>([
  ['a push filtered by files alone', { Push: [FILES] }, 'The filter names file paths and no branches.'],
  ['a pull request filtered by files alone', { PullRequest: [FILES] }, 'The filter names file paths and no branches.'],
  ['a pull request filtered by events alone', { PullRequest: [{ Events: ['OPEN'] }] }, 'The filter names events of pull requests and no branches.'],
])('%s is a warning', (_, git, message) => {
  const found = findingsAfter(pipeline => { pipeline.Triggers = [trigger(git)]; });
  expect(found).toEqual([expect.objectContaining({ id: 'conveyor:trigger-without-branches', severity: 'warning', message })]);
});

test.each<[string, Json]>([
  ['files with branches', { Push: [{ ...FILES, ...MAIN }] }],
  ['events with branches', { PullRequest: [{ Events: ['OPEN'], ...MAIN }] }],
  ['what a transform completes', { Push: [{ ...FILES, 'Fn::Transform': { Name: 'Branches' } }] }],
])('%s are none', (_, git) => {
  expect(idsAfter(pipeline => { pipeline.Triggers = [trigger(git)]; })).toEqual([]);
});
