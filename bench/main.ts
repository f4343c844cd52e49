/**
 * The cost of synthesis, beside aws-codepipeline and aws-cdk-lib/pipelines.
 *
 * `--runs n` repeats every measurement n times (default 5), `--full` adds shape e.
 */

import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { aimRows } from './aims';
import { bundlePrograms } from './bundle';
import { criticalPath } from './critical-path';
import { measure } from './measure';
import { Results } from './results';
import { LIMITS, scale } from './scale';
import { LIBRARIES, SHAPES, type LibraryId, type ShapeId } from './shape';
import { table } from './table';

const libraries = Object.keys(LIBRARIES) as LibraryId[];

async function main() {
  // what is synthesized in this process too: aws-cdk-lib's validation of templates costs more than all that is measured
  process.env.CDK_VALIDATION = 'false';
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, full: { type: 'boolean', default: false } } });
  const runs = Number(values.runs);
  if (!(Number.isInteger(runs) && runs > 0)) throw new Error(`--runs takes a whole number from 1, not "${values.runs}"`);
  const shapes = (Object.keys(SHAPES) as ShapeId[]).filter(shape => shape !== 'e' || values.full);
  report(await measureAll(shapes, runs), shapes, runs);
}

/** Repetitions are interleaved, so that what else the machine does meets every library alike. */
async function measureAll(shapes: readonly ShapeId[], runs: number): Promise<Results> {
  const results = new Results();
  const programs = await bundlePrograms();
  try {
    for (let run = 1; run <= runs; run++) {
      process.stderr.write(`run ${run} of ${runs}\n`);
      for (const shape of shapes) {
        for (const library of libraries) results.add(library, shape, measure(programs, library, shape));
      }
    }
  } finally {
    rmSync(programs, { recursive: true });
  }
  return results;
}

function report(results: Results, shapes: readonly ShapeId[], runs: number) {
  const rows = shapes.flatMap(shape => libraries.map(library => {
    const { cpuSeconds, range, resources, bytes } = results.of(library, shape);
    return [
      shape, LIBRARIES[library], cpuSeconds.toFixed(2), range.map(one => one.toFixed(2)).join('–'),
      ...(['l2', 'pipelines'] as const).map(other => results.ratio(library, other, shape).toFixed(2)),
      `${resources}`, bytes.toLocaleString('en'),
    ];
  }));
  const marginal = libraries.map(library => [
    LIBRARIES[library], results.perAction(library).toFixed(1), results.perPipelineStack(library).toFixed(1),
  ]);
  console.log([
    `Synthesis with node ${process.versions.node}, template validation off: CPU seconds of a whole process, median of ${runs}`,
    table(shapes.map(shape => [shape, SHAPES[shape].description])),
    table([['shape', 'library', 'CPU s', 'range', `of ${LIBRARIES.l2}`, `of ${LIBRARIES.pipelines}`, 'resources', 'template bytes'], ...rows]),
    table([['library', 'ms an action (c−a)', 'ms a pipeline stack (d−a)'], ...marginal]),
    table([['aim of cdk-conveyor', '', 'measured', ''], ...aimRows(results, shapes)]),
    criticalPathLine(),
    scaleTable(),
  ].join('\n\n'));
}

/** Counted, not measured: both are synthesized once. */
function criticalPathLine(): string {
  const { conveyor, pipelines } = criticalPath();
  return `actions on the critical path of a CDK app that delivers itself: ${conveyor.length} with ${LIBRARIES.conveyor}, ${pipelines.length} with ${LIBRARIES.pipelines}`;
}

/** Sizes that double: were the cost worse than linear, the milliseconds an action would grow. */
function scaleTable(): string {
  scale(1); // the modules are loaded once
  const rows = [10, 20, 40].map(scale).map(one => [
    `${one.stages} × ${one.actions / one.stages}`, one.cpuSeconds.toFixed(2), (1000 * one.cpuSeconds / one.actions).toFixed(1),
    `${one.resources}`, one.bytes.toLocaleString('en'), one.bucketPolicy.toLocaleString('en'),
  ]);
  const limits = [LIMITS.resources, LIMITS.bytes, LIMITS.bucketPolicy].map(limit => limit.toLocaleString('en'));
  return table([
    ['stages × actions, 3 accounts, 3 regions', 'CPU s', 'ms an action', 'resources of the largest stack', 'bytes of it', 'bytes of the largest bucket policy'],
    ...rows, ['(what AWS takes)', '', '', ...limits],
  ]);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
