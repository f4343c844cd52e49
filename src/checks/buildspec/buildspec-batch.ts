import { near } from '../../catalog/nearest';
import { isObject, isUnresolved, type Json } from '../../plan';
import type { Check } from '../check';
import { shown } from '../known';
import { buildsOf } from './builds';
import { mapIn, textsIn } from './spec';

export const BUILDSPEC_BATCH: Check = {
  id: 'conveyor:buildspec-batch',
  severity: 'error',
  title: 'A build of a batch waits for one that the batch does not have, or has the identifier of another one',
  why: 'The batch fails before its first build.',
  mend: 'Give each build of the batch an identifier of its own, and name those under "depend-on".',
  source: 'https://docs.aws.amazon.com/codebuild/latest/userguide/batch-build-buildspec.html',
  * find(pipeline, plan) {
    for (const { spec, isBatch } of buildsOf(pipeline, plan)) {
      if (!spec || !isBatch) continue;
      const batch = mapIn(spec.read.root, 'batch');
      for (const kind of ['build-list', 'build-graph']) {
        for (const wrong of wrongIn(batch?.[kind])) yield { at: spec.at, ...wrong };
      }
    }
  },
};

function* wrongIn(list: unknown): Generator<{ wrong: string; mend?: string }> {
  const builds: unknown[] = Array.isArray(list) ? list : [];
  const known = builds.filter(isObject).map(({ identifier }) => identifier);
  if (known.length < builds.length || !known.every(isKnown)) return;
  for (const [index, identifier] of known.entries()) {
    if (known.indexOf(identifier) < index) yield { wrong: `Two builds of the batch have the identifier ${shown(identifier)}.` };
  }
  for (const build of builds as Json[]) {
    for (const other of textsIn(build['depend-on']) ?? []) {
      if (known.includes(other)) continue;
      const meant = near(other, known);
      yield { wrong: `The build ${shown(String(build.identifier))} of the batch waits for ${shown(other)}, which is no build of it.`, mend: meant && `Did you mean "${meant}"?` };
    }
  }
}

function isKnown(identifier: unknown): identifier is string {
  return typeof identifier === 'string' && identifier !== '' && !isUnresolved(identifier);
}
