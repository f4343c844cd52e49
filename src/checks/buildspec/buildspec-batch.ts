import { near } from '../../catalog/nearest';
import { isObject, isUnresolved, type Json } from '../../plan';
import type { Check } from '../check';
import { shown } from '../known';
import { buildsOf } from './builds';
import { mapIn, textsIn } from './spec';
import { wrongsIn } from './wrongs';

/** Also of a batch that no action of the pipeline starts: whoever starts it, it fails. */
export const BUILDSPEC_BATCH: Check = {
  id: 'conveyor:buildspec-batch',
  severity: 'error',
  title: 'The batch of a buildspec cannot be built',
  why: 'The batch fails before its first build.',
  mend: 'Give each build of the batch an identifier of its own, and name those under "depend-on", in no circle.',
  source: 'https://docs.aws.amazon.com/codebuild/latest/userguide/batch-build-buildspec.html',
  * find(pipeline, plan) {
    for (const { spec } of buildsOf(pipeline, plan)) {
      if (!spec) continue;
      const batch = mapIn(spec.read.root, 'batch');
      const wrongs = wrongsIn(spec.read.root).filter(({ path, isIdle }) => !isIdle && path[0] === 'batch');
      for (const { wrong, mend } of [...wrongs, ...wrongBuilds(batch?.['build-list']), ...wrongBuilds(batch?.['build-graph'])]) yield { at: spec.at, wrong, mend };
    }
  },
};

interface Wrong {
  readonly wrong: string;
  readonly mend?: string;
}

function* wrongBuilds(list: unknown): Generator<Wrong> {
  const builds: unknown[] = Array.isArray(list) ? list : [];
  const identifiers = builds.filter(isObject).map(({ identifier }) => identifier).filter(one => one !== undefined);
  const known = identifiers.filter(isKnown);
  const seen = new Set<string>();
  for (const identifier of known) {
    if (seen.has(identifier)) yield { wrong: `Two builds of the batch have the identifier ${shown(identifier)}.` };
    seen.add(identifier);
  }
  // what is unknown may be the build that others wait for
  if (!builds.every(isObject) || known.length < identifiers.length) return;
  for (const build of builds) {
    for (const other of textsIn(build['depend-on']) ?? []) {
      if (seen.has(other)) continue;
      const meant = near(other, known);
      yield { wrong: `The build ${nameOf(build)} of the batch waits for ${shown(other)}, which is no build of it.`, mend: meant && `Did you mean "${meant}"?` };
    }
  }
  yield* circle(builds);
}

/** Builds that wait for each other: those that are left once all have been built that can be. */
function* circle(builds: readonly Json[]): Generator<Wrong> {
  const waits = new Map(builds.map(build => [build.identifier, new Set(textsIn(build['depend-on']) ?? [])]));
  const waiting = new Map<unknown, unknown[]>([...waits.keys()].map(build => [build, []]));
  for (const [build, others] of waits) {
    for (const other of others) waiting.get(other)?.push(build);
  }
  const open = new Map([...waits].map(([build, others]) => [build, [...others].filter(other => waits.has(other)).length]));
  const built = [...open.keys()].filter(build => open.get(build) === 0);
  for (const build of built) {
    for (const next of waiting.get(build)!) {
      open.set(next, open.get(next)! - 1);
      if (open.get(next) === 0) built.push(next);
    }
  }
  if (built.length === waits.size) return;
  const done = new Set(built);
  const left = [...waits.keys()].filter(build => !done.has(build)).map(String);
  const [first] = left;
  yield { wrong: `The build ${shown(first)} of the batch waits for itself, or for a build that waits for it.`, mend: `Let one of ${left.slice(0, 5).join(', ')} wait for none of the others.` };
}

function nameOf({ identifier }: Json): string {
  return identifier === undefined ? 'without identifier' : shown(String(identifier));
}

function isKnown(identifier: unknown): identifier is string {
  return typeof identifier === 'string' && identifier !== '' && !isUnresolved(identifier);
}
