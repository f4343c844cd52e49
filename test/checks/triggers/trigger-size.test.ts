import { findingsAfter } from '../fixture';
import { many, trigger } from './git';

const sized = (triggers: number) => findingsAfter(pipeline => {
  const patterns = { Includes: many(8, at => `${at}`.repeat(250)), Excludes: many(8, at => `x${at}`.repeat(120)) };
  pipeline.Triggers = many(triggers, at => trigger({ SourceActionName: `S${at}`, Push: many(3, () => ({ Branches: patterns, FilePaths: patterns })) }));
}).filter(({ id }) => id === 'conveyor:trigger-size');

test('triggers of more than 200 KB are found', () => {
  expect(sized(10)).toEqual([expect.objectContaining({ severity: 'error', message: 'The triggers are 236 KB.', path: ['Resources', 'Pipeline', 'Properties', 'Triggers'] })]);
});

test('smaller ones are not', () => {
  expect(sized(8)).toEqual([]);
});
