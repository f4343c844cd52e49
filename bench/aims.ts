/** What this library is held to, beside what was measured. */

import { Results } from './results';
import type { ShapeId } from './shape';

interface Aim {
  readonly name: string;
  readonly most: number;
  readonly measured: number;
  readonly digits: number;
}

function aims(results: Results, shapes: readonly ShapeId[]): Aim[] {
  const resources = (shape: ShapeId) => results.of('conveyor', shape).resources;
  const slowest = shapes.reduce((one, other) => results.ratio('conveyor', 'l2', other) > results.ratio('conveyor', 'l2', one) ? other : one);
  return [
    { name: 'CPU on b, of the L2\'s', most: 0.6, measured: results.ratio('conveyor', 'l2', 'b'), digits: 2 },
    { name: 'resources on b, of the L2\'s', most: 0.5, measured: resources('b') / results.of('l2', 'b').resources, digits: 2 },
    { name: 'ms an action', most: 2, measured: results.perAction('conveyor'), digits: 1 },
    { name: 'ms a pipeline stack', most: 15, measured: results.perPipelineStack('conveyor'), digits: 1 },
    { name: 'resources on a', most: 12, measured: resources('a'), digits: 0 },
    { name: 'resources on b', most: 20, measured: resources('b'), digits: 0 },
    { name: `CPU of the L2's, at worst (${slowest})`, most: 1, measured: results.ratio('conveyor', 'l2', slowest), digits: 2 },
  ];
}

/** A row for each aim: what is aimed at, what was measured, and whether it holds. */
export function aimRows(results: Results, shapes: readonly ShapeId[]): string[][] {
  return aims(results, shapes).map(({ name, most, measured, digits }) => [
    name, `≤ ${most}`, measured.toFixed(digits), measured <= most ? 'held' : 'missed',
  ]);
}
