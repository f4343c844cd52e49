import { findingsAfter, idsAfter } from '../fixture';
import { many, trigger } from './git';

test('51 triggers are too many', () => {
  const found = findingsAfter(pipeline => {
    pipeline.Triggers = many(51, at => trigger({ SourceActionName: `S${at}` }));
  });
  expect(found.filter(({ id }) => id === 'conveyor:trigger-count')).toEqual([expect.objectContaining({
    message: 'The pipeline has 51 triggers.', path: ['Resources', 'Pipeline', 'Properties', 'Triggers'],
  })]);
});

test('one is not, nor are 50', () => {
  expect(idsAfter(pipeline => { pipeline.Triggers = [trigger()]; })).toEqual([]);
  expect(idsAfter(pipeline => { pipeline.Triggers = many(50, at => trigger({ SourceActionName: `S${at}` })); })).not.toContain('trigger-count');
});
