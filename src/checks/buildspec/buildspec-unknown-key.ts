import {
  BUILDSPEC_ARTIFACT_KEYS, BUILDSPEC_CACHE_KEYS, BUILDSPEC_ENV_KEYS, BUILDSPEC_KEYS, BUILDSPEC_PHASE_KEYS, BUILDSPEC_PHASES, BUILDSPEC_REPORT_KEYS,
} from '../../catalog/buildspec';
import { near } from '../../catalog/nearest';
import type { Check } from '../check';
import { shown } from '../known';
import { buildsOf } from './builds';
import { BUILDSPEC_PAGE } from './buildspec-syntax';
import { mapIn } from './spec';

export const BUILDSPEC_UNKNOWN_KEY: Check = {
  id: 'conveyor:buildspec-unknown-key',
  severity: 'warning',
  title: 'A key of a buildspec looks like one that CodeBuild knows, and is not',
  why: 'CodeBuild takes no notice of it: what it was to do is not done.',
  mend: 'Write the key as CodeBuild knows it.',
  source: BUILDSPEC_PAGE,
  * find(pipeline, plan) {
    for (const { spec } of buildsOf(pipeline, plan)) {
      for (const { path, known } of spec ? placesIn(spec.read.root) : []) {
        for (const key of Object.keys(mapIn(spec!.read.root, ...path) ?? {})) {
          const meant = known.includes(key) ? undefined : near(key, known);
          if (meant) yield { at: spec!.at, wrong: `The buildspec has ${shown([...path, key].join('.'))}, which has no effect.`, mend: `Did you mean "${meant}"?` };
        }
      }
    }
  },
};

function placesIn(root: unknown): { readonly path: readonly string[]; readonly known: readonly string[] }[] {
  const named = (...path: string[]) => Object.keys(mapIn(root, ...path) ?? {}).map(name => [...path, name]);
  return [
    { path: [], known: BUILDSPEC_KEYS },
    { path: ['env'], known: BUILDSPEC_ENV_KEYS },
    { path: ['artifacts'], known: BUILDSPEC_ARTIFACT_KEYS },
    { path: ['cache'], known: BUILDSPEC_CACHE_KEYS },
    ...BUILDSPEC_PHASES.map(phase => ({ path: ['phases', phase], known: BUILDSPEC_PHASE_KEYS })),
    ...named('artifacts', 'secondary-artifacts').map(path => ({ path, known: BUILDSPEC_ARTIFACT_KEYS })),
    ...named('reports').map(path => ({ path, known: BUILDSPEC_REPORT_KEYS })),
  ];
}
