/** What the samples say: medians, ratios, and what one more action or pipeline costs. */

import type { Sample } from './measure';
import { SHAPES, type LibraryId, type ShapeId } from './shape';

export interface Result extends Sample {
  /** the fastest and the slowest run */
  readonly range: readonly [number, number];
}

export class Results {
  private readonly samples = new Map<string, Sample[]>();

  add(library: LibraryId, shape: ShapeId, sample: Sample) {
    const key = `${library}/${shape}`;
    this.samples.set(key, [...this.samples.get(key) ?? [], sample]);
  }

  of(library: LibraryId, shape: ShapeId): Result {
    const samples = this.samples.get(`${library}/${shape}`)!;
    const times = samples.map(sample => sample.cpuSeconds).sort((one, other) => one - other);
    return { ...samples[0], cpuSeconds: median(times), range: [times[0], times[times.length - 1]] };
  }

  /** The CPU time of a library on a shape as a part of another library's. */
  ratio(library: LibraryId, other: LibraryId, shape: ShapeId): number {
    return this.of(library, shape).cpuSeconds / this.of(other, shape).cpuSeconds;
  }

  /** Milliseconds of one more action with its own project: what c costs beyond a, by the actions that it has more. */
  perAction(library: LibraryId): number {
    return this.difference(library, 'c') / (SHAPES.c.actions - SHAPES.a.actions);
  }

  /** Milliseconds of one more pipeline of shape a in a stack of its own. */
  perPipelineStack(library: LibraryId): number {
    return this.difference(library, 'd') / (SHAPES.d.pipelines - SHAPES.a.pipelines);
  }

  private difference(library: LibraryId, shape: ShapeId): number {
    return (this.of(library, shape).cpuSeconds - this.of(library, 'a').cpuSeconds) * 1000;
  }
}

function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
