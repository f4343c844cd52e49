import { Build } from '../../src';
import { buildOf, pipelineIn, stackIn } from '../fixture';
import { Rendered } from '../rendered';

const builds = Array.from({ length: 120 }, (_, n) => buildOf(`Build${n}`, n === 119 ? 'out' : undefined));
const last = builds[119];
const reader = Build.codeBuild('Reader', { commands: ['make'], input: last });
const stack = stackIn();
pipelineIn(stack).addStage('Many', { steps: [reader, ...builds], retry: true });
const rendered = Rendered.of(stack);

test('more than fifty actions stand in several stages, fifty in each', () => {
  expect(rendered.stages.map(stage => [stage.Name, stage.Actions.length])).toEqual([['Source', 1], ['Many', 50], ['Many-2', 50], ['Many-3', 21]]);
});

test('nothing comes before what it waits for', () => {
  expect(rendered.orders('Many-3')).toMatchObject({ Build119: 1, Reader: 2 });
});

test('each of them does the same when it fails', () => {
  for (const name of ['Many', 'Many-2', 'Many-3']) expect(rendered.stage(name).OnFailure.Result).toBe('RETRY');
});
