import { PIPELINE_SIZE } from '../../../src/checks/structure/pipeline-size';
import { idsAfter, type Json, stageIn } from '../fixture';
import { foundBy } from '../found-by';

/** Beside the three actions of the other stages. */
const approvals = (count: number) => (pipeline: Json) => {
  const [action] = stageIn(pipeline, 'Approve').Actions;
  const stages = Math.ceil(count / 50);
  pipeline.Stages.splice(2, 1, ...Array.from({ length: stages }, (_, stage) => ({
    Name: `Approve${stage}`,
    Actions: Array.from({ length: Math.min(50, count - stage * 50) }, (__, index) => ({ ...action, Name: `Ask${index}` })),
  })));
};

test('more than 1000 actions are found', () => {
  expect(foundBy(PIPELINE_SIZE, approvals(998))).toEqual([expect.objectContaining({ severity: 'error', message: 'The pipeline has 1001 actions.' })]);
});

test('1000 actions are well', () => {
  expect(idsAfter(approvals(997))).not.toContain('pipeline-size');
});
