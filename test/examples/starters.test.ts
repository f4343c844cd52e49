import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../examples/synth';

const starters = readFileSync(join(root, 'examples/starters/pipelines.ts'), 'utf8').split(/^export function /m).slice(1);

test('there are twelve starters, as in the console', () => {
  expect(starters).toHaveLength(12);
});

test.each(starters.map(text => [text.slice(0, text.indexOf('(')), text]))('%s takes at most fifteen lines', (_, text) => {
  expect(text.slice(0, text.indexOf('\n}') + 2).split('\n').length).toBeLessThanOrEqual(15);
});
