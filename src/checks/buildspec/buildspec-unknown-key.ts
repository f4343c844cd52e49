import type { Check } from '../check';
import { buildsOf } from './builds';
import { BUILDSPEC_PAGE } from './buildspec-syntax';
import { mapIn } from './spec';
import { problemsOf, wrongsIn } from './wrongs';

export const BUILDSPEC_UNKNOWN_KEY: Check = {
  id: 'conveyor:buildspec-unknown-key',
  severity: 'warning',
  title: 'A buildspec has a key that has no effect',
  why: 'CodeBuild takes no notice of it: what it was to do is not done.',
  mend: 'Write the key as CodeBuild knows it, or leave it out.',
  source: BUILDSPEC_PAGE,
  * find(pipeline, plan) {
    for (const { spec } of buildsOf(pipeline, plan)) {
      const root = spec && mapIn(spec.read.root);
      // the first version had other keys, which nobody tells of any more
      if (!root || root.version === '0.1') continue;
      yield* problemsOf(wrongsIn(root).filter(({ isIdle }) => isIdle), spec.at);
      const cache = mapIn(root, 'cache');
      if (cache && Object.hasOwn(cache, 'fallback-keys') && !Object.hasOwn(cache, 'key')) {
        yield { at: spec.at, wrong: 'The buildspec has "cache.fallback-keys" without a "key", which has no effect.', mend: 'Add "key" to the cache.' };
      }
    }
  },
};
